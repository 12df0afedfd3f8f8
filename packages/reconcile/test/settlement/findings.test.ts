import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/exceptions/finding.ts";
import type { Settlement, SettlementHeader, Transaction } from "../../src/records.ts";
import type { ProofContext } from "../../src/settlement/context.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import {
  context,
  invalidRecord,
  settlement,
  sharedTransaction,
  transaction,
  unavailable,
} from "../../src/testing.ts";

/** The cells that tell findings apart, one line each. */
const said = (batch: Settlement, other: Partial<ProofContext> = {}): readonly string[] =>
  proveSettlement(batch, context(other)).findings.map(line);

const line = ({ code, entity, entityId, currency, expected, actual, moneyAtStake }: Finding): string =>
  [code, entity, entityId, currency, expected?.text, actual?.text, moneyAtStake]
    .map((cell) => cell ?? "-")
    .join(" ");

const saidOf = (
  rows: readonly Transaction[],
  header: Partial<SettlementHeader> = {},
  other: Partial<ProofContext> = {},
): readonly string[] => said(settlement(rows, header), other);

describe("findings about a batch", () => {
  it("finds nothing in a batch that adds up", () => {
    expect(
      saidOf([transaction("t1", { refundedMinor: 200 }), transaction("t2", { status: "declined" })]),
    ).toEqual([]);
  });

  it("CAPTURED_MISMATCH, either way, with the size of the difference at stake", () => {
    expect(saidOf([transaction("t")], { capturedMinor: 1001 })).toEqual([
      "CAPTURED_MISMATCH batch b1 USD 10.00 10.01 0.01",
    ]);
    expect(saidOf([transaction("t")], { capturedMinor: 0 })).toEqual([
      "CAPTURED_MISMATCH batch b1 USD 10.00 0.00 10.00",
    ]);
  });

  it("REFUNDED_MISMATCH", () => {
    expect(saidOf([transaction("t", { refundedMinor: 300 })], { refundedMinor: 100 })).toEqual([
      "REFUNDED_MISMATCH batch b1 USD 3.00 1.00 2.00",
    ]);
  });

  it("claims a mismatch of whole units in an unknown currency, without printing amounts in it", () => {
    const lines = saidOf([transaction("t", { currency: "XTS" })], { capturedMinor: 1001 });
    expect(lines).toEqual(["CAPTURED_MISMATCH batch b1 XTS - - -", "UNKNOWN_CURRENCY batch b1 XTS - XTS -"]);
  });

  it("BASIS_ALTERNATIVE once, naming both bases", () => {
    const rows = [
      transaction("t", { reversedMinor: 100 }),
      transaction("r", { type: "refund", totalMinor: 50 }),
    ];
    const { findings } = proveSettlement(
      settlement(rows, { capturedMinor: 1000, refundedMinor: 50 }),
      context(),
    );
    expect(findings.map(line)).toEqual(["BASIS_ALTERNATIVE batch b1 USD - - -"]);
    expect(findings[0]?.whatHappened).toMatch(/before_reversals.*refund_rows/);
  });

  it.each([
    [2, "distinct ids"],
    [3, "rows with repeats"],
    [1, "rows that moved money"],
  ])("accepts a declared count of %s: %s", (transactionCount) => {
    const declined = transaction("t2", { status: "declined" });
    expect(saidOf([transaction("t1"), declined, declined], { transactionCount })).toEqual([]);
  });

  it("COUNT_MISMATCH where the declared count is none of them", () => {
    expect(saidOf([transaction("t1"), transaction("t2")], { transactionCount: 1 })).toEqual([
      "COUNT_MISMATCH batch b1 USD 2 1 -",
    ]);
  });

  it("DETAIL_UNAVAILABLE, and no mismatch of what could not be read", () => {
    const batch = unavailable(settlement([transaction("t")], { capturedMinor: 5000, transactionCount: 7 }));
    expect(said(batch)).toEqual(["DETAIL_UNAVAILABLE batch b1 - - 404 -"]);
    // What it declares can be said where a currency is assumed.
    expect(said(batch, { assumedCurrency: "USD" })).toContain("DETAIL_UNAVAILABLE batch b1 USD - 404 50.00");
  });

  it("DETAILS_TRUNCATED, and no mismatch of what is missing", () => {
    expect(
      saidOf([transaction("t1"), transaction("t2")], { transactionCount: 3, capturedMinor: 3000 }),
    ).toEqual(["DETAILS_TRUNCATED batch b1 USD 3 2 -"]);
  });

  it("INVALID_RECORD of the record, or of the batch where it has no id; no truncation where they make up the count", () => {
    const batch = settlement([transaction("t1")], { transactionCount: 3, capturedMinor: 3000 }, [
      invalidRecord("t2"),
      invalidRecord(null),
    ]);
    expect(said(batch)).toEqual([
      "INVALID_RECORD transaction t2 - an integer 12.5 -",
      "INVALID_RECORD batch b1 - an integer 12.5 -",
    ]);
  });

  it("INVALID_RECORD of a batch whose answer was refused whole, and no truncation: nothing was searched for", () => {
    const refused = [{ ...invalidRecord(null), path: "$" }];
    const codes = (rows: readonly Transaction[]) =>
      proveSettlement(settlement(rows, { transactionCount: 3 }, refused), context()).findings.map(
        ({ code }) => code,
      );
    expect(codes([])).toEqual(["INVALID_RECORD"]);
    expect(codes([transaction("t1")])).toEqual(["DETAILS_TRUNCATED", "INVALID_RECORD"]);
  });

  it("INVALID_RECORD of a batch that is more than is read, which breaks no contract", () => {
    const most = { rule: "a batch of at most 5 transactions", value: "one of 6", isTooLarge: true };
    const refused = [{ ...invalidRecord(null), ...most, path: "$" }];
    const [finding] = proveSettlement(settlement([], { transactionCount: 6 }, refused), context()).findings;
    expect(finding).toMatchObject({
      code: "INVALID_RECORD",
      whatHappened:
        "This is more than is read, and nothing of it was: expected a batch of at most 5 transactions, got one of 6.",
      whatToDo: "Compare what it declares with the statement by hand: nothing under it was read.",
    });
  });

  it("MIXED_CURRENCY, and no mismatch of totals that no currency can be proven with", () => {
    expect(saidOf([transaction("t1"), transaction("t2", { currency: "EUR" })], { capturedMinor: 1 })).toEqual(
      ["MIXED_CURRENCY batch b1 - - EUR;USD -"],
    );
  });

  it("ASSUMED_CURRENCY where configuration had to name it", () => {
    expect(saidOf([transaction("t", { currency: "" })], {}, { assumedCurrency: "EUR" })).toEqual([
      "ASSUMED_CURRENCY batch b1 EUR - - -",
    ]);
    expect(saidOf([transaction("t", { currency: "" })])).toEqual([]);
  });

  it("UNKNOWN_STATUS of a batch, also with none at all", () => {
    expect(saidOf([transaction("t")], { status: "settling" })).toEqual([
      "UNKNOWN_STATUS batch b1 USD - settling -",
    ]);
    expect(saidOf([transaction("t")], { status: "" })).toEqual(["UNKNOWN_STATUS batch b1 USD - - -"]);
  });

  it("SETTLEMENT_REJECTED only with money in it", () => {
    expect(saidOf([transaction("t", { refundedMinor: 300 })], { status: "rejected" })).toEqual([
      "SETTLEMENT_REJECTED batch b1 USD 0.00 7.00 10.00",
    ]);
    expect(saidOf([transaction("t")], { status: "cancelled" })).toEqual([
      "SETTLEMENT_REJECTED batch b1 USD 0.00 10.00 10.00",
    ]);
    expect(saidOf([transaction("t", { status: "declined" })], { status: "rejected" })).toEqual([]);
  });

  it("PARTIALLY_ACCEPTED with the declared captured total at stake", () => {
    expect(saidOf([transaction("t")], { status: "partially_accepted" })).toEqual([
      "PARTIALLY_ACCEPTED batch b1 USD - - 10.00",
    ]);
  });

  it.each([
    ["closed", "2026-11-23", []],
    ["closed", "2026-11-24", ["SETTLEMENT_OVERDUE batch b1 USD 3 4 10.00"]],
    ["submitted", "2026-11-24", ["SETTLEMENT_OVERDUE batch b1 USD 3 4 10.00"]],
    ["open", "2026-11-22", []],
    ["open", "2026-11-23", ["OPEN_TOO_LONG batch b1 USD 2 3 10.00"]],
    ["accepted", "2027-11-23", []],
  ])("a batch of 2026-11-20 that is %s on %s: %j", (status, asOfDay, lines) => {
    expect(saidOf([transaction("t")], { status }, { asOfDay })).toEqual(lines);
  });

  it("counts days late against the configured limits", () => {
    const limits = { asOfDay: "2026-11-22", pendingDaysLimit: 1, openDaysLimit: 2 };
    expect(saidOf([transaction("t")], { status: "closed" }, limits)).toEqual([
      "SETTLEMENT_OVERDUE batch b1 USD 1 2 10.00",
    ]);
    expect(saidOf([transaction("t")], { status: "open" }, limits)).toEqual([]);
  });
});

