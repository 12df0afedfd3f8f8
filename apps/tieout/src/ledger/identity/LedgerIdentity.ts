import type { Effect } from "effect";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";

/** Which ledger a file holds. */
export interface Identity {
  /** Random, made with the ledger; copies and backups keep it. */
  readonly name: string;
  /** Tells its key of hashing from another one; null until a run has opened the key. */
  readonly keyMark: string | null;
  /** When the newest backup was made; null where none was, or this is a backup itself that was never backed up. */
  readonly backedUpAt: string | null;
  /** Whether a run ever began: a ledger without one holds nothing that a key could be missing for. */
  readonly isUsed: boolean;
}

/** The part of a ledger that says which one it is. */
export interface LedgerIdentity {
  readonly identity: Effect.Effect<Identity, LedgerFailed>;
  /** Ties the ledger to its key, by the mark of it. */
  readonly tieKey: (mark: string) => Effect.Effect<void, LedgerWriteError>;
  /** Remembers that a backup was made: no figure rests on it, so nobody has to hold the ledger for it. */
  readonly noteBackup: (at: string) => Effect.Effect<void, LedgerFailed>;
}
