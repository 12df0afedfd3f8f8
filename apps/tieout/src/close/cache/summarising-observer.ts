import { summariseSettlement } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../../config/Night.ts";
import type { BatchObserver, ObservedList } from "../../pull/PullObserver.ts";
import { settlementContext } from "../settlement-context.ts";
import type { PrintedResult } from "./CacheKey.ts";
import { ResultCache } from "./ResultCache.ts";
import { NONE_SHARED, SETTLEMENT_SUMMARY } from "./settlement-summaries.ts";

/**
 * Summarises settlement batches of a book as they are stored, as if they shared no transaction and had not been settled
 * before: so the close finds nearly all of them summarised, and does not have to restore the rows that a pull has just had in its hands.
 */
export const summarisingObserver = Effect.fnUntraced(function* (night: Night) {
  const cache = yield* ResultCache.empty(night.book.name);
  return ({ source }: ObservedList<"settlements">): BatchObserver<"settlements"> => {
    const alone = { shared: NONE_SHARED, refundedAtClose: new Map() };
    const context = { ...settlementContext(night, source), ...alone };
    /** By batch, the summaries of those that were read and wait to be stored, printed. */
    const waiting = new Map<string, string>();
    const printed = (entry: Parameters<typeof SETTLEMENT_SUMMARY.keyOf>[0]): ReadonlyArray<PrintedResult> => {
      const body = waiting.get(entry.header.id);
      waiting.delete(entry.header.id);
      return body === undefined ? [] : [{ ...SETTLEMENT_SUMMARY.keyOf(entry, context), body }];
    };
    return {
      read: (settlement) => {
        const summary = summariseSettlement(settlement, context);
        if (!SETTLEMENT_SUMMARY.isTooLarge(summary))
          waiting.set(settlement.header.id, SETTLEMENT_SUMMARY.print(summary));
      },
      stored: (entries) =>
        Effect.suspend(() => {
          const summaries = entries.flatMap(printed);
          return summaries.length === 0 ? Effect.void : cache.keep(SETTLEMENT_SUMMARY.kind, summaries);
        }),
      done: Effect.void,
    };
  };
});
