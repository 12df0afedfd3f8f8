import type { PublishedReport, Run } from "../Ledger.ts";

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
export interface BookOverview {
  /** The newest runs, newest first. */
  readonly runs: ReadonlyArray<RunRecord>;
  /** The newest report, with the instant it was made as of. */
  readonly report: (PublishedReport & { readonly asOf: string }) | undefined;
  /** Undefined for a source that was never read. */
  readonly record: SourceFreshness | undefined;
  readonly koard: SourceFreshness | undefined;
}

/** How much a ledger holds, over all books. */
export interface LedgerContents {
  readonly books: ReadonlyArray<string>;
  readonly runs: number;
  readonly reports: number;
  readonly settlements: number;
  /** Told apart by their keys (`text-keys.ts`): of two million it may miss one, once in some five thousand times. */
  readonly transactions: number;
  readonly credentialBatches: number;
  /** Versions of details; each is stored once, however many nights have seen it. */
  readonly details: number;
}

/** What a ledger may forget. */
export interface Prunable {
  readonly reportsKept: number;
  /** Reports that can no longer be rebuilt afterwards; their place in the chain stays. */
  readonly reports: number;
  /** Runs that can no longer be reported on. */
  readonly runs: number;
  /** States of entities that another one had replaced before. */
  readonly observations: number;
  /** Versions of details, and their bytes in the file. */
  readonly details: number;
  readonly detailsBytes: number;
  /** Exceptions as forgotten reports had them. */
  readonly exceptions: number;
  /** Figures that a later report has replaced. */
  readonly figures: number;
}
