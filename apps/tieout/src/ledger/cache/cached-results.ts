import { Array as Arr, Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { isPostgres } from "../dialect.ts";
import type { WithLease } from "../lease/lease.ts";
import { newestBy, ROWS_AT_ONCE } from "../rows-at-once.ts";
import { failing, isDamage, namingTable } from "../sql-failure.ts";
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

  /** Forgets all results together with their damaged pages. What PostgreSQL does for its own is not for its clients. */
  const makeAnew = Effect.gen(function* () {
    const [table] = yield* sql<{ sql: string }>`SELECT sql FROM sqlite_schema WHERE name = 'conclusion'`;
    if (table === undefined) return yield* Effect.die("a table that was read is not there");
    yield* sql`DROP TABLE conclusion`;
    yield* sql.unsafe(table.sql);
  });

  const put = Effect.fnUntraced(function* (
    book: string,
    kind: CachedKind,
    results: Arr.NonEmptyReadonlyArray<CachedResult>,
  ) {
    yield* sql`
      INSERT INTO conclusion ${sql.insert(
        Arr.map(results, ({ entity, detailsId, digest, body }) => ({
          ...{ book, about: kind, entity, details: detailsId, seal: digest, body },
        })),
      )}
      ON CONFLICT (book, about, entity) DO UPDATE SET
        details = excluded.details, seal = excluded.seal, body = excluded.body`;
  });

  const cacheResults: LedgerCache["cacheResults"] = Effect.fn("Ledger.cacheResults")(
    function* (book, kind, results) {
      const byEntity = newestBy(results, ({ entity }) => entity);
      const putAll = Effect.forEach(Arr.chunksOf(byEntity, ROWS_AT_ONCE), (some) => put(book, kind, some), {
        discard: true,
      });
      yield* isPostgres(sql)
        ? putAll
        : putAll.pipe(Effect.catchIf(isDamage, () => Effect.andThen(makeAnew, putAll)));
    },
    namingTable("conclusion"),
    withLease,
    failing(path, "could not keep what was concluded"),
  );

  return { cachedResults, cacheResults } satisfies LedgerCache;
});
