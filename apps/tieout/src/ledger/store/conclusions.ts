import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { Conclusion, Ledger } from "../Ledger.ts";
import type { Fenced } from "../lease/lease.ts";
import { failing } from "../sqlite/sql-failure.ts";

/** The part of {@link Ledger} that keeps what was worked out, beside what it was worked out from. */
export const ledgerConclusions = Effect.fnUntraced(function* (path: string, fenced: Fenced) {
  const sql = yield* SqlClient.SqlClient;

  const conclusions: Ledger["Service"]["conclusions"] = Effect.fn("Ledger.conclusions")(
    function* (book, about, { first, last }) {
      const rows = yield* sql<Conclusion>`
        SELECT entity, details AS "detailsId", seal, body FROM conclusion
        WHERE book = ${book} AND about = ${about} AND entity BETWEEN ${first} AND ${last}`;
      return new Map(rows.map((row) => [row.entity, row]));
    },
    failing(path, "could not be read"),
  );

  const conclude: Ledger["Service"]["conclude"] = Effect.fn("Ledger.conclude")(
    function* (book, about, drawn) {
      for (const { entity, detailsId, seal, body } of drawn)
        yield* sql`
          INSERT INTO conclusion ${sql.insert({ book, about, entity, details: detailsId, seal, body })}
          ON CONFLICT (book, about, entity) DO UPDATE SET
            details = excluded.details, seal = excluded.seal, body = excluded.body`;
    },
    fenced,
    failing(path, "could not keep what was concluded"),
  );

  return { conclusions, conclude };
});
