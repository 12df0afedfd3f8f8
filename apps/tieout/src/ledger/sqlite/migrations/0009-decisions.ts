import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger keep what people decided about exceptions.
 *
 * - `decision`: one entry each, in the order of their ids; `body` is the JSON of it. Rows are never changed or removed.
 * - `decision_end`: which decisions a report was the first to see end, since what ended once does not hold again.
 */
export const decisions = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    book TEXT NOT NULL,
    exception_id TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    body TEXT NOT NULL
  )`;
  yield* sql`CREATE TABLE decision_end (
    report INTEGER NOT NULL REFERENCES report (id),
    decision INTEGER NOT NULL REFERENCES decision (id),
    state TEXT NOT NULL,
    PRIMARY KEY (report, decision)
  ) WITHOUT ROWID`;
});
