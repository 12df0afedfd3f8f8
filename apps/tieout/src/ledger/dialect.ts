import { Effect } from "effect";
import type { SqlClient } from "effect/sql/SqlClient";
import type { SqlError } from "effect/sql/SqlError";
import type { Fragment } from "effect/sql/Statement";

// What SQLite and PostgreSQL say differently, a function for each; all other SQL of the ledger both understand. Counts are
// numbers and truths 1 or 0 in both: the client of PostgreSQL reads them so, see `postgres/wire-types.ts`.

/** Whether a client speaks to PostgreSQL. */
export const isPostgres = (sql: SqlClient): boolean =>
  sql.onDialectOrElse({ pg: () => true, orElse: () => false });

/**
 * A list as a table, which needs a name: `key` is the place from 0 on, `value` what stands there, in PostgreSQL as a text.
 * A list in a list is its JSON. It goes over as one parameter, of which a statement may have some thousands only.
 */
export const listed = (sql: SqlClient, values: ReadonlyArray<unknown>): Fragment => {
  const list = JSON.stringify(values);
  return sql.onDialectOrElse({
    pg: () =>
      sql`(SELECT value, ordinality - 1 AS key FROM json_array_elements_text(${list}::json) WITH ORDINALITY)`,
    orElse: () => sql`json_each(${list})`,
  });
};

/** A column with JSON, or an expression of SQL that gives some, to be looked into with `->`, `->>` and `json_each`. */
export const asJson = (sql: SqlClient, column: string): Fragment =>
  sql.onDialectOrElse({ pg: () => sql.literal(`(${column})::json`), orElse: () => sql.literal(column) });

/** Whether a column holds JSON. PostgreSQL cannot be asked before its version 16: there, looking into it fails. */
export const isJson = (sql: SqlClient, column: string): Fragment =>
  sql.onDialectOrElse({ pg: () => sql`TRUE`, orElse: () => sql.literal(`json_valid(${column})`) });

const nothing = (sql: SqlClient): Fragment => sql.literal("");

/** Ends a SELECT of rows that nobody may remove until the transaction ends. SQLite's has the whole file for itself. */
export const whileTheyStay = (sql: SqlClient): Fragment =>
  sql.onDialectOrElse({ pg: () => sql`FOR KEY SHARE`, orElse: () => nothing(sql) });

/** Ends a SELECT of rows that nobody else may change, or lock, until the transaction ends. */
export const forOneAlone = (sql: SqlClient): Fragment =>
  sql.onDialectOrElse({ pg: () => sql`FOR UPDATE`, orElse: () => nothing(sql) });

/** What only one process at a time does by the database, whatever tables it is about. */
const IN_TURN = { migrating: 0x54_69_4f_01, taking: 0x54_69_4f_02 } as const;

/** Waits until no other process is about the same; others wait until the transaction ends. */
export const inTurn = (sql: SqlClient, about: keyof typeof IN_TURN): Effect.Effect<void, SqlError> =>
  sql.onDialectOrElse({
    pg: () => Effect.asVoid(sql`SELECT pg_advisory_xact_lock(${IN_TURN[about]})`),
    // A transaction that may write is alone from its beginning.
    orElse: () => Effect.void,
  });

/** Lets rows of this transaction name others that are not there until it ends. */
export const deferReferences = (sql: SqlClient): Effect.Effect<unknown, SqlError> =>
  sql.onDialectOrElse({
    pg: () => sql`SET CONSTRAINTS ALL DEFERRED`,
    orElse: () => sql`PRAGMA defer_foreign_keys = ON`,
  });

/** The names of the tables of a ledger, and of others that stand beside them. */
export const tableNames = (sql: SqlClient): Effect.Effect<ReadonlyArray<string>, SqlError> =>
  Effect.map(
    sql.onDialectOrElse({
      pg: () =>
        sql<{
          name: string;
        }>`SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()`,
      orElse: () => sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table'`,
    }),
    (rows) => rows.map(({ name }) => name),
  );

/** Rows of tables, in words of SQL; all of it is of this program. */
interface Rows {
  readonly columns: string;
  readonly from: string;
  /** What some of them have in common. */
  readonly key: string;
  /** What is least in one of these, which comes with it. */
  readonly least: string;
}

/** Of rows with the same key the one that has the least, as a SELECT with that as its last column, `least`. */
export const leastOf = (sql: SqlClient, { columns, from, key, least }: Rows): Fragment =>
  sql.onDialectOrElse({
    pg: () =>
      sql.literal(
        `SELECT DISTINCT ON (${key}) ${columns}, ${least} AS least FROM ${from} ORDER BY ${key}, ${least}`,
      ),
    // Here the other columns are those of the row that has the least, in half the time that a window takes.
    orElse: () => sql.literal(`SELECT ${columns}, min(${least}) AS least FROM ${from} GROUP BY ${key}`),
  });

/** Gives the room of rows that were removed back: SQLite to the disk, PostgreSQL to the next rows of its tables. */
export const giveRoomBack = (sql: SqlClient, tables: ReadonlyArray<string>): Effect.Effect<void, SqlError> =>
  sql.onDialectOrElse({
    pg: () => Effect.asVoid(sql`VACUUM (ANALYZE) ${sql.literal(tables.join(", "))}`),
    orElse: () => Effect.andThen(sql`VACUUM`, Effect.asVoid(sql`PRAGMA wal_checkpoint(TRUNCATE)`)),
  });

/** Lets the next row of a table get a number after those that were given by hand, as SQLite does by itself. */
export const goOnFromNumbers = (sql: SqlClient, table: string): Effect.Effect<void, SqlError> =>
  sql.onDialectOrElse({
    pg: () =>
      Effect.asVoid(
        sql`SELECT setval(pg_get_serial_sequence(${table}, 'id'), coalesce((SELECT max(id) FROM ${sql(table)}), 0) + 1, false)`,
      ),
    orElse: () => Effect.void,
  });
