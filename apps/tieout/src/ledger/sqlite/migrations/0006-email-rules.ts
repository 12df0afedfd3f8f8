import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger tell by which rule the addresses in details were normalised before they were hashed.
 *
 * `email_rule` of a `reading`: the number of the rule; 1 is that of the tieouts before. Hashes by two rules cannot be
 * compared, and what was hashed cannot be normalised anew, so such details are read again.
 */
export const emailRules = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE reading ADD COLUMN email_rule INTEGER NOT NULL DEFAULT 1`;
});
