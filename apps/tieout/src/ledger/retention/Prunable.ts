import type { Effect } from "effect";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";

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

/** The part of a ledger that forgets. */
export interface LedgerRetention {
  /** What can go when only reports as of `before` or later, and the newest of each book, are kept. */
  readonly prunable: (before: string) => Effect.Effect<Prunable, LedgerFailed>;
  /**
   * For each book the first day whose report stays, when only reports as of `before` or later are kept: those, and what
   * each is compared with.
   */
  readonly firstKeptDays: (before: string) => Effect.Effect<ReadonlyMap<string, string>, LedgerFailed>;
  /**
   * Removes what {@link prunable} names, all of it or nothing, and gives the room back to the disk. Every report
   * that is kept, and what it is compared with, can be read back as before.
   */
  readonly prune: (before: string) => Effect.Effect<void, LedgerWriteError>;
}
