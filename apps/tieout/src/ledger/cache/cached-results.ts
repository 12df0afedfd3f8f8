import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { WithLease } from "../lease/lease.ts";
import { failing, isDamage, namingTable } from "../sqlite/sql-failure.ts";
import type { CachedKind, CachedResult, LedgerCache } from "./CachedResult.ts";

/** See {@link LedgerCache}. The table and its columns keep their older names. */
export const ledgerCache = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  const cachedResults: LedgerCache["cachedResults"] = Effect.fn("Ledger.cachedResults")(
    function* (book, kind, { first, last }) {
      const rows = yield* sql<CachedResult>`
        SELECT entity, details AS "detailsId", seal AS digest, body FROM conclusion
        WHERE book = ${book} AND about = ${kind} AND entity BETWEEN ${first} AND ${last}`.pipe(
        // What cannot be read is worked out again.
        Effect.catchIf(isDamage, () => Effect.succeed([])),
      );
      return new Map(rows.map((row) => [row.entity, row]));
    },
    failing(path, "could not be read"),
  );

  /** Forgets all results together with their damaged pages. */
  const makeAnew = Effect.gen(function* () {
    const [table] = yield* sql<{ sql: string }>`SELECT sql FROM sqlite_schema WHERE name = 'conclusion'`;
    if (table === undefined) return yield* Effect.die("a table that was read is not there");
    yield* sql`DROP TABLE conclusion`;
    yield* sql.unsafe(table.sql);
  });

  const put = Effect.fnUntraced(function* (
    book: string,
    kind: CachedKind,
    { entity, detailsId, digest, body }: CachedResult,
  ) {
    yield* sql`
      INSERT INTO conclusion ${sql.insert({ book, about: kind, entity, details: detailsId, seal: digest, body })}
      ON CONFLICT (book, about, entity) DO UPDATE SET
        details = excluded.details, seal = excluded.seal, body = excluded.body`;
  });

  const cacheResults: LedgerCache["cacheResults"] = Effect.fn("Ledger.cacheResults")(
    function* (book, kind, results) {
      const putAll = Effect.forEach(results, (result) => put(book, kind, result), { discard: true });
      yield* putAll.pipe(Effect.catchIf(isDamage, () => Effect.andThen(makeAnew, putAll)));
    },
    namingTable("conclusion"),
    withLease,
    failing(path, "could not keep what was concluded"),
  );

  return { cachedResults, cacheResults } satisfies LedgerCache;
});
