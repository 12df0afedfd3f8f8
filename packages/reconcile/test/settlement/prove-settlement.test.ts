import { describe, expect, it } from "vitest";
import type { SettlementHeader, Transaction } from "../../src/records.ts";
import type { SettlementRow } from "../../src/reports/rows.ts";
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
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";

const rowsOf = (
  rows: readonly Transaction[],
  header: Partial<SettlementHeader> = {},
  other: Partial<ProofContext> = {},
): readonly SettlementRow[] => proveSettlement(settlement(rows, header), context(other)).rows;

const rowOf = (...input: Parameters<typeof rowsOf>): SettlementRow => {
  const [row, ...more] = rowsOf(...input);
  if (row === undefined || more.length > 0) throw new Error("expected one row");
  return row;
};

describe("which rows moved money", () => {
  it.each(["captured", "settled", "refunded", "approved", "surcharge_applied", " SETTLED "])(
    "counts %j",
    (status) => {
      expect(rowOf([transaction("t", { status })])).toMatchObject({
        transactionsCaptured: 1,
        captured_computed: 1000n,
      });
    },
  );

  it.each([
    ...["pending", "authorized", "declined", "reversed", "canceled", "cancelled", "error", "timed_out"],
    ...["pickup_card", "surcharge_pending", "surcharge_declined_by_payer", "unknown", "held", "", null],
  ])("does not count %j", (status) => {
    expect(rowOf([transaction("t", { status })])).toMatchObject({
      transactionsListed: 1,
      transactionsCaptured: 0,
      captured_computed: 0n,
    });
  });

  it.each([
    null,
    "sale",
    "manually_keyed_sale",
    "auth",
    "capture",
    "tip_adjust",
    "incremental_auth",
    " SALE ",
  ])("counts type %j", (type) => {
    expect(rowOf([transaction("t", { type })]).transactionsCaptured).toBe(1);
  });

  it.each(["refund", "reverse", "verification", "REFUND"])("does not count type %j", (type) => {
    expect(rowOf([transaction("t", { type })]).transactionsCaptured).toBe(0);
  });

  it.each([
    [1000, 999, 1, 1n],
    [1000, 1000, 0, 0n],
    [1000, 1001, 0, 0n],
    [0, 0, 1, 0n],
    [0, 5, 0, 0n],
    [0, null, 1, 0n],
    [-1000, 0, 1, -1000n],
    [-1000, -999, 1, -1n],
    [-1000, -1000, 0, 0n],
  ])("of a total of %s with %s reversed counts %s", (totalMinor, reversedMinor, count, captured) => {
    const row = rowOf([transaction("t", { totalMinor, reversedMinor })], { capturedMinor: 0 });
    expect([row.transactionsCaptured, row.captured_computed]).toEqual([count, captured]);
  });

  it.each([
    ["partial_approval", 3200, 3200n],
    ["PARTIAL_APPROVAL", 3200, 3200n],
    ["partial_approval", 6000, 5000n],
    ["partial_approval", null, 5000n],
    ["approved", 3200, 5000n],
    [null, 3200, 5000n],
  ])("for reason %j with %s authorised of 50.00 counts %s", (statusReason, authorizedMinor, captured) => {
    expect(
      rowOf([transaction("t", { totalMinor: 5000, statusReason, authorizedMinor })]).captured_computed,
    ).toBe(captured);
  });

  it("takes a reversal off what a partial approval let through", () => {
    const row = transaction("t", {
      totalMinor: 5000,
      statusReason: "partial_approval",
      authorizedMinor: 3200,
      reversedMinor: 200,
    });
    expect(rowOf([row]).captured_computed).toBe(3000n);
  });
});

