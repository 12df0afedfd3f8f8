import { Context, Effect } from "effect";
import type { CachedKind } from "../../ledger/cache/CachedResult.ts";
import type { LedgerFailed, LedgerWriteError } from "../../ledger/failures.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { type CacheKey, digesting, type PrintedResult } from "./CacheKey.ts";

/**
 * What earlier closes computed of a book, for this one to reuse where nothing that it depends on has changed.
 *
 * A result is a pure function of its key and of the rules, so to reuse it or to compute it again is the same.
 */
export class ResultCache extends Context.Service<
  ResultCache,
  {
    /** By entity, the results of those keys, given in code unit order of their entities, that are still the same. */
    readonly lookup: (
      kind: CachedKind,
      keys: ReadonlyArray<CacheKey>,
    ) => Effect.Effect<ReadonlyMap<string, string>, LedgerFailed>;
    /** Keeps what was computed, for later closes. */
    readonly keep: (
      kind: CachedKind,
      results: ReadonlyArray<PrintedResult>,
    ) => Effect.Effect<void, LedgerWriteError>;
  }
>()("tieout/close/ResultCache") {
  /** That of the ledger, to which this run adds its own. */
  static readonly ofLedger = Effect.fnUntraced(function* (book: string) {
    const ledger = yield* Ledger;
    const digestOf = digesting();
    return ResultCache.of({
      lookup: Effect.fnUntraced(function* (kind, keys) {
        const [first = "", last = ""] = [keys[0]?.entity, keys.at(-1)?.entity];
        const kept = yield* ledger.cachedResults(book, kind, { first, last });
        return new Map(
          keys.flatMap(({ entity, detailsId, basis }) => {
            const found = kept.get(entity);
            if (found === undefined) return [];
            const { body, digest } = found;
            return digest === digestOf({ entity, detailsId, basis, body }) ? [[entity, body]] : [];
          }),
        );
      }),
      keep: (kind, results) =>
        ledger.cacheResults(
          book,
          kind,
          results.map((one) => ({ ...one, digest: digestOf(one) })),
        ),
    });
  });

  /** The same, for somebody who may only look at the ledger. */
  static readonly readOnly = (book: string) =>
    Effect.map(ResultCache.ofLedger(book), ({ lookup }) =>
      ResultCache.of({ lookup, keep: () => Effect.void }),
    );

  /** As if nothing had ever been computed; what is now is kept. */
  static readonly empty = (book: string) =>
    Effect.map(ResultCache.ofLedger(book), ({ keep }) =>
      ResultCache.of({ lookup: () => Effect.succeed(new Map()), keep }),
    );
}
