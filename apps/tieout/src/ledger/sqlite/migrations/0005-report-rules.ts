import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger tell by which rules a report was made.
 *
 * `rules` of a `report`: a hash of the program that made it; null where an older tieout did. Figures of a batch that is
 * as it was are others by other rules, and nobody is to be accused of that.
 */
export const reportRules = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE report ADD COLUMN rules TEXT`;
});
