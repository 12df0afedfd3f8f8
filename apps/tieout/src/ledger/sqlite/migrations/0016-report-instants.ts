import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger say as of when a report was made, which `tieout report` may do long after the run that it is made of.
 * Null where an older tieout did not record it: then it is the instant of that run.
 */
export const reportInstants = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE report ADD COLUMN as_of TEXT`;
});
