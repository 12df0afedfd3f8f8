import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { isPostgres } from "../dialect.ts";
import type { DigestedTable } from "./digested-tables.ts";

/**
 * Rows whose digests one statement works out. What SQLite hands to a function of this program stays in memory until the
 * statement ends, and a table has as many rows as there are batches.
 */
const ROWS_AT_ONCE = 500;

type Key = ReadonlyArray<string | number>;

/** Rows of a table, as a condition of SQL with its parameters. */
export interface RowPage {
  readonly where: string;
  readonly params: Key;
}

const isKeyPart = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

/** Does something with all rows of a table, one page after the other; a server works out digests itself, and all at once. */
export const eachPage = Effect.fnUntraced(function* <E, R>(
  { name, key }: DigestedTable,
  use: (page: RowPage) => Effect.Effect<void, E, R>,
) {
  const sql = yield* SqlClient.SqlClient;
  if (isPostgres(sql)) return yield* use({ where: "TRUE", params: [] });
  const [columns, places] = [key.join(", "), key.map(() => "?").join(", ")];
  // Named, since SQLite calls the number of a row by the name of the column that holds it.
  const named = key.map((column, at) => `${column} AS key_${at}`).join(", ");
  const behind = (last: Key | undefined): RowPage =>
    last === undefined
      ? { where: "TRUE", params: [] }
      : { where: `(${columns}) > (${places})`, params: last };
  let last: Key | undefined;
  for (;;) {
    const { where, params } = behind(last);
    const [end] = yield* sql.unsafe<Readonly<Record<string, unknown>>>(
      `SELECT ${named} FROM ${name} WHERE ${where} ORDER BY ${columns} LIMIT 1 OFFSET ${ROWS_AT_ONCE - 1}`,
      [...params],
    );
    if (end === undefined) return yield* use({ where, params });
    const next = key.map((_, at) => end[`key_${at}`]).filter(isKeyPart);
    yield* use({ where: `${where} AND (${columns}) <= (${places})`, params: [...params, ...next] });
    last = next;
  }
});
