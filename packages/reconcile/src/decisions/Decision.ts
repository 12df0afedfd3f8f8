import type { ExceptionRow } from "../exceptions/finding.ts";

/** What people can say of an exception that they know of. */
export const DECISION_WORDS = ["accepted", "waiting", "assigned"] as const;

/** See {@link DECISION_WORDS}. */
export type DecisionWord = (typeof DECISION_WORDS)[number];

/** The figures of an exception that whoever decides about it has seen. */
export type SeenFigures = Pick<ExceptionRow, "expected" | "actual" | "moneyAtStake" | "currency">;

/** What every entry about an exception has. Entries are kept as they were made: nothing of one is ever changed. */
interface DecisionEntry {
  /** Entries are numbered in the order in which they were recorded. */
  readonly id: number;
  readonly exceptionId: string;
  /** An instant. Entries about one exception are made in the order of their ids. */
  readonly decidedAt: string;
  /** Whoever decided, as typed. */
  readonly by: string;
}

/** What somebody decided about an exception. */
export interface Decision extends DecisionEntry {
  readonly as: DecisionWord;
  /** Who has to see to it, where it is assigned. */
  readonly to: string | null;
  /** The day of the first report in which it holds no longer. */
  readonly until: string | null;
  readonly reason: string;
  /** As the newest report of that instant had it. */
  readonly seen: SeenFigures;
}

/** The end of what was decided before about an exception, because somebody said so. */
export interface Withdrawal extends DecisionEntry {
  readonly as: "withdrawn";
  readonly reason: string | null;
}

/** One entry of what people said about exceptions. */
export type DecisionRecord = Decision | Withdrawal;

/** How a decision ended by itself, in a report. */
export const DECISION_ENDS = ["ended_changed", "ended_until", "ended_resolved", "ended_expired"] as const;

/** See {@link DECISION_ENDS}. */
export type DecisionEnd = (typeof DECISION_ENDS)[number];

/** How a decision stands. */
export type DecisionState = "holds" | DecisionEnd | "replaced" | "withdrawn";

/** A decision, how it stands, and the entry that replaced it or took it back. */
export interface StatedDecision {
  readonly decision: Decision;
  readonly state: DecisionState;
  readonly next: DecisionRecord | undefined;
}

/** A row of decisions.csv. */
export interface DecisionRow extends Decision, Pick<ExceptionRow, "code" | "entity" | "entityId"> {
  readonly state: DecisionState;
}

/** A row of exceptions.csv, with what was decided about it where that holds. */
export interface ListedException extends ExceptionRow {
  readonly decision?: Pick<Decision, "as" | "until">;
}
