import { onceOnlyOf } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { DETAILS } from "../../codec/codecs.ts";
import { decoded, decoding } from "../../codec/decode.ts";
import { unpack } from "../../store/blob.ts";
import { printKeys } from "../../store/text-keys.ts";

/** Details whose rows are read at once. */
const READ_AT_ONCE = 100;

interface StoredRow {
  readonly id: number;
  readonly body: Uint8Array;
}

/**
 * Lets a ledger remember how each processor counted when a report was made, and find one event in two transactions.
 *
 * - `report_convention`: the `basis` of a `total`, which later reports go on with while too few batches tell.
 * - `events` of a `listing`: the keys of what happens once among what the details list, see `text-keys.ts`.
 */
export const reportConventions = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`CREATE TABLE report_convention (
    report INTEGER NOT NULL REFERENCES report (id),
    processor TEXT NOT NULL,
    total TEXT NOT NULL,
    basis TEXT NOT NULL,
    PRIMARY KEY (report, processor, total)
  )`;
  yield* sql`ALTER TABLE listing ADD COLUMN events BLOB NOT NULL DEFAULT x''`;
  const following = (last: number) => sql<StoredRow>`
    SELECT b.id, b.body FROM blob b
    WHERE b.id > ${last} AND b.id IN (SELECT details FROM observation WHERE kind = 'settlement')
    ORDER BY b.id LIMIT ${READ_AT_ONCE}`;
  for (let rows = yield* following(0); rows.length > 0; rows = yield* following(rows.at(-1)?.id ?? 0))
    for (const { id, body } of rows) {
      const text = yield* Effect.try(() => unpack(body)).pipe(Effect.orElseSucceed(() => "damaged"));
      const details = yield* decoding(() => decoded(DETAILS.settlement, text, { table: "blob", row: id }));
      const events = printKeys(details.rows.flatMap(onceOnlyOf));
      yield* sql`UPDATE listing SET events = ${events} WHERE details = ${id}`;
    }
});
