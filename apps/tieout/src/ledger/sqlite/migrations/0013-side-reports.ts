import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger remember the reports that no later one is compared with, for the page of all nights alone: those on
 * windows of one's own, and incomplete ones. `place` is the directory under the book's; `revision` is 0 for an
 * incomplete report; `outline` as in `report`. Without a window it is an incomplete nightly one, and its place its day.
 */
export const sideReports = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`CREATE TABLE side_report (
    id INTEGER PRIMARY KEY,
    book TEXT NOT NULL,
    place TEXT NOT NULL,
    window_from TEXT,
    window_to TEXT,
    revision INTEGER NOT NULL,
    outline TEXT NOT NULL,
    UNIQUE (book, place, revision)
  )`;
});
