import type { Effect } from "effect";
import type { SourceName } from "../../config/sources.ts";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";
import type { RunFacts, SourceFacts } from "./RunFacts.ts";

/** A pull of one book, finished or not. */
export interface Run {
  readonly id: number;
  readonly book: string;
  readonly asOf: string;
  /** The business day of `asOf`. */
  readonly day: string;
}

/** When details were read, as RFC 3339 UTC instants. */
export interface ReadTimes {
  readonly oldest: string;
  readonly newest: string;
}

/** The last time that a source was asked. */
interface LastAsked {
  readonly run: Run;
  readonly facts: SourceFacts;
  /** Whether there is a report that rests on a run which asked it. */
  readonly isShown: boolean;
}

/** The part of a ledger that opens and closes runs. */
export interface LedgerRuns {
  /**
   * Opens a run of a book; `asOf` and `startedAt` are RFC 3339 UTC instants, `day` is the business day of
   * `asOf`. A run of the same day that never finished is resumed, as of the new instant.
   */
  readonly beginRun: (
    run: Omit<Run, "id"> & { readonly startedAt: string },
  ) => Effect.Effect<Run, LedgerWriteError>;
  /** When the sessions of a run began: one, or more where it was interrupted and resumed. */
  readonly sessions: (run: Run) => Effect.Effect<ReadonlyArray<string>, LedgerFailed>;
  /** When the details that a book rests on now were read: the oldest and the newest; null before any were. */
  readonly detailsRead: (book: string) => Effect.Effect<ReadTimes | null, LedgerFailed>;
  /** Closes a run. `sources` is kept as JSON; only a finished run is ever reported on. */
  readonly finishRun: (
    run: Run,
    end: { finishedAt: string; sources: RunFacts },
  ) => Effect.Effect<void, LedgerWriteError>;
  /** The newest finished run of a book as of an instant or before it, with what it said of its sources. */
  readonly newestRun: (
    book: string,
    asOf: string,
  ) => Effect.Effect<{ readonly run: Run; readonly facts: RunFacts } | undefined, LedgerFailed>;
  /**
   * Adds the run of a report that the ledger had lost, as its files tell of it. Nothing that it saw is known, so no report
   * is made of it, and no source counts as last asked by it.
   */
  readonly takeInRun: (
    run: Omit<Run, "id"> & { readonly sources: RunFacts },
  ) => Effect.Effect<Run, LedgerWriteError>;
  /** Keeps what a run learned of its sources so far, for the session that resumes it. */
  readonly noteFacts: (run: Run, facts: RunFacts) => Effect.Effect<void, LedgerWriteError>;
  /** What earlier sessions of a run noted; nothing where there were none. */
  readonly notedFacts: (run: Run) => Effect.Effect<RunFacts, LedgerFailed>;
  /** The newest finished run up to this one, itself included, that read the list of a source to its end. */
  readonly lastAsked: (run: Run, source: SourceName) => Effect.Effect<LastAsked | undefined, LedgerFailed>;
  /** On how many earlier business days there was a run and no report, since the last one that there is. */
  readonly daysWithoutReport: (run: Run) => Effect.Effect<number, LedgerFailed>;
}
