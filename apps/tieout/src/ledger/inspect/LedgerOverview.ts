import type { Effect } from "effect";
import type { LedgerFailed } from "../failures.ts";
import type { DatedReport } from "../reports/PublishedReport.ts";
import type { Run } from "../store/Run.ts";

/** A pull as it stands in the ledger. */
export interface RunRecord extends Run {
  /** When its first session began. */
  readonly startedAt: string;
  /** Null while it is going on, or where it was cut off. */
  readonly finishedAt: string | null;
}

/** The last time a source was read to its end. */
export interface SourceFreshness {
  readonly readAt: string;
  /** Batches that it listed. */
  readonly listed: number;
}

/** What the ledger knows of a book, at a glance. */
interface BookOverview {
  /** The newest runs, newest first. */
  readonly runs: ReadonlyArray<RunRecord>;
  /** The newest report. */
  readonly report: DatedReport | undefined;
  /** By the name of each source that was ever read. */
  readonly sources: ReadonlyMap<string, SourceFreshness>;
}

/** How much a ledger holds, over all books. */
export interface LedgerContents {
  readonly books: ReadonlyArray<string>;
  readonly runs: number;
  readonly reports: number;
  readonly settlements: number;
  /** Told apart by their keys (`store/text-keys.ts`): of two million it may miss one, once in some five thousand times. */
  readonly transactions: number;
  readonly credentialBatches: number;
  /** Versions of details; each is stored once, however many nights have seen it. */
  readonly details: number;
}

/** The part of a ledger that answers at a glance; all of it looks only. */
export interface LedgerOverview {
  /** Fails where the file itself is damaged. Reads all of it. */
  readonly intact: Effect.Effect<void, LedgerFailed>;
  /** Fails where any row is damaged, details among them. Reads and restores all of it, as long as that takes. */
  readonly everyRow: Effect.Effect<void, LedgerFailed>;
  /** How much room it takes, in bytes: its file and what SQLite keeps beside it, or its tables with their indexes. */
  readonly bytes: Effect.Effect<number, LedgerFailed>;
  /** How much it holds. */
  readonly contents: Effect.Effect<LedgerContents, LedgerFailed>;
  /** What it knows of a book, with at most `runs` of its runs, and the newest report as of `asOf` or before. */
  readonly overview: (
    book: string,
    shown: { readonly runs: number; readonly asOf: string },
  ) => Effect.Effect<BookOverview, LedgerFailed>;
}
