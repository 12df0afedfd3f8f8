import { type Cause, Effect } from "effect";
import type { MigrationError } from "effect/sql/Migrator";
import type { SqlError } from "effect/sql/SqlError";
import type { RowDamaged } from "../codec/decode.ts";
import { LedgerFailed } from "../failures.ts";

/** SQLite's own words for a failure, from the innermost cause that has a message. */
const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.message;
};

/** What Effect and the database fail with: none of them says which ledger it is about, or what was to be done. */
type Unnamed = SqlError | MigrationError | Cause.UnknownError;

const UNNAMED: ReadonlySet<string> = new Set<Unnamed["_tag"]>(["SqlError", "MigrationError", "UnknownError"]);

/** Whether a failure says itself what it is about; a row that does not decode does not name its ledger. */
const isNamed = <E>(cause: E): cause is Exclude<E, Unnamed | RowDamaged> =>
  !(cause instanceof Error) || ("_tag" in cause && !UNNAMED.has(String(cause._tag)));

/**
 * Turns a failure of the database into {@link LedgerFailed}, naming the ledger, what could not be done
 * and the database's reason. A failure that has a name of its own is kept.
 */
export const failing =
  (ledger: string, problem: string, isNew = false) =>
  <A, E, R>(
    effect: Effect.Effect<A, E, R>,
  ): Effect.Effect<A, LedgerFailed | Exclude<E, Unnamed | RowDamaged>, R> =>
    Effect.mapError(effect, (cause) =>
      isNamed(cause)
        ? cause
        : new LedgerFailed({ ledger, problem: `${problem}: ${reasonOf(cause)}`, isNew, cause }),
    );
