import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { definitions } from "./definitions.ts";
import {
  DEFINITIONS,
  DIGESTED_TABLES,
  type DigestedTable,
  digestedColumns,
  digestOf,
  LISTING,
} from "./digested-tables.ts";
import { eachPage } from "./each-page.ts";

/** Sets the digest of a row that a statement has written. */
const afterWriting = ({ name, key }: DigestedTable, digest: string): string => {
  const isRow = key.map((column) => `${column} = NEW.${column}`).join(" AND ");
  return `UPDATE ${name} SET digest = ${digest} WHERE ${isRow}`;
};

/**
 * Lets every row that this connection writes get its digest, by triggers of the connection alone: what anybody else
 * writes into the file, past tieout, is told from it.
 */
export const keepDigests = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  for (const table of [...DIGESTED_TABLES, LISTING]) {
    const columns = yield* digestedColumns(table);
    const set = afterWriting(table, digestOf(sql, columns, "NEW."));
    for (const event of ["INSERT", `UPDATE OF ${columns.map(({ name }) => `"${name}"`).join(", ")}`])
      yield* sql.unsafe(
        `CREATE TEMP TRIGGER ${table.name}_${event.slice(0, 6)} AFTER ${event} ON main.${table.name} BEGIN ${set}; END`,
      );
  }
});

/**
 * The same for a database of PostgreSQL, by triggers that stay in it: only a transaction of tieout says that it writes,
 * since a pooler hands its session to others.
 */
export const keepServerDigests = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  for (const table of [...DIGESTED_TABLES, LISTING]) {
    const digest = digestOf(sql, yield* digestedColumns(table), "NEW.");
    yield* sql.unsafe(`CREATE OR REPLACE FUNCTION ${table.name}_digest() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.digest := ${digest}; RETURN NEW; END $$`);
    yield* sql.unsafe(`CREATE OR REPLACE TRIGGER ${table.name}_digest BEFORE INSERT OR UPDATE ON ${table.name}
      FOR EACH ROW WHEN (current_setting('tieout.writes', true) = 'on') EXECUTE FUNCTION ${table.name}_digest()`);
  }
});

/** Digests what a ledger holds as it is, row by row: for a migration, whose tables may have got other columns. */
export const fillDigests = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  for (const table of [...DIGESTED_TABLES, LISTING]) {
    const digest = digestOf(sql, yield* digestedColumns(table));
    yield* eachPage(table, ({ where, params }) =>
      sql
        .unsafe(`UPDATE ${table.name} SET digest = ${digest} WHERE ${where}`, [...params])
        .pipe(Effect.asVoid),
    );
  }
  yield* sql`DELETE FROM ${sql(DEFINITIONS)}`;
  yield* sql`
    INSERT INTO ${sql(DEFINITIONS)} (name, digest) SELECT name, digest FROM (${definitions(sql)}) found`;
});
