import { describe, expect, it } from "vitest";
import type { ExceptionRow } from "../../src/exceptions/finding.ts";
import { ControlTotals } from "../../src/reports/ControlTotals.ts";
import { DayTotals } from "../../src/reports/DayTotals.ts";
import { ExceptionCounts } from "../../src/reports/ExceptionCounts.ts";
import type { CohortRow, SettlementRow } from "../../src/reports/rows.ts";
import { exceptionTotals, isLeftOut, reachesSeverity, verdict } from "../../src/reports/verdict.ts";
import { proveSettlement } from "../../src/settlement/prove-settlement.ts";
import { context, settlement, transaction } from "../../src/testing.ts";

const row = (other: Partial<SettlementRow> = {}): SettlementRow => {
  const [proven] = proveSettlement(settlement([transaction("t", { refundedMinor: 100 })]), context()).rows;
  if (proven === undefined) throw new Error("expected a row");
  return { ...proven, ...other };
};

const cohort = (other: Partial<CohortRow> = {}): CohortRow => ({
  book: "default",
  mode: "live",
  programId: "prog_1",
  programName: "MongoDB",
  cohort: "May",
  entityId: "live/prog_1/may",
  batches: 1,
  credentialsDeclared: 5,
  credentialsIssued: 4,
  people: 4,
  firstHolders: 4,
  reissued: 0,
  otherStatus: 0,
  issuedInWindow: 4,
  firstIssuedAt: "2026-11-01T10:00:00.000Z",
  lastIssuedAt: "2026-11-01T10:00:00.000Z",
  expected: null,
  missing: null,
  unexpected: null,
  state: "final",
  exceptions: 0,
  batchIds: ["c1", "c2"],
  ...other,
});

const exception = (other: Partial<ExceptionRow>): ExceptionRow => ({
  exceptionId: "x_1",
  book: "default",
  severity: "high",
  firstSeen: "2026-11-20",
  nights: 1,
  status: "new",
  code: "COUNT_MISMATCH",
  source: "koard",
  entity: "batch",
  entityId: "b1",
  businessDate: null,
  currency: null,
  expected: null,
  actual: null,
  moneyAtStake: null,
  whatHappened: "It happened.",
  whatToDo: "Do it.",
  batchIds: ["b1"],
  ...other,
});

describe("DayTotals", () => {
  it("adds up a day, an account, a currency and a state, and nothing over them", () => {
    const days = new DayTotals();
    const others: readonly Partial<SettlementRow>[] = [
      {},
      { batchId: "b2" },
      { currency: "EUR" },
      { state: "pending" },
      { accountId: "other" },
      { businessDate: "2026-11-19" },
    ];
    for (const other of others) days.add(row(other));
    expect(
      days
        .rows()
        .map((day) => [
          day.businessDate,
          day.accountId,
          day.currency,
          day.state,
          day.batches,
          day.net_computed,
        ]),
    ).toEqual([
      ["2026-11-20", "acc", "USD", "final", 2, 1800n],
      ["2026-11-20", "acc", "EUR", "final", 1, 900n],
      ["2026-11-20", "acc", "USD", "pending", 1, 900n],
      ["2026-11-20", "other", "USD", "final", 1, 900n],
      ["2026-11-19", "acc", "USD", "final", 1, 900n],
    ]);
  });

  it("counts empty cells as nothing, and keeps a sum of nothing empty", () => {
    const days = new DayTotals();
    const empty = { transactionsCaptured: null, captured_computed: null, unexplained: null };
    days.add(row({ ...empty, currency: "EUR" }));
    days.add(row(empty));
    days.add(row());
    expect(days.rows()).toMatchObject([
      {
        currency: "EUR",
        transactionsCaptured: null,
        captured_computed: null,
        unexplained: null,
        captured_declared: 1000n,
      },
      {
        currency: "USD",
        transactionsCaptured: 1,
        captured_computed: 1000n,
        unexplained: 0n,
        captured_declared: 2000n,
      },
    ]);
  });
});

