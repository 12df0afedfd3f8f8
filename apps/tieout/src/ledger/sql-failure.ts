import { type Cause, Effect } from "effect";
import type { MigrationError } from "effect/sql/Migrator";
import type { SqlError } from "effect/sql/SqlError";
import { type LedgerDamaged, TableDamaged } from "./codec/decode.ts";
import { LedgerFailed } from "./failures.ts";
import { ServerFailed, type ServerFault } from "./postgres/ServerFailed.ts";

/** The database's own words for a failure, from the innermost cause that has a message. */
const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.message;
};

/** SQLite's code for a file whose pages contradict each other. */
const SQLITE_CORRUPT = 11;

/** What a failure of a server asks for; undefined for all others. */
const faultOf = (cause: unknown): ServerFault | undefined => {
  if (cause instanceof ServerFailed) return cause.fault;
  return cause instanceof Error ? faultOf(cause.cause) : undefined;
};

/** Whether the database failed because of what the file holds: pages that contradict each other, or impossible numbers. */
export const isDamage = (cause: unknown): boolean => {
  if (!(cause instanceof Error)) return false;
  if (cause instanceof ServerFailed) return cause.fault === "damaged";
  if ("errcode" in cause && typeof cause.errcode === "number" && (cause.errcode & 0xff) === SQLITE_CORRUPT)
    return true;
  // Nothing that tieout stores is as large as that.
  return ("code" in cause && cause.code === "ERR_OUT_OF_RANGE") || isDamage(cause.cause);
};

/** Names the table that was asked where the database finds its pages damaged. */
export const namingTable =
  (table: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E | TableDamaged, R> =>
    Effect.mapError(effect, (cause) => (isDamage(cause) ? new TableDamaged(table, reasonOf(cause)) : cause));

/** What Effect and the database fail with: none of them says which ledger it is about, or what was to be done. */
type Unnamed = SqlError | MigrationError | Cause.UnknownError;

const UNNAMED: ReadonlySet<string> = new Set<Unnamed["_tag"]>(["SqlError", "MigrationError", "UnknownError"]);

/** Whether a failure says itself what it is about; a row that does not decode does not name its ledger. */
const isNamed = <E>(cause: E): cause is Exclude<E, Unnamed | LedgerDamaged> =>
  !(cause instanceof Error) || ("_tag" in cause && !UNNAMED.has(String(cause._tag)));

/** Why something could not be done, and what to do where the file is damaged. */
const sentenceOf = (cause: unknown): string =>
  isDamage(cause)
    ? `it is damaged (${reasonOf(cause)}); restore the ledger and its key from a backup`
    : reasonOf(cause);

/**
 * Turns a failure of the database into {@link LedgerFailed}, naming the ledger, what could not be done
 * and the database's reason. A failure that has a name of its own is kept.
 */
export const failing =
  (ledger: string, problem: string, isNew = false) =>
  <A, E, R>(
    effect: Effect.Effect<A, E, R>,
  ): Effect.Effect<A, LedgerFailed | Exclude<E, Unnamed | LedgerDamaged>, R> =>
    Effect.mapError(effect, (cause) => {
      if (isNamed(cause)) return cause;
      const fault = faultOf(cause);
      const sentence = `${problem}: ${sentenceOf(cause)}`;
      return new LedgerFailed({ ledger, problem: sentence, isNew, ...(fault && { fault }), cause });
    });