describe("the bases", () => {
  const sale = transaction("t1", { totalMinor: 10_000, refundedMinor: 1500, reversedMinor: 500 });
  const refund = transaction("r1", { type: "refund", status: "settled", totalMinor: 700 });

  it.each([
    [9500, "gross", 0n],
    [10_000, "before_reversals", 0n],
    [8000, "net_of_refunds", 0n],
    [9501, "none", 1n],
    [9499, "none", -1n],
  ])("finds %s captured on basis %s", (capturedMinor, capturedBasis, captured_difference) => {
    expect(rowOf([sale], { capturedMinor })).toMatchObject({
      capturedBasis,
      captured_difference,
      captured_computed: 9500n,
    });
  });

  it.each([
    [1500, "on_original", 1500n, 0n],
    [700, "refund_rows", 700n, 0n],
    [2200, "both", 2200n, 0n],
    [1499, "none", 1500n, -1n],
  ])(
    "finds %s refunded on basis %s",
    (refundedMinor, refundedBasis, refunded_computed, refunded_difference) => {
      const row = rowOf([sale, refund], { refundedMinor });
      expect(row).toMatchObject({ refundedBasis, refunded_computed, refunded_difference });
    },
  );

  it("prefers the earlier of two bases that match", () => {
    expect(rowOf([transaction("t")])).toMatchObject({ capturedBasis: "gross", refundedBasis: "on_original" });
  });

  it("counts money that is on the original and in a refund row once, on the basis that matches", () => {
    const rows = [transaction("t1", { totalMinor: 10_000, refundedMinor: 700 }), refund];
    expect(rowOf(rows, { refundedMinor: 700 })).toMatchObject({
      refunded_computed: 700n,
      refundedBasis: "on_original",
      unexplained: 0n,
    });
  });

  it.each(["declined", "canceled", "cancelled", "error", "timed_out", "pending"])(
    "does not count a refund row that is %s",
    (status) => {
      const row = rowOf([sale, { ...refund, status }], { refundedMinor: 700 });
      expect(row.refundedBasis).toBe("none");
    },
  );

  it("does not count refunds of rows that moved no money", () => {
    expect(rowOf([transaction("t", { status: "declined", refundedMinor: 100 })]).refunded_computed).toBe(0n);
  });

  it("explains the net on the basis that was found", () => {
    const net = { net_computed: 8000n, net_declared: 8000n, unexplained: 0n };
    expect(rowOf([sale], { capturedMinor: 9500 })).toMatchObject(net);
    expect(rowOf([sale], { capturedMinor: 10_000 })).toMatchObject(net);
    expect(rowOf([sale], { capturedMinor: 8000 })).toMatchObject(net);
    expect(rowOf([sale], { capturedMinor: 9600 })).toMatchObject({
      net_declared: 8100n,
      unexplained: 100n,
    });
  });

  it("shows 1,000.00 declared against rows of 982.73 with 17.27 unexplained", () => {
    const rows = [transaction("t1", { totalMinor: 50_000 }), transaction("t2", { totalMinor: 48_273 })];
    expect(rowOf(rows, { capturedMinor: 100_000 })).toMatchObject({
      captured_declared: 100_000n,
      captured_computed: 98_273n,
      captured_difference: 1727n,
      unexplained: 1727n,
    });
  });

  it("shows a batch that gave back more than it took in as negative", () => {
    const refundOnly = transaction("r", { type: "refund", totalMinor: 3510 });
    expect(rowOf([refundOnly], { refundedMinor: 3510 })).toMatchObject({
      net_computed: -3510n,
      net_declared: -3510n,
      unexplained: 0n,
    });
  });

  it("lists a batch of exactly zero, and one without rows", () => {
    const zeros = Array.from({ length: 10 }, (_, at) => transaction(`t${at}`, { totalMinor: 0 }));
    expect(rowOf(zeros)).toMatchObject({
      transactionsListed: 10,
      net_computed: 0n,
      unexplained: 0n,
    });
    expect(rowOf([], {}, { assumedCurrency: "EUR" })).toMatchObject({
      transactionsListed: 0,
      transactionsCaptured: 0,
      captured_computed: 0n,
      unexplained: 0n,
      state: "final",
    });
  });
});

