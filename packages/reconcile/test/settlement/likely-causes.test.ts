import { describe, expect, it } from "vitest";
import type { SettlementHeader, Transaction } from "../../src/records.ts";
import { proveBatches } from "../../src/settlement/prove-batches.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import { summariseSettlement } from "../../src/settlement/summarise-settlement.ts";
import { BOOK, context, settlement, transaction } from "../../src/testing.ts";

// What these tests prove: a difference says what it equals, the first of what is known, and nothing where nothing does.

const rows = [
  transaction("t1", { totalMinor: 5000, tipMinor: 300, surchargeMinor: 150, taxMinor: 77 }),
  transaction("t2", { totalMinor: 2000, tipMinor: 40, refundedMinor: 600 }),
  transaction("t3", { totalMinor: 900, status: "pending" }),
  transaction("t4", { totalMinor: 50, type: "chargeback" }),
  transaction("t5", { totalMinor: 8000, status: "declined" }),
];

const causeOf = (header: Partial<SettlementHeader>, listed: readonly Transaction[] = rows) => {
  const { findings } = proveSettlement(settlement(listed, header), context());
  return findings.find(({ code }) => code.endsWith("_MISMATCH"));
};

describe("the likely cause of a difference", () => {
  it.each([
    [2000, "row:t2", "which equals the base of transaction t2"],
    [340, "tips", "which equals the tips of the rows that moved money"],
    [150, "surcharges", "which equals the surcharges of the rows that moved money"],
    [77, "taxes", "which equals the taxes of the rows that moved money"],
    [950, "left_out", "which equals the rows that count nowhere"],
  ])("of %d is %s, and the sentence says so", (difference, likelyCause, phrase) => {
    for (const sign of [1, -1]) {
      const mismatch = causeOf({ capturedMinor: 7000 + sign * difference, transactionCount: 5 });
      expect(mismatch).toMatchObject({ code: "CAPTURED_MISMATCH", likelyCause });
      expect(mismatch?.whatHappened).toContain(phrase);
    }
  });

  it("is none where nothing equals it, to the minor unit", () => {
    const mismatch = causeOf({ capturedMinor: 7341 });
    expect(mismatch?.likelyCause).toBeNull();
    expect(mismatch?.whatHappened).not.toContain("equals");
  });

  it("of refunds is what was refunded on one row", () => {
    const listed = [...rows, transaction("t6", { totalMinor: 600, refundedMinor: 250 })];
    expect(causeOf({ refundedMinor: 600, capturedMinor: 7600 }, listed)).toMatchObject({
      code: "REFUNDED_MISMATCH",
      likelyCause: "row:t6",
    });
  });

  it("is a row before a sum, and of equal rows the first listed", () => {
    const listed = [
      transaction("a", { totalMinor: 300 }),
      transaction("b", { totalMinor: 300, tipMinor: 300 }),
      transaction("c", { totalMinor: 1 }),
    ];
    expect(causeOf({ capturedMinor: 301 }, listed)).toMatchObject({ likelyCause: "row:a" });
  });

  it("is what another batch of the day and account declares, and not one of another day, account or currency", () => {
    const off = settlement([transaction("t")], { id: "off", capturedMinor: 1000 + 4242 });
    const other = (header: Partial<SettlementHeader>, currency = "USD") =>
      settlement([transaction(`o-${header.id}`, { totalMinor: 4242, currency })], { id: "other", ...header });
    const causeWith = (one: ReturnType<typeof other>) => {
      const world = [off, one].map((batch) => ({
        header: batch.header,
        summary: summariseSettlement(batch, context()),
      }));
      const { proofs } = proveBatches(BOOK, world, { fixed: new Map(), previous: new Map() });
      return [...proofs][0]?.findings[0]?.likelyCause;
    };
    expect(causeWith(other({ id: "other" }))).toBe("batch:other");
    expect(causeWith(other({ id: "other", accountId: "acc2" }))).toBeNull();
    expect(causeWith(other({ id: "other", closedAt: "2026-11-21T22:00:00.000Z" }))).toBeNull();
    expect(causeWith(other({ id: "other" }, "EUR"))).toBeNull();
  });

  it("follows the figure that stands in: that of the convention", () => {
    const conventions = new Map([["TSYS", { captured: "net_of_refunds", refunded: null } as const]]);
    const { findings } = proveSettlement(
      settlement(rows, { capturedMinor: 6400 - 340, transactionCount: 5 }),
      context({ conventions }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "CAPTURED_MISMATCH", likelyCause: "tips" }),
    );
  });
});
