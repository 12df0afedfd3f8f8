import { describe, expect, it } from "vitest";
import type { Settlement, SettlementHeader, Transaction } from "../../src/records.ts";
import type { ProcessorConvention } from "../../src/settlement/bases.ts";
import type { ProofContext } from "../../src/settlement/context.ts";
import { proveBatches } from "../../src/settlement/prove-batches.ts";
import { proveSettlement, type SettlementProof } from "../../src/settlement/prove-settlement.ts";
import { refundedAtClose } from "../../src/settlement/refunded-at-close.ts";
import { summariseSettlement } from "../../src/settlement/summarise-settlement.ts";
import { BOOK, context, settlement, transaction } from "../../src/testing.ts";
import { proveWorld, sharedIn } from "../worlds/settlement-world.ts";

// What these tests prove: a total is only proved by rows that are there, or by what its processor does every time.

const refundRow = (id: string, totalMinor: number, other: Partial<Transaction> = {}): Transaction =>
  transaction(id, { type: "refund", totalMinor, ...other });

const proofOf = (
  rows: readonly Transaction[],
  header: Partial<SettlementHeader>,
  other: Partial<ProofContext> = {},
): SettlementProof => proveSettlement(settlement(rows, header), context(other));

const codesOf = ({ findings }: SettlementProof): readonly string[] => findings.map(({ code }) => code).sort();

const counting = (convention: Partial<ProcessorConvention>): Pick<ProofContext, "conventions"> => ({
  conventions: new Map([["TSYS", { captured: null, refunded: null, ...convention }]]),
});

/** A final batch of TSYS whose only sale of 10.00 was refunded by so much, declared otherwise than on its original. */
const batch = (id: string, refundedMinor: number, header: Partial<SettlementHeader> = {}): Settlement =>
  settlement([transaction(`${id}-t`, { refundedMinor })], { id, ...header });

const summarised = (world: readonly Settlement[]) =>
  world.map((one) => ({
    header: one.header,
    summary: summariseSettlement(one, context({ shared: sharedIn(world) })),
  }));

const proveAll = (world: readonly Settlement[], previous: ProofContext["conventions"] = new Map()) => {
  const proved = proveBatches(BOOK, summarised(world), { fixed: new Map(), previous });
  return { ...proved, proofs: [...proved.proofs] };
};

describe("a refunded total", () => {
  it("of 0 is not proved by refund rows that are not there", () => {
    const proof = proofOf([transaction("t", { refundedMinor: 700 })], { refundedMinor: 0 });
    expect(proof.rows[0]).toMatchObject({
      refundedBasis: "none",
      refunded_computed: 700n,
      refunded_difference: -700n,
      unexplained: 700n,
    });
    expect(codesOf(proof)).toEqual(["REFUNDED_MISMATCH"]);
  });

  it("is proved by refund rows that are there", () => {
    const rows = [transaction("t", { refundedMinor: 700 }), refundRow("r", 500)];
    expect(proofOf(rows, { refundedMinor: 500 }).rows[0]).toMatchObject({ refundedBasis: "refund_rows" });
    expect(proofOf(rows, { refundedMinor: 1200 }).rows[0]).toMatchObject({ refundedBasis: "both" });
  });

  it("of 0 is proved by refund rows that other batches list for the same transactions, and not by a part of them", () => {
    const sale = batch("b1", 700, { refundedMinor: 0 });
    const later = (minor: number) =>
      settlement([refundRow("b1-t", minor, { eventId: "refund" })], {
        id: "b2",
        refundedMinor: minor,
        closedAt: "2026-11-22T22:00:00.000Z",
      });
    const basisOf = (minor: number) =>
      proveWorld([sale, later(minor)]).rows.find(({ batchId }) => batchId === "b1")?.refundedBasis;
    expect(basisOf(700)).toBe("refund_rows");
    expect(basisOf(699)).toBe("none");
  });

  it("needs no further evidence where the processor always counts so", () => {
    const proof = proofOf(
      [transaction("t", { refundedMinor: 700 })],
      { refundedMinor: 0 },
      counting({ refunded: "refund_rows" }),
    );
    expect(proof.rows[0]).toMatchObject({ refundedBasis: "refund_rows", refunded_difference: 0n });
    expect(codesOf(proof)).toEqual([]);
  });

  it("counts by its size, whatever its sign", () => {
    const rows = [transaction("t", { refundedMinor: -700 }), refundRow("r", -300)];
    expect(proofOf(rows, { refundedMinor: 700 }).rows[0]).toMatchObject({
      refundedBasis: "on_original",
      refunded_computed: 700n,
    });
    expect(proofOf(rows, { refundedMinor: 300 }).rows[0]).toMatchObject({ refundedBasis: "refund_rows" });
  });
});

