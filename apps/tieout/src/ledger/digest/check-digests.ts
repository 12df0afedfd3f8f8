import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { RowDamaged, TableDamaged } from "../codec/decode.ts";
import { isPostgres, tableNames } from "../dialect.ts";
import { namingTable } from "../sql-failure.ts";
import { type PackedText, unpackHashed } from "../store/blob.ts";
import { definitions } from "./definitions.ts";
import {
  DEFINITIONS,
  DIGESTED_TABLES,
  type DigestedTable,
  digestedColumns,
  digestOf,
  LISTING,
} from "./digested-tables.ts";
import { eachPage, type RowPage } from "./each-page.ts";

/** Whether a ledger has digests: older ones get them when they are brought up to date. */
export const hasDigests = Effect.gen(function* () {
  return (yield* tableNames(yield* SqlClient.SqlClient)).includes(DEFINITIONS);
});

/** Looks at the definitions of all tables. Fails with `RowDamaged`. */
const checkDefinitions = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  const [damaged] = yield* sql<{ name: string }>`
    SELECT coalesce(s.name, d.name) AS name
    FROM (${definitions(sql)}) s FULL JOIN ${sql(DEFINITIONS)} d ON d.name = s.name
    WHERE d.digest IS DISTINCT FROM s.digest LIMIT 1`;
  if (damaged !== undefined)
    return yield* Effect.fail(new RowDamaged({ table: "sqlite_schema", row: damaged.name }));
});

/**
 * Looks at the pages and the index of a table: a row that its index does not name would be passed over, and one that
 * it names wrongly taken for another. Fails with `TableDamaged`.
 */
const checkStructure = Effect.fnUntraced(function* (name: string) {
  const sql = yield* SqlClient.SqlClient;
  // PostgreSQL looks after its own pages, and fails with what it finds.
  if (isPostgres(sql)) return;
  const [found] = yield* sql.unsafe<{ integrity_check: string }>(`PRAGMA integrity_check(${name})`);
  if (found?.integrity_check !== "ok")
    return yield* Effect.fail(new TableDamaged(name, found?.integrity_check ?? "nothing is known of it"));
});

/** Looks at every row of a table for which a condition holds. Fails with `RowDamaged`. */
const checkRows = Effect.fnUntraced(function* (table: DigestedTable, where = "TRUE") {
  const sql = yield* SqlClient.SqlClient;
  const digest = digestOf(sql, yield* digestedColumns(table));
  const check = Effect.fnUntraced(function* (page: RowPage) {
    const [damaged] = yield* sql.unsafe<{ row: string | number | null }>(
      `SELECT ${table.rowName} AS "row" FROM ${table.name}
       WHERE ${where} AND ${page.where} AND digest IS DISTINCT FROM ${digest} LIMIT 1`,
      [...page.params],
    );
    if (damaged !== undefined)
      return yield* Effect.fail(new RowDamaged({ table: table.name, row: damaged.row ?? "without a name" }));
  });
  yield* eachPage(table, check);
});

const checkTable = (table: DigestedTable) =>
  checkStructure(table.name).pipe(Effect.andThen(checkRows(table)), namingTable(table.name));

/**
 * Looks at every row that figures, exceptions, comparisons or decisions about what is read again rest on, but for
 * details and what they list, which are looked at when they are read. Fails with the first that is damaged.
 */
export const checkDigests = Effect.gen(function* () {
  yield* checkDefinitions;
  for (const table of DIGESTED_TABLES) yield* checkTable(table);
});

/** Details that are restored at once. */
const READ_AT_ONCE = 20;

/** Restores all details. Fails with `RowDamaged`. */
const checkDetails = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  const following = (last: number) => sql<PackedText & { readonly id: number }>`
    SELECT id, hash, body FROM blob WHERE id > ${last} ORDER BY id LIMIT ${READ_AT_ONCE}`;
  for (let rows = yield* following(0); rows.length > 0; rows = yield* following(rows.at(-1)?.id ?? 0))
    for (const { id, ...packed } of rows)
      if (unpackHashed(packed) === undefined)
        return yield* Effect.fail(new RowDamaged({ table: "blob", row: id }));
});

/** Looks at everything that a ledger holds, details among it: as long as that takes. Cached results are not looked at. */
export const checkEveryRow = Effect.gen(function* () {
  yield* checkDigests;
  yield* checkTable(LISTING);
  yield* checkStructure("blob").pipe(Effect.andThen(checkDetails), namingTable("blob"));
});

/**
 * Looks at the rows that say of which version the tables are: those of every version have their digests in this form.
 * One that has none was not changed but added, by somebody who does not know of digests.
 */
export const checkVersionDigests = Effect.forEach(
  DIGESTED_TABLES.filter(({ name }) => name === "migration"),
  (table) => checkRows(table, "digest IS NOT NULL"),
);
