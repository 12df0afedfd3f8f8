import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/** Lets the header of the file say that it is a ledger of tieout: `TiOu`. See `ledger-file.ts`. */
export const applicationId = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`PRAGMA application_id = 1416187765`;
});
