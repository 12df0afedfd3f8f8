import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCodePoints } from "../../src/code-points.ts";
import { traceExceptions } from "../../src/exceptions/trace-exceptions.ts";
import { addCells } from "../../src/money/MinorSum.ts";
import type { Settlement } from "../../src/records.ts";
import { AMOUNTS, type SettlementAmounts } from "../../src/reports/amounts.ts";
import { ControlTotals } from "../../src/reports/ControlTotals.ts";
import { DayTotals } from "../../src/reports/DayTotals.ts";
import type { SettlementRow } from "../../src/reports/rows.ts";
import { type CountedRow, countedRows } from "../../src/settlement/counted-rows.ts";
import { baseMinor, movedMoney } from "../../src/settlement/moved-money.ts";
import { summariseSettlement } from "../../src/settlement/summarise-settlement.ts";
import { context, FIRST_NIGHT } from "../../src/testing.ts";
import { proveWorld, sharedIn, soundWorld, wildWorld } from "./settlement-world.ts";

/** Cell by cell, over the rows of each currency, added without the code under test's own sums. */
const sums = (
  rows: readonly (SettlementAmounts & Pick<SettlementRow, "currency">)[],
): ReadonlyMap<string, unknown> => {
  const cells = new Map<string, bigint | null>();
  for (const row of rows) {
    for (const { name } of AMOUNTS) {
      if (row.currency === null) continue;
      const value = row[name];
      const key = `${row.currency} ${name}`;
      cells.set(key, addCells(cells.get(key) ?? null, value));
    }
  }
  return cells;
};

const nameOf = ({ batchId, currency }: SettlementRow): string => JSON.stringify([batchId, currency]);

/** Batches that settle what they list, or may yet: of the others each shows all that it lists. */
const LIVE: ReadonlySet<string> = new Set(["accepted", "closed", "open"]);

const published = (world: readonly Settlement[]): unknown => {
  const { rows, findings } = proveWorld(world);
  return [
    rows.toSorted((left, right) => compareCodePoints(nameOf(left), nameOf(right))),
    traceExceptions(findings, FIRST_NIGHT),
  ];
};

describe("over any world of settlements", () => {
  it("counts each transaction in exactly one place, with its base, wherever it is listed", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        const proven = world.filter(({ header }) =>
          proveWorld(world).rows.some((row) => row.batchId === header.id && row.state !== "unproven"),
        );
        const shared = sharedIn(world);
        const counted = new Map<string, bigint>();
        for (const { header, details } of proven) {
          if (!LIVE.has(header.status)) continue;
          for (const row of details?.rows ?? []) {
            const isOwner = (shared.get(row.id)?.owner ?? header.id) === header.id;
            if (isOwner && movedMoney(row)) counted.set(row.id, BigInt(baseMinor(row)));
          }
        }
        const live = proveWorld(world).rows.filter((row) => LIVE.has(row.status));
        expect(live.reduce((sum, row) => sum + (row.transactionsCaptured ?? 0), 0)).toBe(counted.size);
      }),
    );
  });

  it("says of every row where it counts: bases add up to what is captured, refund rows to R3, and the rest says why", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        const shared = sharedIn(world);
        for (const settlement of world) {
          const { rows } = countedRows(settlement, context({ shared }));
          const { groups } = summariseSettlement(settlement, context({ shared }));
          const sum = (counted: CountedRow["counted"], of: "baseMinor" | "totalMinor") =>
            rows.reduce((all, row) => all + (row.counted === counted ? BigInt(row[of] ?? 0) : 0n), 0n);
          expect(sum("captured", "baseMinor")).toBe(
            groups.reduce((all, { sums: { grossMinor } }) => all + grossMinor, 0n),
          );
          expect(sum("refund", "totalMinor")).toBe(
            groups.reduce((all, { sums: { refundRowsMinor } }) => all + refundRowsMinor, 0n),
          );
          expect(rows.map(({ position }) => position)).toEqual(
            settlement.details?.rows.map((_, at) => at + 1) ?? [],
          );
          expect(rows.every(({ counted, reason }) => (counted === null) === (reason !== null))).toBe(true);
        }
      }),
    );
  });

  it("adds up to the same by row, by day and in the control totals", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        const { rows } = proveWorld(world);
        const days = new DayTotals();
        const control = new ControlTotals();
        for (const row of rows) {
          days.add(row);
          control.addSettlement(row);
        }
        expect(sums(days.rows())).toEqual(sums(rows));
        const { settlements } = control.totals(null);
        expect(sums(settlements)).toEqual(sums(rows));
        for (const total of settlements) {
          const own = rows.filter(
            ({ currency, state }) => currency === total.currency && state === total.state,
          );
          expect(sums([total])).toEqual(sums(own));
          expect(total.batches).toBe(own.length);
          // A surplus makes up for no lack.
          const sizes = own
            .flatMap(({ unexplained }) => unexplained ?? [])
            .map((minor) => (minor < 0n ? -minor : minor));
          expect(total.unexplained_absolute).toBe(
            sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0n),
          );
        }
        expect(days.rows().reduce((sum, day) => sum + day.batches, 0)).toBe(rows.length);
      }),
    );
  });

  it("explains the net of every row: declared is computed plus unexplained, and the differences say why", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        for (const row of proveWorld(world).rows) {
          const { net_declared: declared, net_computed: computed, unexplained } = row;
          if (declared === null || computed === null || unexplained === null) continue;
          expect(declared).toBe(computed + unexplained);
          const refundsAside = row.capturedBasis === "net_of_refunds" ? 0n : (row.refunded_difference ?? 0n);
          expect(unexplained).toBe((row.captured_difference ?? 0n) - refundsAside);
          expect(row.capturedBasis === "none").toBe(row.captured_difference !== 0n);
          expect(row.refundedBasis === "none").toBe(row.refunded_difference !== 0n);
        }
      }),
    );
  });

  it("says the same in whatever order batches and rows come", () => {
    const shuffled = wildWorld.chain((world) =>
      fc.tuple(
        fc.constant(world),
        fc.shuffledSubarray([...world], { minLength: world.length }).chain((batches) =>
          fc.tuple(
            ...batches.map((batch) => {
              const rows = batch.details?.rows ?? [];
              return fc
                .shuffledSubarray([...rows], { minLength: rows.length })
                .map(
                  (some): Settlement =>
                    batch.details === null ? batch : { ...batch, details: { rows: some, invalid: [] } },
                );
            }),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([world, other]) => {
        expect(published(other)).toEqual(published(world));
      }),
    );
  });

  it("finds nothing in a world where everything adds up", () => {
    fc.assert(
      fc.property(soundWorld, (world) => {
        const { rows, findings } = proveWorld(world);
        expect(findings).toEqual([]);
        expect(rows.map(({ unexplained }) => unexplained)).toEqual(rows.map(() => 0n));
      }),
    );
  });
});
