import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Settlement } from "../../src/records.ts";
import { CAPTURED_BASES, REFUNDED_BASES } from "../../src/settlement/bases.ts";
import type { Conventions } from "../../src/settlement/conventions.ts";
import { proveBatches } from "../../src/settlement/prove-batches.ts";
import { summariseSettlement } from "../../src/settlement/summarise-settlement.ts";
import { BOOK, context, settlement, transaction } from "../../src/testing.ts";
import { sharedIn, wildWorld } from "./settlement-world.ts";

const NO_SOURCES = { fixed: new Map(), previous: new Map() };

const proveAll = (world: readonly Settlement[]) => {
  const shared = sharedIn(world);
  const batches = world.map((one) => ({
    header: one.header,
    summary: summariseSettlement(one, context({ shared })),
  }));
  const proved = proveBatches(BOOK, batches, NO_SOURCES);
  return { batches, ...proved, proofs: [...proved.proofs] };
};

/** How each processor of the large world counts. */
const PROCESSORS = [
  { name: "TSYS", captured: "gross", refunded: "on_original" },
  { name: "Elavon", captured: "net_of_refunds", refunded: "refund_rows" },
  { name: "Worldline", captured: "before_reversals", refunded: "both" },
] as const;

const BATCHES = 10_000;
/** Of a hundred batches of a processor, those in which the declared captured total is wrong. */
const WRONG = new Set([17, 71]);
const OFF_MINOR = 1727;

/** A batch with refunds on originals, in rows of their own, or both, declared as its processor counts. */
const largeBatch = (at: number): { readonly batch: Settlement; readonly isWrong: boolean } => {
  const { name, captured, refunded } = PROCESSORS[at % 3] ?? PROCESSORS[0];
  const isWrong = WRONG.has(Math.floor(at / 3) % 100);
  const reversedMinor = 300 + (at % 41);
  const onOriginal = refunded === "refund_rows" ? 0 : 100 + (at % 37);
  const inRows = refunded === "on_original" ? 0 : 50 + (at % 29);
  const grossMinor = 5000 + 7000 - reversedMinor;
  const refundedMinor = onOriginal + inRows;
  const declared = {
    gross: grossMinor,
    before_reversals: grossMinor + reversedMinor,
    net_of_refunds: grossMinor - refundedMinor,
  }[captured];
  const id = `b${String(at).padStart(5, "0")}`;
  const rows = [
    transaction(`${id}-1`, { totalMinor: 5000, refundedMinor: onOriginal }),
    transaction(`${id}-2`, { totalMinor: 7000, reversedMinor }),
    ...(inRows === 0
      ? []
      : [transaction(`${id}-2`, { type: "refund", totalMinor: inRows, eventId: `${id}-r` })]),
  ];
  const header = { id, accountId: `acc${at}`, processorName: name, transactionCount: 2, refundedMinor };
  return {
    isWrong,
    batch: settlement(rows, { ...header, capturedMinor: declared + (isWrong ? OFF_MINOR : 0) }),
  };
};

describe("conventions at scale", () => {
  it("are all learned from 10,000 batches of three processors, and every error is named and nothing else", () => {
    const made = Array.from({ length: BATCHES }, (_, at) => largeBatch(at));
    const { conventions, proofs, findings } = proveAll(made.map(({ batch }) => batch));
    const basisOf = (name: string, total: string) =>
      conventions.find((one) => one.processorName === name && one.total === total)?.basis;
    for (const { name, captured, refunded } of PROCESSORS) {
      expect([name, basisOf(name, "captured"), basisOf(name, "refunded")]).toEqual([
        name,
        captured,
        refunded,
      ]);
    }
    const accused = [...proofs.flatMap((proof) => proof.findings), ...findings];
    expect(
      accused.map(({ code, entityId, moneyAtStake }) => `${code} ${entityId} ${moneyAtStake}`).sort(),
    ).toEqual(
      made
        .flatMap(({ batch, isWrong }) => (isWrong ? [`CAPTURED_MISMATCH ${batch.header.id} 17.27`] : []))
        .sort(),
    );
  });
});

/** A batch that its processor declared in its own way, or with a captured total that is off by what was drawn. */
interface Counted {
  readonly batch: Settlement;
  readonly isWrong: boolean;
}

const way = fc.record({
  captured: fc.constantFrom("gross", "before_reversals", "net_of_refunds"),
  refunded: fc.constantFrom("on_original", "refund_rows", "both"),
});

/** Amounts that make every way of counting another figure. */
const drawn = fc.record({
  reversed: fc.integer({ min: 1, max: 90 }),
  onOriginal: fc.integer({ min: 100, max: 400 }),
  inRows: fc.integer({ min: 500, max: 900 }),
  status: fc.constantFrom("accepted", "accepted", "accepted", "closed", "rejected"),
});

/** One processor that counts in one way, seen through batches all of which tell; a few of many are wrong. */
const countingWorld = fc
  .record({
    way,
    drawn: fc.array(drawn, { minLength: 1, maxLength: 30 }),
    wrong: fc.integer({ min: 6, max: 40 }),
  })
  .map(({ way: { captured, refunded }, drawn: all, wrong }) => {
    const made = all.map(({ reversed, onOriginal, inRows, status }, at): Counted => {
      const isWrong = at % wrong === wrong - 1;
      const refundedMinor = { on_original: onOriginal, refund_rows: inRows, both: onOriginal + inRows }[
        refunded
      ];
      const gross = 10_000 - reversed;
      const declared = {
        gross,
        before_reversals: gross + reversed,
        net_of_refunds: gross - refundedMinor,
      }[captured];
      const id = `b${at}`;
      const rows = [
        transaction(`${id}-1`, { totalMinor: 10_000, reversedMinor: reversed, refundedMinor: onOriginal }),
        transaction(`${id}-1`, { type: "refund", totalMinor: inRows, eventId: `${id}-r` }),
      ];
      const header = { id, status, transactionCount: 2, refundedMinor };
      return {
        batch: settlement(rows, { ...header, capturedMinor: declared + (isWrong ? 5000 : 0) }),
        isWrong,
      };
    });
    return { captured, refunded, made, batches: made.map(({ batch }) => batch) };
  });

