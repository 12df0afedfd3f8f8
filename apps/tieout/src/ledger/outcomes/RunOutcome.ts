import type { Effect } from "effect";
import type { LedgerFailed } from "../failures.ts";
import type { PublishedReport } from "../reports/PublishedReport.ts";

/** How a run ended for a book. */
export interface RunOutcome {
  /** RFC 3339 UTC instants. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** The exit code that it comes to. */
  readonly exit: number;
  /** Why nothing was published, or not all of it; null where all was well. Without what an API itself said. */
  readonly problem: string | null;
  /** Who was not reached by what was to be sent, and why; null where all were. */
  readonly undelivered: string | null;
}

/** Exit codes of a run whose work was done, whatever its report says. */
export const DONE: ReadonlyArray<number> = [0, 2];

/** Whether the work of a run was done, whatever its report says. */
export const isDone = (exit: number): boolean => DONE.includes(exit);

/** The part of a ledger that remembers how runs ended, those that failed among them. */
export interface LedgerOutcomes {
  /** How the last run of a book ended; undefined before there was one. */
  readonly lastOutcome: (book: string) => Effect.Effect<RunOutcome | undefined, LedgerFailed>;
  /** When the last run of a book ended that did its work, whatever its report says; undefined before there was one. */
  readonly lastSuccessAt: (book: string) => Effect.Effect<string | undefined, LedgerFailed>;
  /** The report that messages about a book were last made of; undefined before there was one. */
  readonly lastTold: (book: string) => Effect.Effect<PublishedReport | undefined, LedgerFailed>;
  /**
   * Keeps how a run of a book ended, and the report that messages were made of, if any. Needs no lease: a run that could
   * not have it ended as well.
   */
  readonly recordOutcome: (
    book: string,
    outcome: RunOutcome,
    told: Pick<PublishedReport, "id"> | undefined,
  ) => Effect.Effect<void, LedgerFailed>;
}
