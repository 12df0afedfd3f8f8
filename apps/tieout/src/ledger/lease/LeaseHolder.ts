import type { Effect, Scope } from "effect";
import type { LedgerFailed, LedgerLocked, LedgerWriteError } from "../failures.ts";

/** Who writes to a ledger. */
export interface LeaseHolder {
  readonly host: string;
  readonly pid: number;
  readonly since: string;
  /** The books that it writes to; null for the whole ledger. */
  readonly books: ReadonlyArray<string> | null;
}

/** The part of a ledger that says who may write. */
export interface LedgerLease {
  /**
   * Takes the right to write to the whole ledger, for as long as the scope lives: nobody else writes to any book
   * meanwhile. Every method that writes fails with `LeaseLost` without a lease, or when it was lost meanwhile.
   */
  readonly acquireLease: Effect.Effect<void, LedgerLocked | LedgerFailed, Scope.Scope>;
  /** The same for some books, all or none: others may write to other books meanwhile. */
  readonly acquireBooks: (
    books: ReadonlyArray<string>,
  ) => Effect.Effect<void, LedgerLocked | LedgerFailed, Scope.Scope>;
  /** Who has the right to write just now, who has had it longest first. Looks only. */
  readonly leaseHolders: Effect.Effect<ReadonlyArray<LeaseHolder>, LedgerFailed>;
  /** Does something that only a holder may do: nobody can take a lease of his over until it is done. */
  readonly whileLeased: <A, E, R>(
    effect: Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | LedgerWriteError, R>;
  /** The same for what is of no book, such as the key of hashing: holders of other books wait until it is done. */
  readonly whileAlone: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E | LedgerWriteError, R>;
}
