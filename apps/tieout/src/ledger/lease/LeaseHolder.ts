import type { Effect, Scope } from "effect";
import type { LedgerFailed, LedgerLocked, LedgerWriteError } from "../failures.ts";

/** Who writes to a ledger. */
export interface LeaseHolder {
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

/** The part of a ledger that says who may write. */
export interface LedgerLease {
  /**
   * Takes the right to write, for as long as the scope lives. Every method that writes fails with `LeaseLost`
   * without it, or when it was lost meanwhile.
   */
  readonly acquireLease: Effect.Effect<void, LedgerLocked | LedgerFailed, Scope.Scope>;
  /** Who has the right to write just now; undefined where nobody does. Looks only. */
  readonly leaseHolder: Effect.Effect<LeaseHolder | undefined, LedgerFailed>;
  /** Does something that only the holder may do: nobody can take the ledger over until it is done. */
  readonly whileLeased: <A, E, R>(
    effect: Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | LedgerWriteError, R>;
}
