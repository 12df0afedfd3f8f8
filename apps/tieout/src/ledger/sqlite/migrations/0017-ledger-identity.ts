import { randomUUID } from "node:crypto";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger say which one it is, in one row of `identity`.
 *
 * - `name`: random, made once; copies and backups keep it. Reports name it, so that only a ledger's own are taken in.
 * - `key_mark`: what tells its key from another one; null until a run has opened the key.
 * - `backed_up_at`: when the newest backup was made; null where none was.
 *
 * `is_taken_in` of a `run`: made of the files of a report that the ledger had lost, whose run it stands for. What that run
 * saw of the sources is lost.
 */
export const ledgerIdentity = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`CREATE TABLE identity (name TEXT NOT NULL, key_mark TEXT, backed_up_at TEXT, digest INTEGER)`;
  yield* sql`INSERT INTO identity ${sql.insert({ name: randomUUID() })}`;
  yield* sql`ALTER TABLE run ADD COLUMN is_taken_in INTEGER NOT NULL DEFAULT 0`;
});
