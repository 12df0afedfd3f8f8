import type { ExplainedException } from "../operate/inspect/explain-exception.ts";
import { asLines } from "../operate/printable.ts";
import { printedDecision } from "./printed-decisions.ts";

const section = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];

const about = ({ row }: ExplainedException): string => {
  const day = row.businessDate === null ? "" : ` of ${row.businessDate}`;
  return `${row.code} (${row.severity}): ${row.entity} ${row.entityId}${day}, book ${row.book}`;
};

/** Prints an explanation for a person: what happened, the rule, the records, the arithmetic, the nights. */
export const printedExplanation = (explained: ExplainedException): string => {
  const { row, explanation, decisions, nights } = explained;
  const leftOut = explanation.recordsLeftOut;
  return asLines([
    about(explained),
    row.whatHappened,
    ...section("Rule", [explanation.rule]),
    ...section("Records", [
      ...explanation.records.map(({ kind, id, says }) => `${kind} ${id}: ${says.join("; ")}`),
      ...(leftOut === 0 ? [] : [`and ${leftOut} more, which the arithmetic counts as well`]),
    ]),
    ...section("Arithmetic", explanation.arithmetic),
    ...section("Keep in mind", explanation.notes),
    ...section(
      "Decided",
      decisions.map(({ decision, state }) => `${decision.decidedAt}, ${state}: ${printedDecision(decision)}`),
    ),
    ...section(
      "Nights",
      nights.map(({ day, revision, status }) => `${day}/r${revision}: ${status}`),
    ),
    ...section("What to do", [row.whatToDo]),
  ]);
};
