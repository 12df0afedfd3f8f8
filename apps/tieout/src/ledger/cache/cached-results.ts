import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { WithLease } from "../lease/lease.ts";
import { failing } from "../sqlite/sql-failure.ts";
import type { CachedResult, LedgerCache } from "./CachedResult.ts";

/** See {@link LedgerCache}. The table and its columns keep their older names. */
export const ledgerCache = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  const cachedResults: LedgerCache["cachedResults"] = Effect.fn("Ledger.cachedResults")(
    function* (book, kind, { first, last }) {
      const rows = yield* sql<CachedResult>`
        SELECT entity, details AS "detailsId", seal AS digest, body FROM conclusion
        WHERE book = ${book} AND about = ${kind} AND entity BETWEEN ${first} AND ${last}`;
      return new Map(rows.map((row) => [row.entity, row]));
    },
    failing(path, "could not be read"),
  );

  const cacheResults: LedgerCache["cacheResults"] = Effect.fn("Ledger.cacheResults")(
    function* (book, kind, results) {
      for (const { entity, detailsId, digest, body } of results)
        yield* sql`
          INSERT INTO conclusion ${sql.insert({ book, about: kind, entity, details: detailsId, seal: digest, body })}
          ON CONFLICT (book, about, entity) DO UPDATE SET
            details = excluded.details, seal = excluded.seal, body = excluded.body`;
    },
    withLease,
    failing(path, "could not keep what was concluded"),
  );

  return { cachedResults, cacheResults } satisfies LedgerCache;
});
