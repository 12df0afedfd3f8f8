import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { transactionKeys } from "../transaction-keys.ts";

/** Details whose listings are read at once. */
const READ_AT_ONCE = 500;

interface ListedRow {
  readonly details: number;
  readonly ids: string;
}

/**
 * Lets a ledger name the transactions of details in one row instead of one for each.
 *
 * `keys` of a `listing` are those of the transactions that the details list, see `transaction-keys.ts`. What an id and
 * the settlement that a row names are is read from the details, where keys say that several settlements list it.
 */
export const transactionKeyLists = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE listing RENAME TO listed_transaction`;
  yield* sql`CREATE TABLE listing (details INTEGER PRIMARY KEY REFERENCES blob (id), keys BLOB NOT NULL)`;
  const following = (last: number) => sql<ListedRow>`
    SELECT details, json_group_array(transaction_id) AS ids FROM listed_transaction
    WHERE details > ${last} GROUP BY details ORDER BY details LIMIT ${READ_AT_ONCE}`;
  for (let rows = yield* following(0); rows.length > 0; rows = yield* following(rows.at(-1)?.details ?? 0))
    for (const { details, ids } of rows) {
      // What SQLite made of a column of texts.
      const listed = JSON.parse(ids) as ReadonlyArray<string>;
      const keys = transactionKeys(listed.map((id) => ({ id })));
      yield* sql`INSERT INTO listing ${sql.insert({ details, keys })}`;
    }
  yield* sql`DROP TABLE listed_transaction`;
});
