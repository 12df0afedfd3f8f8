import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Gives each book a lease of its own, so that runs of different books work side by side. `book` is empty for the lease of
 * the whole ledger, which is what everybody had before: whoever has it keeps it.
 */
export const bookLeases = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE lease RENAME TO whole_lease`;
  yield* sql`CREATE TABLE lease (
    book TEXT PRIMARY KEY,
    fence INTEGER NOT NULL,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    acquired_at TEXT NOT NULL,
    beat_at_ms INTEGER NOT NULL,
    identity TEXT,
    boot TEXT,
    namespace TEXT,
    started TEXT
  ) WITHOUT ROWID`;
  yield* sql`INSERT INTO lease
    SELECT '', fence, host, pid, acquired_at, beat_at_ms, identity, boot, namespace, started FROM whole_lease`;
  yield* sql`DROP TABLE whole_lease`;
});
