import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger forget.
 *
 * `is_pruned` of a `run`: what it saw may be gone in part, so nothing is reported on it any more. Of a `report`: its
 * exceptions are gone, and of its figures those that a later report replaced, so nothing is compared with it any more.
 * Both rows stay: they are small, and the chain and the dates of figures go back to them.
 */
export const pruned = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE run ADD COLUMN is_pruned INTEGER NOT NULL DEFAULT 0`;
  yield* sql`ALTER TABLE report ADD COLUMN is_pruned INTEGER NOT NULL DEFAULT 0`;
});
