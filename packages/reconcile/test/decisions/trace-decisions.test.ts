import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decision, DecisionEnd, DecisionRecord } from "../../src/decisions/Decision.ts";
import { traceDecisions } from "../../src/decisions/trace-decisions.ts";
import { EXCEPTION_CODES } from "../../src/exceptions/exceptions.ts";
import type { ExceptionRow } from "../../src/exceptions/finding.ts";
import { exceptionTotals, reachesSeverity } from "../../src/reports/verdict.ts";
import { exceptionRow } from "../../src/testing.ts";

// What these tests prove: when a decision holds and what ends it, and that it touches nothing but what may name it.

const row = (other: Partial<ExceptionRow> = {}): ExceptionRow =>
  exceptionRow("x_1", { status: "open", whatHappened: "It happened.", ...other });

const { expected, actual, moneyAtStake, currency } = row();

const decision = (other: Partial<Decision> = {}): Decision => ({
  id: 1,
  exceptionId: "x_1",
  decidedAt: "2026-11-18T09:00:00.000Z",
  as: "accepted",
  by: "Ana",
  to: null,
  until: null,
  reason: "Written off",
  seen: { expected, actual, moneyAtStake, currency },
  ...other,
});

const withdrawal: DecisionRecord = {
  id: 2,
  exceptionId: "x_1",
  decidedAt: "2026-11-19T09:00:00.000Z",
  as: "withdrawn",
  by: "Ben",
  reason: null,
};

interface Night {
  readonly now?: Partial<ExceptionRow>;
  readonly records?: readonly DecisionRecord[];
  readonly ended?: ReadonlyMap<number, DecisionEnd>;
  readonly day?: string | null;
}

const traced = ({ now, records = [decision()], ended = new Map(), day = "2026-11-20" }: Night) =>
  traceDecisions([row(now)], { records, ended, day });

/** How the last decision stands, what exceptions.csv shows of it, and the word about its end. */
const standing = (night: Night) => {
  const { exceptions, decisions, ended } = traced(night);
  return {
    states: decisions.map(({ state }) => state),
    shown: exceptions[0]?.decision?.as,
    said: exceptions[0]?.whatHappened.slice("It happened. ".length),
    ended: [...ended.values()],
  };
};

describe("a decision holds", () => {
  it("while its exception is open with the figures that were seen", () => {
    expect(standing({})).toEqual({ states: ["holds"], shown: "accepted", said: "", ended: [] });
    expect(standing({ now: { status: "new", nights: 7 } }).states).toEqual(["holds"]);
  });

  it("until the report's day reaches its own, not the day before", () => {
    const records = [decision({ until: "2026-11-20" })];
    expect(standing({ records, day: "2026-11-19" }).states).toEqual(["holds"]);
    expect(standing({ records })).toEqual({
      states: ["ended_until"],
      shown: undefined,
      said: "What was decided at 2026-11-18T09:00:00.000Z (accepted) holds no longer: it was to hold until 2026-11-20.",
      ended: ["ended_until"],
    });
  });

  it.each([
    [{ expected: { kind: "amount" as const, text: "11.00" } }, "expected was 10.00 and is 11.00"],
    [{ actual: null }, "actual was 12.00 and is empty"],
    [
      { moneyAtStake: "3.00", currency: "EUR" },
      "money at stake was 2.00 and is 3.00, currency was USD and is EUR",
    ],
  ])("until its figures change: %j", (now, why) => {
    expect(standing({ now })).toMatchObject({
      states: ["ended_changed"],
      shown: undefined,
      said: `What was decided at 2026-11-18T09:00:00.000Z (accepted) holds no longer: ${why}.`,
      ended: ["ended_changed"],
    });
  });

  it("whatever figures show that only run with time or volume, of just these codes", () => {
    const now = { expected: null, actual: null, moneyAtStake: "9.00" };
    const heeding = EXCEPTION_CODES.filter(
      (code) => standing({ now: { ...now, code } }).shown === "accepted",
    );
    expect(heeding.toSorted()).toEqual([
      "FUTURE_CLOSED_AT",
      "FUTURE_ISSUED_AT",
      "HORIZON_MOVED",
      "OPEN_TOO_LONG",
      "REFUNDS_NOT_COUNTED",
      "SETTLEMENT_OVERDUE",
    ]);
  });

  it("until it is resolved or replaced or withdrawn, and each end is said", () => {
    expect(standing({ now: { status: "resolved" } })).toMatchObject({
      states: ["ended_resolved"],
      said: expect.stringContaining("the exception was resolved"),
    });
    expect(standing({ now: { status: "expired" } })).toMatchObject({
      states: ["ended_expired"],
      said: expect.stringContaining("the exception expired"),
    });
    expect(standing({ records: [decision(), withdrawal] })).toEqual({
      states: ["withdrawn"],
      shown: undefined,
      said: "What was decided at 2026-11-18T09:00:00.000Z (accepted) was withdrawn at 2026-11-19T09:00:00.000Z.",
      ended: [],
    });
    const records = [decision(), decision({ id: 2, as: "waiting" })];
    expect(standing({ records })).toEqual({
      states: ["replaced", "holds"],
      shown: "waiting",
      said: "",
      ended: [],
    });
  });

  it("no more once it ended, though the figures are again as they were seen", () => {
    expect(standing({ ended: new Map([[1, "ended_changed"]]) })).toEqual({
      states: ["ended_changed"],
      shown: undefined,
      said: "What was decided at 2026-11-18T09:00:00.000Z (accepted) holds no longer: its figures had changed.",
      ended: [],
    });
  });

  it("in a window of its own whatever would end it: nothing ends there", () => {
    const night = { now: { moneyAtStake: "3.00" }, records: [decision({ until: "2026-11-01" })], day: null };
    expect(standing(night)).toMatchObject({ states: ["holds"], shown: "accepted", ended: [] });
  });
});

