import { Effect } from "effect";
import { LedgerFailed } from "./Ledger.ts";

/** SQLite's own words for a failure, from the innermost cause that has a message. */
const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.message;
};

/**
 * Turns any failure of a statement into {@link LedgerFailed}, naming the ledger, what could not be done
 * and the database's reason. A failure that is already one is kept.
 */
export const failing =
  (ledger: string, problem: string, isNew = false) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, LedgerFailed, R> =>
    Effect.mapError(effect, (cause) =>
      cause instanceof LedgerFailed
        ? cause
        : new LedgerFailed({ ledger, problem: `${problem}: ${reasonOf(cause)}`, isNew, cause }),
    );
