import type { DecisionRow, ListedException } from "@tieout/reconcile";
import { expect, it } from "vitest";
import { exceptionSection } from "../../../src/publish/page/exception-section.ts";
import { exceptionRow } from "../../records.ts";
import { NO_ROWS, reportOf } from "../report-of.ts";

const decision = (exceptionId: string, other: Partial<DecisionRow> = {}): DecisionRow => ({
  ...{ id: 1, exceptionId, code: "CAPTURED_MISMATCH", entity: "batch", entityId: "b1" },
  ...{ decidedAt: "2026-11-18T09:00:00.000Z", as: "accepted", by: "ana", to: null, until: null },
  ...{ reason: "seen", state: "holds" },
  seen: { expected: null, actual: null, moneyAtStake: null, currency: null },
  ...other,
});

const decided = (id: string): ListedException => ({
  ...exceptionRow(id),
  decision: { as: "accepted", until: null },
});

const markupOf = (exceptions: readonly ListedException[], decisions: readonly DecisionRow[]): string =>
  exceptionSection(reportOf({ ...NO_ROWS, exceptions, decisions })).markup;

/** The entries below a heading that lists what was decided. */
const entriesOf = (markup: string): readonly string[] =>
  [...(markup.split("<h3>Decided</h3>")[1] ?? "").matchAll(/<li>(.*)<\/li>/g)].map(([, entry = ""]) =>
    entry.replaceAll(/<\/?\w+>/g, ""),
  );

it("what was decided stands beside its exception: what, by whom, to whom, until when and why", () => {
  const markup = markupOf(
    [decided("x_1"), decided("x_2")],
    [
      decision("x_1", { as: "assigned", to: "ben", until: "2026-12-01", reason: "asks Koard" }),
      decision("x_2"),
    ],
  );
  expect(entriesOf(markup).map((entry) => entry.split(" · ").at(-2))).toEqual([
    "assigned to ben by ana, until 2026-12-01: asks Koard",
    "accepted by ana: seen",
  ]);
  expect(markup).toContain("<p>Nothing. Open in all: ");
});

it("of a decision that holds no longer nothing is said", () => {
  const [entry = ""] = entriesOf(markupOf([decided("x_1")], [decision("x_1", { state: "withdrawn" })]));
  expect(entry).toMatch(/x_1$/);
  expect(entry).not.toContain("ana");
});

it("what nobody decided about is to be done, worst first, and the list of decisions is left out", () => {
  const markup = markupOf([{ ...exceptionRow("x_1"), status: "new" }], []);
  expect(markup).toContain("<p>1 exception (");
  expect(markup).toContain(", of which 1 new. Open in all: ");
  expect(markup).not.toContain("Decided</h3>");
});