describe("a convention", () => {
  it("goes before any other basis that matches as well", () => {
    const rows = [transaction("t", { refundedMinor: 500 }), refundRow("r", 500)];
    expect(
      proofOf(rows, { refundedMinor: 500 }, counting({ refunded: "refund_rows" })).rows[0],
    ).toMatchObject({
      refundedBasis: "refund_rows",
    });
  });

  it("makes no exception of a batch that keeps it, and a medium one of a batch that leaves it", () => {
    const rows = [transaction("t", { totalMinor: 5000, refundedMinor: 700 })];
    const net = counting({ captured: "net_of_refunds" });
    expect(codesOf(proofOf(rows, { capturedMinor: 4300 }, net))).toEqual([]);
    const left = proofOf(rows, { capturedMinor: 5000 }, net);
    expect(left.rows[0]).toMatchObject({ capturedBasis: "gross", captured_difference: 0n, unexplained: 0n });
    expect(left.findings).toMatchObject([
      { code: "BASIS_ALTERNATIVE", severity: "medium", moneyAtStake: "7.00" },
    ]);
  });

  it("puts the larger of the two misses at stake", () => {
    const rows = [
      transaction("t", { totalMinor: 5000, refundedMinor: 300, reversedMinor: 500 }),
      refundRow("r", 100),
    ];
    const { findings } = proofOf(
      rows,
      { capturedMinor: 4500, refundedMinor: 300 },
      counting({ captured: "before_reversals", refunded: "refund_rows" }),
    );
    // Captured misses its usual figure by 5.00, refunded by 2.00.
    expect(findings).toMatchObject([{ code: "BASIS_ALTERNATIVE", moneyAtStake: "5.00" }]);
    expect(findings[0]?.whatHappened).toContain(
      "captured gross (gross) and refunded on the original rows (on_original)",
    );
  });

  it("stands in for a mismatch: expected is its figure", () => {
    const rows = [transaction("t", { totalMinor: 5000, refundedMinor: 700 })];
    const { rows: shown, findings } = proofOf(
      rows,
      { capturedMinor: 4000 },
      counting({ captured: "net_of_refunds" }),
    );
    expect(shown[0]).toMatchObject({
      capturedBasis: "none",
      captured_computed: 5000n,
      captured_difference: -300n,
      net_declared: 4000n,
      unexplained: -300n,
    });
    expect(findings).toMatchObject([
      {
        code: "CAPTURED_MISMATCH",
        expected: { text: "43.00" },
        actual: { text: "40.00" },
        moneyAtStake: "3.00",
      },
    ]);
    // The same of refunds: by refund rows 2.00 was refunded, and not the 7.00 on the original.
    const refunded = proofOf(
      [...rows, refundRow("r", 200)],
      { capturedMinor: 5000, refundedMinor: 300 },
      counting({ refunded: "refund_rows" }),
    );
    expect(refunded.rows[0]).toMatchObject({
      ...{ refundedBasis: "none", refunded_computed: 200n, refunded_difference: 100n, unexplained: -100n },
    });
    expect(refunded.findings).toMatchObject([
      {
        code: "REFUNDED_MISMATCH",
        expected: { text: "2.00" },
        actual: { text: "3.00" },
        moneyAtStake: "1.00",
      },
    ]);
  });

  it("decides what is shown as refunded in a batch of several currencies; without one whatever is there", () => {
    const rows = [
      transaction("t", { refundedMinor: 100 }),
      refundRow("r", 40),
      transaction("e", { currency: "EUR" }),
      refundRow("f", 30, { currency: "EUR" }),
    ];
    const refunded = (other: Partial<ProofContext> = {}) =>
      proofOf(rows, {}, other).rows.map((row) => row.refunded_computed);
    expect(refunded()).toEqual([30n, 100n]);
    expect(refunded(counting({ refunded: "refund_rows" }))).toEqual([30n, 40n]);
    expect(refunded(counting({ refunded: "both" }))).toEqual([30n, 140n]);
  });
});

