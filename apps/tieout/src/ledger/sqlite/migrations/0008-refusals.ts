import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/** Lets a ledger count the business days on which the details of an entity could not be had. */
export const refusals = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`
    CREATE TABLE refusal (
      book TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL, day TEXT NOT NULL,
      PRIMARY KEY (book, kind, entity, day)
    ) WITHOUT ROWID`;
});
