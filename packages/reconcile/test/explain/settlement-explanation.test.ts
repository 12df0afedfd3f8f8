import { describe, expect, it } from "vitest";
import type { ExceptionCode } from "../../src/exceptions/exceptions.ts";
import { traceExceptions } from "../../src/exceptions/trace-exceptions.ts";
import { type Explanation, MAX_RECORDS } from "../../src/explain/Explanation.ts";
import { explain } from "../../src/explain/explain.ts";
import type { Settlement } from "../../src/records.ts";
import { CAPTURED_BASES } from "../../src/settlement/bases.ts";
import type { ProofContext } from "../../src/settlement/context.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import {
  context,
  FIRST_NIGHT,
  invalidRecord,
  settlement,
  sharedTransaction,
  transaction,
  unavailable,
} from "../../src/testing.ts";

/** Proves batches and explains the first exception of a code, as the command does. */
const explained = (
  code: ExceptionCode,
  settlements: readonly Settlement[],
  other: Partial<ProofContext> = {},
): Explanation => {
  const proven = context(other);
  const findings = settlements.flatMap((batch) => proveSettlement(batch, proven).findings);
  const exception = traceExceptions(findings, FIRST_NIGHT).find((row) => row.code === code);
  if (exception === undefined) throw new Error(`no ${code} was found`);
  return explain(exception, { settled: { settlements, context: proven } });
};

const saysOf = ({ records }: Explanation, id: string): readonly string[] =>
  records.filter((record) => record.id === id).map(({ says }) => says.at(-1) ?? "");