describe("repeats, conflicts and shared transactions", () => {
  it("drops exact repeats of a row", () => {
    const row = rowOf([transaction("t"), transaction("t"), transaction("t")], { capturedMinor: 1000 });
    expect(row).toMatchObject({
      transactionsListed: 1,
      transactionsCaptured: 1,
      captured_computed: 1000n,
    });
  });

  it("counts the first of differing rows", () => {
    const row = rowOf([transaction("t", { totalMinor: 400 }), transaction("t", { totalMinor: 900 })], {
      capturedMinor: 400,
    });
    expect(row).toMatchObject({
      transactionsListed: 1,
      transactionsCaptured: 1,
      captured_computed: 400n,
      capturedBasis: "gross",
    });
  });

  it("counts a refund row beside the row of its transaction, each repeat once", () => {
    const refunds = ["e1", "e2", "e2"].map((eventId) =>
      transaction("t", { eventId, type: "refund", totalMinor: 100 }),
    );
    const row = rowOf([transaction("t"), ...refunds], { capturedMinor: 1000, refundedMinor: 200 });
    expect(row).toMatchObject({
      transactionsListed: 1,
      refundedBasis: "refund_rows",
      refunded_computed: 200n,
    });
  });

  it("lists a transaction that another batch counts, and leaves it out of every sum", () => {
    const shared = new Map([["t2", sharedTransaction("b0", ["b0", "b1"])]]);
    const row = rowOf([transaction("t1"), transaction("t2", { refundedMinor: 300 })], {}, { shared });
    expect(row).toMatchObject({
      transactionsListed: 2,
      transactionsCaptured: 1,
      captured_computed: 1000n,
      refunded_computed: 0n,
    });
  });

  it("counts it in the batch that owns it", () => {
    const shared = new Map([["t1", sharedTransaction("b1", ["b0", "b1"])]]);
    expect(rowOf([transaction("t1")], {}, { shared }).transactionsCaptured).toBe(1);
  });
});

describe("currencies", () => {
  it("reads a code trimmed and in any case", () => {
    expect(rowOf([transaction("t", { currency: " usd" })])).toMatchObject({
      currency: "USD",
      currencySource: "transactions",
    });
  });

  it("shows a row a currency for a mixed batch, each with its own computed cells only", () => {
    const rows = [
      transaction("t1", { refundedMinor: 10 }),
      transaction("t2", { currency: "JPY", totalMinor: 500 }),
      transaction("t3", { currency: "JPY", totalMinor: 7, status: "declined" }),
    ];
    const declared = {
      transactionsDeclared: null,
      captured_declared: null,
      refunded_declared: null,
      net_declared: null,
    };
    const compared = {
      captured_difference: null,
      refunded_difference: null,
      capturedBasis: null,
      refundedBasis: null,
      unexplained: null,
    };
    expect(rowsOf(rows)).toMatchObject([
      {
        ...declared,
        ...compared,
        currency: "JPY",
        transactionsListed: 2,
        transactionsCaptured: 1,
        captured_computed: 500n,
        refunded_computed: 0n,
        net_computed: 500n,
      },
      {
        ...declared,
        ...compared,
        currency: "USD",
        transactionsListed: 1,
        transactionsCaptured: 1,
        captured_computed: 1000n,
        refunded_computed: 10n,
        net_computed: 990n,
      },
    ]);
  });

  it("keeps rows without a currency apart where others name one", () => {
    expect(
      rowsOf([transaction("t1"), transaction("t2", { currency: " " })], {}, { assumedCurrency: "USD" }),
    ).toMatchObject([
      { currency: null, currencySource: null, captured_computed: null, transactionsListed: 1 },
      { currency: "USD", currencySource: "transactions", captured_computed: 1000n },
    ]);
  });

  it.each(["XTS", "XAU", "HRK"])("leaves amounts and bases of %s empty and counts its rows", (currency) => {
    expect(rowOf([transaction("t", { currency })])).toMatchObject({
      currency,
      currencySource: "transactions",
      transactionsCaptured: 1,
      captured_declared: null,
      captured_computed: null,
      capturedBasis: null,
      refundedBasis: null,
      unexplained: null,
      state: "final",
    });
  });

  it("assumes the configured currency where no row names one, and none where none is configured", () => {
    expect(rowOf([transaction("t", { currency: "" })], {}, { assumedCurrency: "eur" })).toMatchObject({
      currency: "EUR",
      currencySource: "assumed",
      captured_computed: 1000n,
    });
    expect(rowOf([transaction("t", { currency: "" })])).toMatchObject({
      currency: null,
      currencySource: null,
      captured_declared: null,
    });
    expect(rowOf([transaction("t")], {}, { assumedCurrency: "EUR" })).toMatchObject({
      currency: "USD",
      currencySource: "transactions",
    });
  });
});