describe("ControlTotals", () => {
  it("adds money by currency and state, what is settled first, and no two states", () => {
    const control = new ControlTotals();
    const others = [{ state: "void" }, {}, {}, { currency: "EUR" }, { currency: null }] as const;
    for (const other of others) control.addSettlement(row(other));
    const { settlements } = control.totals(null);
    expect(settlements.map(({ currency, state, batches }) => [currency, state, batches])).toEqual([
      ["EUR", "final", 1],
      ["USD", "final", 2],
      ["USD", "void", 1],
    ]);
    expect(settlements[1]).toMatchObject({
      captured_computed: 2000n,
      refunded_computed: 200n,
      net_computed: 1800n,
    });
  });

  it("adds the sizes of what is unexplained, so that one batch makes up for no other", () => {
    const control = new ControlTotals();
    for (const unexplained of [1727n, -1727n, null]) control.addSettlement(row({ unexplained }));
    control.addSettlement(row({ currency: "EUR", unexplained: null }));
    expect(control.totals(null).settlements).toMatchObject([
      { currency: "EUR", unexplained: null, unexplained_absolute: null },
      { currency: "USD", unexplained: 0n, unexplained_absolute: 3454n },
    ]);
  });

  it("adds the credentials of the token's mode, and never those of another", () => {
    const control = new ControlTotals();
    control.addCohort(cohort());
    control.addCohort(cohort({ credentialsIssued: null, people: null }));
    control.addCohort(cohort({ mode: "test", credentialsDeclared: 7 }));
    expect(control.totals("live").credentials).toEqual({ declared: 10, issued: 4, people: 4 });
    expect(control.totals("test").credentials).toEqual({ declared: 7, issued: 4, people: 4 });
    // A token that does not tell sees live credentials, unless there are none.
    expect(control.totals(null).credentials.declared).toBe(10);
    const only = new ControlTotals();
    only.addCohort(cohort({ mode: "test" }));
    expect(only.totals(null).credentials.declared).toBe(5);
    expect(only.totals("live").credentials).toEqual({ declared: null, issued: null, people: null });
  });
});

describe("ExceptionCounts", () => {
  const counts = new ExceptionCounts([
    exception({ exceptionId: "x_1" }),
    exception({
      exceptionId: "x_2",
      entity: "transaction",
      entityId: "t",
      batchIds: ["b1", "b2"],
      status: "open",
    }),
    exception({ exceptionId: "x_3", status: "resolved" }),
    exception({
      exceptionId: "x_4",
      source: "record",
      entity: "credential",
      entityId: "r",
      batchIds: ["c1", "c2"],
    }),
    exception({
      exceptionId: "x_5",
      source: "record",
      entity: "cohort",
      entityId: "live/prog_1/may",
      batchIds: [],
    }),
    exception({
      exceptionId: "x_6",
      source: "record",
      entity: "credential_batch",
      entityId: "b1",
      batchIds: ["b1"],
    }),
  ]);

  it("counts the new and open exceptions of a batch and of the transactions it lists", () => {
    expect(["b1", "b2", "b3"].map((batchId) => counts.onSettlement(row({ batchId })).exceptions)).toEqual([
      2, 1, 0,
    ]);
  });

  it("counts an exception of a cohort, its batches and their credentials once", () => {
    expect(counts.onCohort(cohort()).exceptions).toBe(2);
    expect(counts.onCohort(cohort({ entityId: "live/prog_1/june", batchIds: ["c2"] })).exceptions).toBe(1);
  });
});

describe("verdict", () => {
  const final = { unread: 0, settlements: [row(), row({ state: "void" })], cohorts: [cohort()] };

  it("is final where everything is settled or void, and proven", () => expect(verdict(final)).toBe("final"));

  it.each(["open", "pending", "review", "unproven"] as const)(
    "is provisional with a batch that is %s",
    (state) => {
      expect(verdict({ ...final, settlements: [row(), row({ state })] })).toBe("provisional");
    },
  );

  it("is provisional with an unproven cohort", () => {
    expect(verdict({ ...final, cohorts: [cohort(), cohort({ state: "unproven" })] })).toBe("provisional");
  });

  it("is incomplete when something was left unread, whatever else", () => {
    expect(verdict({ ...final, unread: 1 })).toBe("incomplete");
  });
});

describe("exceptionTotals", () => {
  const rows = [
    exception({}),
    exception({ severity: "low" }),
    exception({ severity: "critical", status: "resolved" }),
  ];

  it("counts those that are not resolved", () => {
    expect(exceptionTotals(rows)).toEqual({
      open: 2,
      decided: 0,
      bySeverity: { critical: 0, high: 1, medium: 0, low: 1, info: 0 },
    });
  });

  it("reaches a severity that is the same or less", () => {
    const severities = ["critical", "high", "medium", "low", "info"] as const;
    expect(severities.map((severity) => reachesSeverity(rows, severity))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});

it("takes a source as left out where it is configured or was asked before, and was not asked", () => {
  const never = { asked: false, last_asked: null };
  expect(isLeftOut({ configured: true, ...never })).toBe(true);
  expect(isLeftOut({ configured: false, asked: false, last_asked: "2026-11-17" })).toBe(true);
  expect(isLeftOut({ configured: false, ...never })).toBe(false);
  expect(isLeftOut({ configured: true, asked: true, last_asked: "2026-11-18" })).toBe(false);
  expect(isLeftOut({ configured: true })).toBe(false);
});