describe("what was decided", () => {
  const severities = ["critical", "high", "medium", "low", "info"] as const;
  const rows = fc.uniqueArray(
    fc.record({
      exceptionId: fc.constantFrom("x_1", "x_2", "x_3", "x_4"),
      severity: fc.constantFrom(...severities),
      status: fc.constantFrom("new" as const, "open" as const, "resolved" as const),
      moneyAtStake: fc.constantFrom("2.00", "3.00"),
    }),
    { selector: ({ exceptionId }) => exceptionId, minLength: 1 },
  );
  const records = fc
    .array(fc.record({ exceptionId: fc.constantFrom("x_1", "x_2", "x_5"), isBack: fc.boolean() }))
    .map((entries) =>
      entries.map(
        ({ exceptionId, isBack }, at): DecisionRecord =>
          isBack ? { ...withdrawal, id: at + 1, exceptionId } : decision({ id: at + 1, exceptionId }),
      ),
    );

  it("changes no figure, no severity and no order, and at most one decision of an exception holds", () => {
    fc.assert(
      fc.property(rows, records, (some, entries) => {
        const before = some.map(row);
        const after = traceDecisions(before, { records: entries, ended: new Map(), day: "2026-11-20" });
        const plain = after.exceptions.map(({ decision: _, whatHappened: __, ...rest }) => rest);
        expect(plain).toEqual(before.map(({ whatHappened: __, ...rest }) => rest));
        const holding = after.decisions
          .filter(({ state }) => state === "holds")
          .map((one) => one.exceptionId);
        expect(new Set(holding).size).toBe(holding.length);
        expect(
          after.exceptions.filter((one) => one.decision !== undefined).map((one) => one.exceptionId),
        ).toEqual(before.map((one) => one.exceptionId).filter((id) => holding.includes(id)));
      }),
    );
  });

  it("is counted among what is open, and left out of what a threshold reaches", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const { exceptions } = traceDecisions(some.map(row), {
          records: some.map(({ exceptionId }, at) => decision({ id: at, exceptionId })),
          ended: new Map(),
          day: null,
        });
        const { open, decided } = exceptionTotals(exceptions);
        expect(decided).toBe(open);
        expect(severities.some((severity) => reachesSeverity(exceptions, severity))).toBe(false);
      }),
    );
  });
});
