import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { decoded, decoding } from "../../codec/decode.ts";
import { isText, listOf } from "../../codec/guards.ts";
import { printKeys } from "../../store/text-keys.ts";

/** Details whose listings are read at once. */
const READ_AT_ONCE = 500;

interface ListedRow {
  readonly details: number;
  readonly ids: string;
}

/**
 * Lets a ledger name all transactions of details in one row instead of one for each.
 *
 * `keys` of a `listing` are those of what the details list and other details may list too, see `text-keys.ts`: the ids
 * of transactions, or from now on the ids of credentials and the e-mail hashes of their people. Which ids those are, and
 * the settlement that a row names, is read from the details where keys say that several of them list one.
 */
export const listedKeys = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE listing RENAME TO listed_transaction`;
  yield* sql`CREATE TABLE listing (details INTEGER PRIMARY KEY REFERENCES blob (id), keys BLOB NOT NULL)`;
  const following = (last: number) => sql<ListedRow>`
    SELECT details, json_group_array(transaction_id) AS ids FROM listed_transaction
    WHERE details > ${last} GROUP BY details ORDER BY details LIMIT ${READ_AT_ONCE}`;
  for (let rows = yield* following(0); rows.length > 0; rows = yield* following(rows.at(-1)?.details ?? 0))
    for (const { details, ids } of rows) {
      const listed = yield* decoding(() =>
        decoded(listOf(isText), ids, { table: "listed_transaction", row: details }),
      );
      yield* sql`INSERT INTO listing ${sql.insert({ details, keys: printKeys(listed) })}`;
    }
  yield* sql`DROP TABLE listed_transaction`;
});