describe("states", () => {
  it.each([
    ["accepted", "final"],
    ["closed", "pending"],
    ["submitted", "pending"],
    ["partially_accepted", "review"],
    ["settling", "review"],
    ["rejected", "void"],
    ["cancelled", "void"],
    ["open", "open"],
    [" Accepted", "final"],
  ])("puts %s as %s and shows it as Koard says", (status, state) => {
    expect(rowOf([transaction("t")], { status })).toMatchObject({ status, state });
  });

  const unproven = {
    state: "unproven",
    transactionsDeclared: 5,
    transactionsCaptured: null,
    captured_declared: 3000n,
    captured_computed: null,
    captured_difference: null,
    capturedBasis: null,
    refunded_declared: 0n,
    refunded_computed: null,
    refundedBasis: null,
    net_declared: null,
    net_computed: null,
    unexplained: null,
  };
  const three = ["t1", "t2", "t3"].map((id) => transaction(id));

  it("proves nothing where rows are missing, and says how many are known", () => {
    expect(rowOf(three, { transactionCount: 5 })).toMatchObject({ ...unproven, transactionsListed: 3 });
  });

  it("proves nothing where a row was left out as invalid", () => {
    const batch = settlement(three, { transactionCount: 5 }, [invalidRecord("t4"), invalidRecord(null)]);
    expect(proveSettlement(batch, context()).rows).toMatchObject([{ ...unproven, transactionsListed: 3 }]);
  });

  it("proves nothing where the details cannot be had, and shows none as listed", () => {
    const batch = unavailable(settlement(three, { transactionCount: 5 }));
    expect(proveSettlement(batch, context({ assumedCurrency: "USD" })).rows).toMatchObject([
      { ...unproven, transactionsListed: null },
    ]);
  });

  it("proves nothing of a mixed batch that is not whole either", () => {
    const rows = rowsOf([transaction("t1"), transaction("t2", { currency: "EUR" })], { transactionCount: 5 });
    const none = { captured_declared: null, captured_computed: null, net_computed: null };
    expect(rows).toMatchObject([
      { ...none, currency: "EUR", state: "unproven", transactionsListed: 1 },
      { ...none, currency: "USD", state: "unproven", transactionsListed: 1 },
    ]);
  });

  it("says neither listed nor captured where not one row could be read", () => {
    expect(rowOf([], { transactionCount: 5 }).transactionsListed).toBeNull();
  });

  it("takes the business day from the closing, else from the opening, in the book's zone", () => {
    const calendar = new BusinessCalendar("Asia/Kolkata", "02:00");
    expect(
      rowOf([transaction("t")], { closedAt: "2026-11-20T20:29:59.999Z" }, { calendar }).businessDate,
    ).toBe("2026-11-20");
    expect(
      rowOf([transaction("t")], { closedAt: "2026-11-20T20:30:00.000Z" }, { calendar }).businessDate,
    ).toBe("2026-11-21");
    expect(
      rowOf([transaction("t")], { closedAt: null, openedAt: "2026-11-18T08:00:00.000Z" }, { calendar })
        .businessDate,
    ).toBe("2026-11-18");
  });
});
