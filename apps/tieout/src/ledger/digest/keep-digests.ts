import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import {
  DIGESTED_TABLES,
  type DigestedTable,
  digestedColumns,
  digestOf,
  LISTING,
} from "./digested-tables.ts";

/** The definition of each table, of which a changed letter can make other rows, and its digest. */
export const DEFINITIONS = "table_digest";

/** Sets the digest of a row that a statement has written; `row` is how a trigger calls it. */
const afterWriting = ({ name, key }: DigestedTable, columns: ReadonlyArray<string>): string => {
  const isRow = key.map((column) => `${column} = NEW.${column}`).join(" AND ");
  return `UPDATE ${name} SET digest = ${digestOf(columns, "NEW.")} WHERE ${isRow}`;
};

/**
 * Lets every row that this connection writes get its digest, by triggers of the connection alone: what anybody else
 * writes into the file, past tieout, is told from it.
 */
export const keepDigests = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  for (const table of [...DIGESTED_TABLES, LISTING]) {
    const columns = yield* digestedColumns(table);
    const set = afterWriting(table, columns);
    for (const event of ["INSERT", `UPDATE OF ${columns.map((column) => `"${column}"`).join(", ")}`])
      yield* sql.unsafe(
        `CREATE TEMP TRIGGER ${table.name}_${event.slice(0, 6)} AFTER ${event} ON main.${table.name} BEGIN ${set}; END`,
      );
  }
});

/** Digests what a ledger holds as it is, row by row: for a migration, whose tables may have got other columns. */
export const fillDigests = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  for (const table of [...DIGESTED_TABLES, LISTING])
    yield* sql.unsafe(`UPDATE ${table.name} SET digest = ${digestOf(yield* digestedColumns(table))}`);
  yield* sql`DELETE FROM ${sql(DEFINITIONS)}`;
  yield* sql`
    INSERT INTO ${sql(DEFINITIONS)} (name, digest)
    SELECT name, row_digest(sql) FROM sqlite_schema WHERE type = 'table'`;
});
