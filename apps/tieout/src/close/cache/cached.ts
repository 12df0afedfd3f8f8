import { Effect } from "effect";
import type { CachedKind } from "../../ledger/cache/CachedResult.ts";
import type { CacheKey, PrintedResult } from "./CacheKey.ts";
import { ResultCache } from "./ResultCache.ts";

/** How results of one kind are computed, and written down for a later night. */
export interface Computation<Item, A, E, R> {
  readonly kind: CachedKind;
  readonly keyOf: (item: Item) => CacheKey;
  readonly compute: (item: Item) => Effect.Effect<A, E, R>;
  readonly print: (result: A) => string;
  /** Reads what `print` wrote, on this night or another. */
  readonly read: (text: string) => A;
  /** Whether there is too much in it for it to be worth keeping; such a one is computed every night. */
  readonly isTooLarge: (result: A) => boolean;
}

/** The results of some items, given by entity in code unit order: reused where they can be, else computed and kept. */
export const cached = Effect.fnUntraced(function* <Item, A, E, R>(
  items: ReadonlyArray<Item>,
  { kind, keyOf, compute, print, read, isTooLarge }: Computation<Item, A, E, R>,
) {
  const cache = yield* ResultCache;
  const keyed = items.map((item) => ({ item, ...keyOf(item) }));
  const reusable = yield* cache.lookup(kind, keyed);
  const all: Array<A> = [];
  const computed: Array<PrintedResult> = [];
  for (const { item, ...key } of keyed) {
    const text = reusable.get(key.entity);
    const result = text === undefined ? yield* compute(item) : read(text);
    all.push(result);
    if (text === undefined && !isTooLarge(result)) computed.push({ ...key, body: print(result) });
  }
  if (computed.length > 0) yield* cache.keep(kind, computed);
  return all;
});

/** The same for a result about all that a book holds of a kind. */
export const cachedWhole = Effect.fnUntraced(function* <A, E, R>(
  key: CacheKey,
  computation: Omit<Computation<void, A, E, R>, "keyOf">,
) {
  const [result] = yield* cached([undefined], { ...computation, keyOf: () => key });
  return result === undefined ? yield* Effect.die("one item gave no result") : result;
});