describe("learning", () => {
  const never = Array.from({ length: 8 }, (_, at) => batch(`n${at}`, 700, { refundedMinor: 0 }));

  it("finds what eight batches do, names the one that does otherwise, and says once what no total counts", () => {
    const { conventions, proofs, findings } = proveAll([...never, batch("odd", 700)]);
    expect(conventions).toContainEqual({
      processorName: "TSYS",
      total: "refunded",
      basis: "refund_rows",
      fits: 8,
      telling: 9,
      fixed: false,
    });
    expect(proofs.flatMap((proof) => proof.findings)).toMatchObject([
      { code: "BASIS_ALTERNATIVE", entityId: "odd", severity: "medium", moneyAtStake: "7.00" },
    ]);
    expect(findings).toMatchObject([
      { code: "REFUNDS_NOT_COUNTED", entity: "processor", entityId: "TSYS/USD", moneyAtStake: "56.00" },
    ]);
  });

  it("needs five batches, and eight in ten of those that tell", () => {
    const basisOf = (few: number, others: number): string | null | undefined =>
      proveAll([
        ...never.slice(0, few),
        ...Array.from({ length: others }, (_, at) => batch(`o${at}`, 700)),
      ]).conventions.find(({ total }) => total === "refunded")?.basis;
    expect(basisOf(4, 0)).toBeNull();
    expect(basisOf(5, 0)).toBe("refund_rows");
    expect(basisOf(8, 2)).toBe("refund_rows");
    expect(basisOf(7, 2)).toBeNull();
  });

  it("keeps what was known before until it fits fewer than half of those that tell", () => {
    const previous = new Map([["TSYS", { captured: null, refunded: "refund_rows" } as const]]);
    const basisOf = (few: number, others: number): string | null | undefined =>
      proveAll(
        [...never.slice(0, few), ...Array.from({ length: others }, (_, at) => batch(`o${at}`, 700))],
        previous,
      ).conventions.find(({ total }) => total === "refunded")?.basis;
    expect(basisOf(0, 0)).toBeUndefined();
    expect(basisOf(1, 0)).toBe("refund_rows");
    expect(basisOf(2, 2)).toBe("refund_rows");
    expect(basisOf(2, 3)).toBeNull();
  });

  it("is overruled by the configuration, which is listed with what it fits", () => {
    const summarised = never.map((one) => ({
      header: one.header,
      summary: summariseSettlement(one, context()),
    }));
    const fixed = new Map([["TSYS", { captured: null, refunded: "on_original" } as const]]);
    const { conventions, proofs } = proveBatches(BOOK, summarised, { fixed, previous: new Map() });
    expect(conventions).toContainEqual({
      ...{ processorName: "TSYS", total: "refunded", basis: "on_original", fits: 0, telling: 8, fixed: true },
    });
    expect([...proofs].flatMap(({ rows }) => rows.map((row) => row.refundedBasis))).toEqual(
      never.map(() => "none"),
    );
  });

  it("is not done from batches that are not final, or have several currencies", () => {
    const pending = never.map((one) => ({ ...one, header: { ...one.header, status: "submitted" } }));
    expect(proveAll(pending).conventions).toEqual([]);
  });

  it("is not done from batches that their source has forgotten, though they are proved", () => {
    const forgotten = summarised(never).map((one) => ({ ...one, isForgotten: true }));
    const { conventions, proofs } = proveBatches(BOOK, forgotten, { fixed: new Map(), previous: new Map() });
    expect(conventions).toEqual([]);
    expect([...proofs]).toHaveLength(never.length);
  });

  it("knows that refunds in rows of their own are in a total, and those that name another transaction are too", () => {
    const own = settlement([refundRow("r-own", 5600)], { id: "own", refundedMinor: 5600 });
    expect(proveAll([...never, own]).findings).toEqual([]);
    // Two batches that list it hold one refund, which accounts for as much.
    const again = settlement([refundRow("r-own", 5600, { eventId: "e" })], { id: "z", refundedMinor: 0 });
    const once = settlement([refundRow("r-own", 5600, { eventId: "e" })], { id: "own", refundedMinor: 5600 });
    expect(proveAll([...never, once, again]).findings).toEqual([]);
    const short = settlement([refundRow("r-own", 5599)], { id: "own", refundedMinor: 5599 });
    expect(proveAll([...never, short]).findings).toMatchObject([{ moneyAtStake: "0.01" }]);
  });

  it("says what refund rows give beyond their originals where originals are counted", () => {
    const rows = [
      transaction("t", { totalMinor: 5000, refundedMinor: 700 }),
      refundRow("t", 900),
      refundRow("r", 50),
    ];
    const { findings } = proveAll([settlement(rows, { refundedMinor: 700 })]);
    expect(findings).toMatchObject([{ code: "REFUNDS_NOT_COUNTED", moneyAtStake: "2.50" }]);
  });
});

