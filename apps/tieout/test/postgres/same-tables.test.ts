// Proves that no step of the tables was made for one of the two databases alone.

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { LEDGER_TABLES } from "../../src/ledger/digest/digested-tables.ts";
import { newLedger, query, using } from "../ledger/opened-ledger.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

/** What a column holds, as either database calls it. */
const HELD: Readonly<Record<string, string>> = {
  "": "any",
  blob: "bytes",
  bytea: "bytes",
  bigint: "number",
  integer: "number",
  text: "text",
  "varchar(255)": "text",
  datetime: "text",
};

const named = (table: unknown, column: unknown, type: unknown): string =>
  `${table}.${column} ${HELD[String(type).toLowerCase()] ?? type}`;

it("both databases have the same tables, with the same columns", async () => {
  const server = newLedger();
  await Effect.runPromise(using(server, () => Effect.void));
  const ofServer = query(
    server,
    "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema()",
  ).map((row) => named(row["table_name"], row["column_name"], row["data_type"]));
  const file = join(temporaryDirectory(), "tieout.db");
  await Effect.runPromise(using(file, () => Effect.void));
  const db = new DatabaseSync(file);
  const ofFile = LEDGER_TABLES.flatMap((table) =>
    db
      .prepare(`SELECT name, type FROM pragma_table_info('${table}')`)
      .all()
      .map((row) => named(table, row["name"], row["type"])),
  );
  db.close();
  expect(ofServer.toSorted()).toEqual(ofFile.toSorted());
  expect(new Set(ofServer).size).toBeGreaterThan(90);
});