describe("explaining a batch", () => {
  it("goes from the rows to every basis that was tried, and by how much each missed", () => {
    const rows = [
      transaction("t1", { totalMinor: 5000, refundedMinor: 300 }),
      transaction("t2", { totalMinor: 2000, reversedMinor: 500 }),
      transaction("t3", { totalMinor: 900, status: "declined" }),
      transaction("t4", { totalMinor: 700, type: "refund" }),
    ];
    const batch = settlement(rows, { capturedMinor: 9999, refundedMinor: 1000 });
    const { arithmetic, notes } = explained("CAPTURED_MISMATCH", [batch]);
    // A basis that is added is tried as well.
    const from = arithmetic.indexOf("declared as captured: 99.99 USD") + 1;
    const captured = arithmetic.slice(from, from + CAPTURED_BASES.length);
    expect(captured).toEqual(
      expect.arrayContaining([
        "  gross (sum of the bases): 65.00 USD, off by 34.99 USD",
        "  before_reversals (bases + reversed): 70.00 USD, off by 29.99 USD",
        "  net_of_refunds (bases − 10.00 USD refunded): 55.00 USD, off by 44.99 USD",
      ]),
    );
    expect(arithmetic).toEqual([
      "declared transactions: 4",
      "rows listed: 4",
      "distinct transactions in them: 4",
      "rows that moved money: 2",
      "records left out as invalid: 0",
      "t1: total 50.00 USD = base 50.00 USD",
      "t2: total 20.00 USD − reversed 5.00 USD = base 15.00 USD",
      "t4: refund row of 7.00 USD",
      "sum of the bases of 2 rows that moved money: 65.00 USD",
      "reversed from them: 5.00 USD",
      "R2, refunded on the original rows: 3.00 USD",
      "R3, refund rows of their own: 7.00 USD",
      "how TSYS usually counts: captured not known, refunded not known",
      "declared as refunded: 10.00 USD",
      "  on_original (R2): 3.00 USD, off by 7.00 USD",
      "  refund_rows (R3): 7.00 USD, off by 3.00 USD",
      "  both (R2 + R3): 10.00 USD, which is the declared figure",
      "declared as captured: 99.99 USD",
      ...captured,
      "tried for the difference of 34.99 USD captured:",
      "  the tips of the rows that moved money (tips): 0.00 USD",
      "  the surcharges of the rows that moved money (surcharges): 0.00 USD",
      "  the taxes of the rows that moved money (taxes): 0.00 USD",
      "  the rows that count nowhere (left_out): 0.00 USD",
      "  a single row of that amount, or another batch of the day and account that declares it: none",
      "reported as expected: 65.00 USD",
      "reported as actual: 99.99 USD",
      "reported at stake: 34.99 USD",
      expect.stringContaining("reported: Koard declares 99.99 USD captured"),
    ]);
    expect(notes).toEqual([]);
  });

  it("names the other batch that declares what a total is off by", () => {
    const rows = [transaction("t1", { totalMinor: 5000 })];
    const batch = settlement(rows, { capturedMinor: 7500 });
    const [exception] = traceExceptions(proveSettlement(batch, context()).findings, FIRST_NIGHT);
    if (exception === undefined) throw new Error("nothing was found");
    const settled = { settlements: [batch], context: context() };
    const { arithmetic } = explain({ ...exception, likelyCause: "batch:b2" }, { settled });
    expect(arithmetic).toContain("  equal to what batch b2 of the same day and account declares (batch:b2)");
  });

  it("shows what each row says and how it was counted", () => {
    const rows = [
      transaction("t1", { batchId: "b1", refundedMinor: 0 }),
      transaction("t1", { batchId: "b1", refundedMinor: 0 }),
      transaction("t2", { reversedMinor: 1000 }),
      transaction("t3", { status: null }),
      transaction("t4", { type: "verification" }),
      transaction("t5", { type: "refund", totalMinor: 10 }),
      transaction("t6"),
    ];
    const shared = new Map([["t6", sharedTransaction("b0", ["b0", "b1"])]]);
    const explanation = explained("CAPTURED_MISMATCH", [settlement(rows, { capturedMinor: 1 })], { shared });
    expect(explanation.records[0]).toMatchObject({ kind: "batch", id: "b1" });
    expect(explanation.records[0]?.says).toContain("captured 0.01 USD");
    expect(saysOf(explanation, "t1")).toEqual([
      "counted with 10.00 USD",
      "left out: a repeat, or another row of the same transaction counts",
    ]);
    expect(explanation.records[1]?.says).toEqual([
      ...["listed in batch b1", "names batch b1", "type sale", "status settled", "total 10.00 USD"],
      ...["refunded 0.00 USD", "counted with 10.00 USD"],
    ]);
    expect(["t2", "t3", "t4", "t5", "t6"].map((id) => saysOf(explanation, id))).toEqual([
      ["moved no money: wholly reversed"],
      ["moved no money: its status says so"],
      ["moved no money: its type is no capture's"],
      ["counted as a refund row"],
      ["left out: counted in batch b0"],
    ]);
    // The transaction that another batch counts is in no sum.
    expect(explanation.arithmetic).toContain("sum of the bases of 1 row that moved money: 10.00 USD");
  });

  it("lists at most so many rows and says how many more, with sums over all", () => {
    const rows = Array.from({ length: MAX_RECORDS + 5 }, (_, at) => transaction(`t${at}`));
    const { records, recordsLeftOut, arithmetic } = explained("CAPTURED_MISMATCH", [
      settlement(rows, { capturedMinor: 1 }),
    ]);
    expect([records.length, recordsLeftOut]).toEqual([MAX_RECORDS + 1, 5]);
    expect(arithmetic.filter((line) => line.includes("= base")).length).toBe(MAX_RECORDS);
    expect(arithmetic).toContain("and 5 more rows that moved money, in the sums below");
    expect(arithmetic).toContain(`sum of the bases of ${MAX_RECORDS + 5} rows that moved money: 2050.00 USD`);
  });

  it("adds up each currency of a mixed batch for itself, with nothing declared to compare", () => {
    const rows = [transaction("t1"), transaction("t2", { currency: "JPY", totalMinor: 12 })];
    const { arithmetic, notes } = explained("MIXED_CURRENCY", [settlement(rows)]);
    expect(arithmetic).toContain("rows in USD:");
    expect(arithmetic).toContain("sum of the bases of 1 row that moved money: 12 JPY");
    expect(arithmetic.some((line) => line.startsWith("declared as"))).toBe(false);
    expect(notes).toHaveLength(1);
  });

  it("adds nothing up where details are not whole, and says so", () => {
    const batch = settlement([transaction("t1")], { transactionCount: 3 });
    const truncated = explained("DETAILS_TRUNCATED", [batch]);
    expect(truncated.arithmetic.slice(0, 2)).toEqual(["declared transactions: 3", "rows listed: 1"]);
    expect(truncated.notes).toEqual([
      "The details of batch b1 are not whole, so nothing is added up for it.",
    ]);
    const rejected = settlement([transaction("t1")], { transactionCount: 3, status: "rejected" });
    expect(explained("SETTLEMENT_REJECTED", [rejected]).arithmetic.join()).not.toContain("sum of");

    const missing = explained("DETAIL_UNAVAILABLE", [unavailable(batch)]);
    expect(missing.arithmetic.slice(0, -1)).toEqual(["declared transactions: 3", "reported as actual: 404"]);
    expect(missing.notes[0]).toContain("404");
  });

  it("counts the days of a late batch, without its rows", () => {
    const late = settlement([transaction("t1")], { status: "submitted" });
    const { arithmetic, records } = explained("SETTLEMENT_OVERDUE", [late], { asOfDay: "2026-11-25" });
    expect(arithmetic[0]).toBe("from 2026-11-20, its business day, to 2026-11-25: 5 days");
    expect(records.map(({ kind }) => kind)).toEqual(["batch"]);
  });

  it("prints counts without the currency of the batch", () => {
    const batch = settlement([
      transaction("t1"),
      transaction("t2"),
      transaction("t2", { status: "declined" }),
    ]);
    const { arithmetic } = explained("COUNT_MISMATCH", [
      { ...batch, header: { ...batch.header, transactionCount: 0 } },
    ]);
    expect(arithmetic).toContain("reported as expected: 2");
    expect(arithmetic).toContain("distinct transactions in them: 2");
  });

  it("says when the currency is assumed", () => {
    const batch = settlement([transaction("t1", { currency: "" })]);
    expect(explained("ASSUMED_CURRENCY", [batch], { assumedCurrency: "EUR" }).notes).toEqual([
      "The currency EUR is assumed, from the configuration.",
    ]);
  });

  it("names the path, the rule and the value of a record left out", () => {
    const batch = settlement([transaction("t1")], {}, [invalidRecord("t2"), invalidRecord("t9")]);
    const { records, arithmetic } = explained("INVALID_RECORD", [batch]);
    expect(records.map(({ id }) => id)).toEqual(["b1", "t2"]);
    expect(records[1]?.says).toContain("should have been an integer");
    expect(arithmetic).toContain("reported as actual: 12.5");
    const holder = explained("INVALID_RECORD", [settlement([transaction("t1")], {}, [invalidRecord(null)])]);
    expect(holder.records.map(({ id }) => id)).toEqual(["b1", "(no id)"]);
    expect(holder.arithmetic).toContain("records left out as invalid: 1");
  });
});