describe("a header that stays as it was at the close", () => {
  const first = batch("b1", 300);
  const now = settlement([transaction("b1-t", { refundedMinor: 800 })], {
    id: "b1",
    refundedMinor: 300,
  });

  it("is proved by what was refunded then, and says what was refunded since", () => {
    const atClose = refundedAtClose(first, now.header, context());
    expect(atClose).toBe(300);
    const proof = proveSettlement(now, context({ refundedAtClose: new Map([["b1", 300]]) }));
    expect(proof.rows[0]).toMatchObject({
      refundedBasis: "at_close",
      refunded_computed: 800n,
      refunded_difference: 0n,
      net_declared: 200n,
      net_computed: 200n,
      unexplained: 0n,
    });
    expect(proof.findings).toMatchObject([
      { code: "REFUNDED_LATER", expected: { text: "3.00" }, actual: { text: "8.00" }, moneyAtStake: "5.00" },
    ]);
  });

  it("is not believed where the batch did not tie out then, or declares other totals now", () => {
    const untied = batch("b1", 300, { refundedMinor: 200 });
    expect(refundedAtClose(untied, untied.header, context())).toBeNull();
    expect(
      refundedAtClose(batch("b1", 300, { capturedMinor: 1 }), { ...now.header, capturedMinor: 1 }, context()),
    ).toBeNull();
    expect(refundedAtClose(first, { ...now.header, capturedMinor: 999 }, context())).toBeNull();
    expect(refundedAtClose(first, { ...now.header, refundedMinor: 301 }, context())).toBeNull();
    expect(refundedAtClose({ ...first, details: null }, now.header, context())).toBeNull();
  });

  it("tells nothing of how its processor counts", () => {
    const summary = summariseSettlement(now, context({ refundedAtClose: new Map([["b1", 300]]) }));
    const { conventions } = proveBatches(BOOK, [{ header: now.header, summary }], {
      fixed: new Map(),
      previous: new Map(),
    });
    expect(conventions.map(({ telling }) => telling)).toEqual([0, 0]);
  });
});
