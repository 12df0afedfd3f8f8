import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger say how a report came out without its files, for the page of all nights: `outline` is the JSON of its
 * verdict, its open exceptions by severity and what it could not explain. Null where an older tieout did not record it.
 */
export const reportOutlines = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE report ADD COLUMN outline TEXT`;
});
