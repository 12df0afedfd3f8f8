import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger say how runs ended, those that published nothing among them: one row for each run and book. `told` is the
 * report that messages were made of, and that the next ones are compared with.
 */
export const outcomes = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`CREATE TABLE outcome (
    id INTEGER PRIMARY KEY,
    book TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    exit_code INTEGER NOT NULL,
    problem TEXT,
    undelivered TEXT,
    told INTEGER REFERENCES report (id)
  )`;
  yield* sql`CREATE INDEX outcome_by_book ON outcome (book, id)`;
});
