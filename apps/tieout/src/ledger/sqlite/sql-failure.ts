import { type Cause, Effect } from "effect";
import type { MigrationError } from "effect/sql/Migrator";
import type { SqlError } from "effect/sql/SqlError";
import { LedgerFailed } from "../failures.ts";

/** SQLite's own words for a failure, from the innermost cause that has a message. */
const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.message;
};

const UNNAMED: ReadonlySet<string> = new Set(["SqlError", "MigrationError", "UnknownError"]);

const isUnnamed = (cause: unknown): boolean =>
  cause instanceof Error && (!("_tag" in cause) || UNNAMED.has(String(cause._tag)));

/**
 * Turns a failure of the database into {@link LedgerFailed}, naming the ledger, what could not be done
 * and the database's reason. A failure that has a name of its own is kept.
 */
export const failing =
  (ledger: string, problem: string, isNew = false) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, LedgerFailed | Named<E>, R> =>
    Effect.mapError(effect, (cause) =>
      isUnnamed(cause)
        ? new LedgerFailed({ ledger, problem: `${problem}: ${reasonOf(cause)}`, isNew, cause })
        : // What is left has a tag of ours.
          (cause as Named<E>),
    );

/** Of the failures of an effect, those that keep their name. */
type Named<E> = E extends { readonly _tag: string }
  ? Exclude<E, SqlError | MigrationError | Cause.UnknownError>
  : never;
