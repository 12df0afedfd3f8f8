import type { Decision, DecisionRecord, EndedDecisions, Withdrawal } from "@tieout/reconcile";
import type { Effect } from "effect";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";
import type { PublishedReport } from "../reports/PublishedReport.ts";

/** An entry about an exception that is not recorded yet. */
export type NewDecision = Omit<Decision, "id"> | Omit<Withdrawal, "id">;

/** The part of a ledger that keeps what people decided about exceptions. Nothing of it is changed, removed or pruned. */
export interface LedgerDecisions {
  /** What was said about exceptions of a book up to an instant, in the order in which it was recorded. */
  readonly decisions: (
    book: string,
    asOf: string,
  ) => Effect.Effect<ReadonlyArray<DecisionRecord>, LedgerFailed>;
  /** Which decisions the reports of a report's book saw end, of each day up to its own by the newest revision. */
  readonly endedDecisions: (report: PublishedReport) => Effect.Effect<EndedDecisions, LedgerFailed>;
  /** Records entries, by the book of their exceptions: all of them or none. */
  readonly decide: (
    entries: ReadonlyArray<{ readonly book: string; readonly entry: NewDecision }>,
  ) => Effect.Effect<void, LedgerWriteError>;
}