describe("explaining a transaction", () => {
  it("shows its rows alone, in every batch that lists it, and the excess of a refund", () => {
    const row = transaction("t1", { refundedMinor: 1200, reversedMinor: 100 });
    const batches = [settlement([row, transaction("t2")]), settlement([row], { id: "b2" })];
    const { records, arithmetic } = explained("REFUND_EXCEEDS_CAPTURE", batches);
    expect(records.map(({ id }) => id)).toEqual(["b1", "b2", "t1", "t1"]);
    expect(arithmetic.slice(0, 3)).toEqual([
      "in batch b1: t1: total 10.00 USD − reversed 1.00 USD = base 9.00 USD",
      "in batch b1: t1: refunded 12.00 USD − base 9.00 USD = 3.00 USD",
      "in batch b2: t1: total 10.00 USD − reversed 1.00 USD = base 9.00 USD",
    ]);
  });

  it("shows what was authorised of a partial approval, and rows that moved nothing", () => {
    const row = transaction("t1", {
      statusReason: "partial_approval",
      totalMinor: 5000,
      authorizedMinor: 3200,
    });
    const { arithmetic, records } = explained("PARTIAL_APPROVAL", [settlement([row])]);
    expect(arithmetic[0]).toBe("in batch b1: t1: authorised 32.00 USD of 50.00 USD = base 32.00 USD");
    expect(records[1]?.says).toContain("status settled (partial_approval)");
    const none = { ...row, refundedMinor: 0 };
    expect(explained("PARTIAL_APPROVAL", [settlement([none])]).arithmetic[1]).toBe(
      "reported as expected: 50.00 USD",
    );
    const held = explained("UNKNOWN_STATUS", [settlement([transaction("t1", { status: "held" })])]);
    expect(held.arithmetic[0]).toBe("in batch b1: t1: moved no money");
  });

  it("shows both rows of a conflict, one counted and one left out", () => {
    const rows = [transaction("t1"), transaction("t1", { totalMinor: 7 })];
    const explanation = explained("CONFLICTING_TRANSACTION", [settlement(rows)]);
    expect(saysOf(explanation, "t1")).toEqual([
      "counted with 10.00 USD",
      "left out: a repeat, or another row of the same transaction counts",
    ]);
  });
});

describe("explaining records without an id", () => {
  it("leaves those with an id to their own exceptions", () => {
    const batch = settlement([transaction("t1")], {}, [invalidRecord(null), invalidRecord("t7")]);
    const findings = proveSettlement(batch, context()).findings.filter(({ entity }) => entity === "batch");
    const [exception] = traceExceptions(
      findings.filter(({ code }) => code === "INVALID_RECORD"),
      FIRST_NIGHT,
    );
    if (exception === undefined) throw new Error("no exception about the batch");
    const { records } = explain(exception, { settled: { settlements: [batch], context: context() } });
    expect(records.map(({ id }) => id)).toEqual(["b1", "(no id)"]);
  });
});
