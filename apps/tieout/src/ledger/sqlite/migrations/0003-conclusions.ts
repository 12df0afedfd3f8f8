import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * Lets a ledger keep what was concluded from details, so that what did not change is not worked out every night.
 *
 * - `about`: what is concluded (`settlement`: the proof of one batch); `entity`: about which one, empty where the
 *   conclusion is about all of a book.
 * - `details`: the details that it was drawn from; they may not go before it does. Null where it was drawn from many.
 * - `seal`: a hash of the body and of everything that it rests on. A conclusion whose seal does not fit is ignored.
 */
export const conclusions = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`CREATE TABLE conclusion (
    book TEXT NOT NULL,
    about TEXT NOT NULL,
    entity TEXT NOT NULL,
    details INTEGER REFERENCES blob (id),
    seal TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (book, about, entity)
  )`;
});
