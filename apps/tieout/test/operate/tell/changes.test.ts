import type { Decision, ListedException } from "@tieout/reconcile";
import { exceptionRow } from "@tieout/reconcile/testing";
import { describe, expect, it } from "vitest";
import { changesBetween } from "../../../src/operate/tell/changes.ts";

const row = (id: string, other: Partial<ListedException> = {}): ListedException => ({
  ...exceptionRow(id),
  status: "open",
  ...other,
});

const DECISION: Decision = {
  ...{ id: 1, exceptionId: "x_1", decidedAt: "2026-11-17T09:00:00.000Z", by: "Ana", to: null, until: null },
  ...{ as: "accepted", reason: "known" },
  seen: { expected: null, actual: null, moneyAtStake: null, currency: null },
};
const decided = (id: string, other: Partial<ListedException> = {}) =>
  row(id, { decision: DECISION, ...other });

const changes = (
  before: ReadonlyArray<ListedException>,
  after: ReadonlyArray<ListedException>,
  notify: "high" | "low" | null = "high",
) => changesBetween(before, after, notify).map(({ kind, row: { exceptionId } }) => `${kind} ${exceptionId}`);

describe("what changed for people", () => {
  it("is nothing on a night like the one before, though figures run with time", () => {
    const overdue = row("x_2", { code: "SETTLEMENT_OVERDUE", severity: "high", moneyAtStake: "1.00" });
    expect(changes([row("x_1"), overdue], [row("x_1"), { ...overdue, moneyAtStake: "9.00" }])).toEqual([]);
  });

  it("is an exception that is new, worst first", () => {
    expect(
      changes([], [row("x_1", { severity: "high", status: "new" }), row("x_2", { status: "new" })]),
    ).toEqual(["new x_2", "new x_1"]);
  });

  it("is one that got worse: graver, or with more money at stake, and not with less", () => {
    const graver = row("x_1", { severity: "high" });
    expect(changes([graver], [row("x_1", { severity: "critical" })])).toEqual(["worse x_1"]);
    expect(changes([row("x_1", { severity: "low" })], [graver])).toEqual(["worse x_1"]);
    const money = (moneyAtStake: string) => row("x_1", { moneyAtStake });
    expect(changes([money("9.50")], [money("10.00")])).toEqual(["worse x_1"]);
    expect(changes([money("10.00")], [money("9.50")])).toEqual([]);
  });

  it("is one that is resolved, by a report's word or because no report lists it any more; not one that expired", () => {
    expect(changes([row("x_1")], [row("x_1", { status: "resolved" })])).toEqual(["resolved x_1"]);
    expect(changes([row("x_1")], [])).toEqual(["resolved x_1"]);
    expect(changes([row("x_1")], [row("x_1", { status: "expired" })])).toEqual([]);
  });

  it("is nothing that somebody decided about, until that holds no longer", () => {
    expect(changes([], [decided("x_1")])).toEqual([]);
    expect(changes([row("x_1")], [decided("x_1")])).toEqual([]);
    expect(changes([decided("x_1")], [decided("x_1", { moneyAtStake: "99.00" })])).toEqual([]);
    expect(changes([decided("x_1")], [row("x_1", { status: "resolved" })])).toEqual([]);
    expect(changes([decided("x_1")], [row("x_1")])).toEqual(["again x_1"]);
  });

  it("is nothing below the severity that is asked for, and nothing at all where none is", () => {
    const low = row("x_1", { severity: "low", status: "new" });
    expect(changes([], [low])).toEqual([]);
    expect(changes([], [low], "low")).toEqual(["new x_1"]);
    expect(changes([], [row("x_1")], null)).toEqual([]);
  });
});
