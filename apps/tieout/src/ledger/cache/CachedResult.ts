import type { Effect } from "effect";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";

/** What cached results are about: a proof of one settlement, or a view of all that a book holds of a kind. */
export type CachedKind = "settlement" | "shared_transactions" | "cohorts";

/** What was worked out of details, kept so that it need not be worked out again while they stay the same. */
export interface CachedResult {
  /** The entity it is about; empty where it is about all of a kind. */
  readonly entity: string;
  /** The details that it was computed from; null where it was computed from those of many. */
  readonly detailsId: number | null;
  /** A hash over the body and everything that it rests on, as whoever computed it made it. */
  readonly digest: string;
  readonly body: string;
}

/** The part of a ledger that keeps what was worked out, beside what it was worked out from. */
export interface LedgerCache {
  /** What was last cached of a book, of entities from `first` to `last` in code unit order, by entity. */
  readonly cachedResults: (
    book: string,
    kind: CachedKind,
    entities: { readonly first: string; readonly last: string },
  ) => Effect.Effect<ReadonlyMap<string, CachedResult>, LedgerFailed>;
  /** Caches results, each in place of what was last cached of the same entity. */
  readonly cacheResults: (
    book: string,
    kind: CachedKind,
    results: ReadonlyArray<CachedResult>,
  ) => Effect.Effect<void, LedgerWriteError>;
}