const learned = (batches: readonly Settlement[]) =>
  proveAll(batches).conventions.map(({ processorName, total, basis }) => [processorName, total, basis]);

describe("over any processor that counts in one way", () => {
  it("learns the way from five final batches or more, and from fewer none", () => {
    fc.assert(
      fc.property(countingWorld, ({ captured, refunded, made, batches }) => {
        const finals = made.filter(({ batch }) => batch.header.status === "accepted");
        const right = finals.filter(({ isWrong }) => !isWrong).length;
        const isLearned = right >= 5 && right * 5 >= finals.length * 4;
        // What is declared as refunded is right everywhere.
        const basis = [isLearned ? captured : null, finals.length >= 5 ? refunded : null];
        expect(learned(batches)).toEqual(
          finals.length === 0
            ? []
            : [
                ["TSYS", "captured", basis[0]],
                ["TSYS", "refunded", basis[1]],
              ],
        );
      }),
    );
  });

  it("learns nothing else from a batch that does not tell, nor from another order", () => {
    const silent = settlement([transaction("silent")], { id: "silent" });
    const pending = settlement([transaction("p", { refundedMinor: 7 })], { id: "pending", status: "closed" });
    fc.assert(
      fc.property(countingWorld, ({ batches }) => {
        const before = proveAll(batches).conventions;
        if (before.length > 0) expect(proveAll([...batches, silent, pending]).conventions).toEqual(before);
        expect(proveAll(batches.toReversed()).conventions).toEqual(before);
      }),
    );
  });

  it("accuses every batch that is wrong, and no other, once it knows the way", () => {
    fc.assert(
      fc.property(countingWorld, ({ made, batches }) => {
        const { conventions, proofs } = proveAll(batches);
        if (conventions.length === 0 || conventions.some(({ basis }) => basis === null)) return;
        const accused = proofs.flatMap(({ findings }) =>
          findings.filter(({ code }) => code !== "SETTLEMENT_REJECTED" && code !== "SETTLEMENT_OVERDUE"),
        );
        expect(accused.map(({ code, entityId }) => `${code} ${entityId}`)).toEqual(
          made.flatMap(({ batch, isWrong }) => (isWrong ? [`CAPTURED_MISMATCH ${batch.header.id}`] : [])),
        );
      }),
    );
  });
});

describe("over any world of settlements", () => {
  it("a captured transaction is counted in at most one batch that is neither void nor in review", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        const { proofs } = proveAll(world);
        const ids = world.flatMap(({ header, details }) =>
          ["accepted", "closed", "open"].includes(header.status)
            ? (details?.rows ?? []).map(({ id }) => id)
            : [],
        );
        const live = proofs.flatMap(({ rows }) =>
          rows.filter(({ status }) => ["accepted", "closed", "open"].includes(status)),
        );
        const counted = live.reduce((sum, row) => sum + (row.transactionsCaptured ?? 0), 0);
        expect(counted).toBeLessThanOrEqual(new Set(ids).size);
      }),
    );
  });

  it("a batch with nothing unexplained declares totals that an earned basis equals, or two errors that cancel out", () => {
    fc.assert(
      fc.property(wildWorld, (world) => {
        for (const row of proveAll(world).proofs.flatMap(({ rows }) => rows)) {
          if (row.unexplained !== 0n || row.capturedBasis === null) continue;
          const isProved = row.capturedBasis !== "none" && row.refundedBasis !== "none";
          const cancels = row.captured_difference === row.refunded_difference;
          // Net of refunds the captured total is the net: what is declared as refunded is in no net then.
          expect(isProved || cancels || row.capturedBasis === "net_of_refunds").toBe(true);
        }
      }),
    );
  });

  it("the sizes of what is unexplained are those of differences that no basis gives, and 0 where both totals are proved", () => {
    fc.assert(
      fc.property(countingWorld, ({ batches }) => {
        for (const row of proveAll(batches).proofs.flatMap(({ rows }) => rows)) {
          const isProved = row.capturedBasis !== "none" && row.refundedBasis !== "none";
          if (isProved) expect(row.unexplained).toBe(0n);
          if (row.unexplained !== 0n) expect([row.capturedBasis, row.refundedBasis]).toContain("none");
        }
      }),
    );
  });

  it("every basis that is shown is one that there is", () => {
    const known = new Set<string>([...CAPTURED_BASES, ...REFUNDED_BASES].map(({ name }) => name));
    const fixed: Conventions = new Map([["TSYS", { captured: "net_of_refunds", refunded: "both" }]]);
    fc.assert(
      fc.property(wildWorld, (world) => {
        const { batches } = proveAll(world);
        const { proofs } = proveBatches(BOOK, batches, { fixed, previous: new Map() });
        for (const { rows } of proofs)
          for (const { capturedBasis, refundedBasis } of rows)
            for (const basis of [capturedBasis, refundedBasis])
              expect(basis === null || basis === "none" || known.has(basis)).toBe(true);
      }),
    );
  });
});
