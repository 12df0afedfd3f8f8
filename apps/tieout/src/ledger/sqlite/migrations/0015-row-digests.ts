import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

const TABLES = [
  ...["migration", "run", "run_session", "observation", "reading", "refusal", "listing", "outcome"],
  ...["report", "side_report", "report_exception", "report_convention", "figure", "decision", "decision_end"],
];

/**
 * Lets every row say what it was when it was written: `digest`, see `row-digest.ts`. `table_digest` has the digest of
 * the definition of each table. Both are filled when all migrations are done, for later ones change tables, too.
 *
 * Settlement details that list nothing get the row of keys that those of today have: where one is missing, it is lost.
 */
export const rowDigests = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  for (const table of TABLES) yield* sql`ALTER TABLE ${sql(table)} ADD COLUMN digest INTEGER`;
  yield* sql`CREATE TABLE table_digest (name TEXT PRIMARY KEY, digest INTEGER NOT NULL) WITHOUT ROWID`;
  yield* sql`
    INSERT INTO listing (details, keys) SELECT DISTINCT details, x'' FROM observation
    WHERE kind = 'settlement' AND details IS NOT NULL AND details NOT IN (SELECT details FROM listing)`;
});