describe("findings about a transaction", () => {
  it("REFUND_EXCEEDS_CAPTURE by one cent, and not at the capture itself", () => {
    expect(saidOf([transaction("t", { refundedMinor: 1000 })])).toEqual([]);
    expect(saidOf([transaction("t", { refundedMinor: 1001 })])).toEqual([
      "REFUND_EXCEEDS_CAPTURE transaction t USD 10.00 10.01 0.01",
    ]);
  });

  it("does not take a negative capture for an excess of refunds", () => {
    expect(saidOf([transaction("t", { totalMinor: -3510 })])).toEqual([]);
  });

  it("claims no excess of a row that moved no money", () => {
    expect(saidOf([transaction("t", { status: "declined", refundedMinor: 1001 })])).toEqual([]);
  });

  it("measures the excess against what is left after reversals", () => {
    const row = transaction("t", { reversedMinor: 400, refundedMinor: 700 });
    expect(saidOf([row])).toEqual(["REFUND_EXCEEDS_CAPTURE transaction t USD 6.00 7.00 1.00"]);
  });

  it("PARTIAL_APPROVAL of 32.00 from 50.00", () => {
    const row = transaction("t", {
      totalMinor: 5000,
      statusReason: "partial_approval",
      authorizedMinor: 3200,
    });
    expect(saidOf([row])).toEqual(["PARTIAL_APPROVAL transaction t USD 50.00 32.00 18.00"]);
  });

  it("UNKNOWN_STATUS of a transaction, also with none at all", () => {
    expect(saidOf([transaction("t1", { status: "held" }), transaction("t2", { status: null })])).toEqual([
      "UNKNOWN_STATUS transaction t1 USD - held -",
      "UNKNOWN_STATUS transaction t2 USD - - -",
    ]);
  });

  it("WRONG_BATCH, unless the row names its own batch or none", () => {
    const rows = [
      transaction("t1", { batchId: "b9" }),
      transaction("t2", { batchId: "b1" }),
      transaction("t3"),
    ];
    expect(saidOf(rows)).toEqual(["WRONG_BATCH transaction t1 USD b1 b9 -"]);
  });

  it("DUPLICATE_TRANSACTION from the batch that counts it alone, and no WRONG_BATCH", () => {
    const row = transaction("t", { batchId: "b1", reversedMinor: 100, status: "settled" });
    const shared = new Map([["t", sharedTransaction("b1", ["b1", "b2"])]]);
    expect(saidOf([row], {}, { shared })).toEqual(["DUPLICATE_TRANSACTION transaction t USD - b1;b2 9.00"]);

    const other = settlement([row], { id: "b2", capturedMinor: 0 });
    expect(said(other, { shared })).toEqual([]);
  });

  it("says everything else about a shared transaction once, for all batches that list it", () => {
    const shared = new Map([["t", sharedTransaction("b1", ["b1", "b2"])]]);
    const batch = settlement([transaction("t", { status: "held" })]);
    expect(
      proveSettlement(batch, context({ shared })).findings.map(({ code, batchIds }) => [code, batchIds]),
    ).toEqual([
      ["UNKNOWN_STATUS", ["b1", "b2"]],
      ["DUPLICATE_TRANSACTION", ["b1", "b2"]],
    ]);
  });

  it("puts the base of the transaction itself at stake, not that of its refund row listed first", () => {
    const rows = [transaction("t", { type: "refund", totalMinor: 100 }), transaction("t")];
    const shared = new Map([["t", sharedTransaction("b1", ["b1", "b2"])]]);
    expect(saidOf(rows, {}, { shared })).toContain("DUPLICATE_TRANSACTION transaction t USD - b1;b2 10.00");
  });

  it("CONFLICTING_TRANSACTION with the larger base at stake", () => {
    const rows = [transaction("t", { totalMinor: 400 }), transaction("t", { totalMinor: 900 })];
    expect(saidOf(rows)).toEqual([
      "CAPTURED_MISMATCH batch b1 USD 4.00 13.00 9.00",
      "CONFLICTING_TRANSACTION transaction t USD - - 9.00",
    ]);
  });

  it("takes refund rows of a transaction for no conflict", () => {
    const rows = [
      transaction("t", { refundedMinor: 100 }),
      transaction("t", { type: "refund", totalMinor: 100 }),
    ];
    expect(saidOf(rows)).toEqual([]);
  });
});

it("says what happened and what to do in one plain sentence each", () => {
  const batch = settlement(
    [
      transaction("t1", { refundedMinor: 2000, batchId: "b9" }),
      transaction("t2", { status: "held" }),
      transaction("t2"),
    ],
    { capturedMinor: 7, refundedMinor: 9, transactionCount: 1, status: "settling" },
    [],
  );
  const { findings } = proveSettlement(batch, context());
  expect(findings.length).toBeGreaterThan(6);
  for (const { whatHappened, whatToDo } of findings) {
    expect(whatHappened).toMatch(/^[A-Z0-9].*\.$/);
    expect(whatToDo).toMatch(/^[A-Z0-9].*\.$/);
  }
});
