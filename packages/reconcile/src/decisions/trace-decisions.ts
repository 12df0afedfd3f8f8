import { EXCEPTIONS } from "../exceptions/exceptions.ts";
import { type ExceptionRow, type Figure, isOpenException } from "../exceptions/finding.ts";
import type {
  DecisionEnd,
  DecisionRecord,
  DecisionRow,
  ListedException,
  SeenFigures,
  StatedDecision,
} from "./Decision.ts";
import { type EndedDecisions, statedDecisions } from "./stated-decisions.ts";

/** What a report has to know to say how decisions stand. */
export interface DecisionOptions {
  /** Every entry that was made up to the report's instant. */
  readonly records: Iterable<DecisionRecord>;
  /** By reports of earlier days. */
  readonly ended: EndedDecisions;
  /** The day of the report; `null` for one in which nothing ends, a window of its own. */
  readonly day: string | null;
}

/** What was decided, set into the exceptions of a report. */
export interface TracedDecisions {
  /** The same exceptions in the same order, each with the decision that holds, or with a word about one that ended. */
  readonly exceptions: readonly ListedException[];
  /** All decisions about them. */
  readonly decisions: readonly DecisionRow[];
  /** Those that this report is the first to see end. */
  readonly ended: EndedDecisions;
}

/**
 * Sets what was decided into the exceptions of a report: it touches no figure and no order.
 *
 * A decision holds until its exception is resolved or expired, shows other figures than whoever decided had seen, the
 * report's day reaches `until`, or a later entry replaces it or takes it back. Figures that only run with time or
 * volume end nothing.
 */
export const traceDecisions = (
  exceptions: readonly ExceptionRow[],
  { records, ended, day }: DecisionOptions,
): TracedDecisions => {
  const stated = Map.groupBy(statedDecisions(records, ended), ({ decision: { exceptionId } }) => exceptionId);
  const newlyEnded = new Map<number, DecisionEnd>();
  const decisions: DecisionRow[] = [];
  const listed = exceptions.map((row): ListedException => {
    const tonight = (stated.get(row.exceptionId) ?? []).map((one): StatedDecision => {
      const end = one.state === "holds" && day !== null ? endOf(one, row, day) : undefined;
      if (end === undefined) return one;
      newlyEnded.set(one.decision.id, end);
      return { ...one, state: end };
    });
    const { code, entity, entityId } = row;
    for (const { decision, state } of tonight) decisions.push({ ...decision, code, entity, entityId, state });
    const last = tonight.at(-1);
    return last === undefined ? row : withDecision(row, last);
  });
  return { exceptions: listed, decisions, ended: newlyEnded };
};

const endOf = ({ decision }: StatedDecision, row: ExceptionRow, day: string): DecisionEnd | undefined => {
  if (row.status === "resolved") return "ended_resolved";
  if (!isOpenException(row)) return "ended_expired";
  if (!("figuresRun" in EXCEPTIONS[row.code]) && changedFigures(decision.seen, row).length > 0)
    return "ended_changed";
  return decision.until !== null && day >= decision.until ? "ended_until" : undefined;
};

const withDecision = (row: ExceptionRow, last: StatedDecision): ListedException => {
  const { as, until } = last.decision;
  return last.state === "holds"
    ? { ...row, decision: { as, until } }
    : { ...row, whatHappened: `${row.whatHappened} ${sayEnd(last, row)}` };
};

const sayEnd = ({ decision, state, next }: StatedDecision, row: ExceptionRow): string => {
  const decided = `What was decided at ${decision.decidedAt} (${decision.as})`;
  switch (state) {
    case "withdrawn":
      return `${decided} was withdrawn at ${next?.decidedAt ?? decision.decidedAt}.`;
    case "ended_until":
      return `${decided} holds no longer: it was to hold until ${decision.until}.`;
    case "ended_resolved":
      return `${decided} holds no longer: the exception was resolved.`;
    case "ended_expired":
      return `${decided} holds no longer: the exception expired.`;
    default: {
      const changed = changedFigures(decision.seen, row);
      return `${decided} holds no longer: ${changed.length === 0 ? "its figures had changed" : changed.join(", ")}.`;
    }
  }
};

/** Where the figures of an exception are others than were seen, a phrase each. */
const changedFigures = (seen: SeenFigures, now: SeenFigures): readonly string[] => [
  ...changed("expected", sayFigure(seen.expected), sayFigure(now.expected)),
  ...changed("actual", sayFigure(seen.actual), sayFigure(now.actual)),
  ...changed("money at stake", seen.moneyAtStake, now.moneyAtStake),
  // The same number in another currency is other money.
  ...changed("currency", seen.currency, now.currency),
];

const sayFigure = (figure: Figure | null): string | null => figure?.text ?? null;

const changed = (name: string, before: string | null, now: string | null): readonly string[] =>
  before === now ? [] : [`${name} was ${before ?? "empty"} and is ${now ?? "empty"}`];
