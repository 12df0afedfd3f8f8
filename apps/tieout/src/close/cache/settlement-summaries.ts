import {
  type ReadingContext,
  type Settlement,
  type SettlementSummary,
  type SummarisedBatch,
  summariseSettlement,
} from "@tieout/reconcile";
import { printSummary, readSummary, sharedByBatch, summaryKey } from "@tieout/reconcile/cache";
import { Effect } from "effect";
import * as Arr from "effect/Array";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Entry } from "../../ledger/store/Entry.ts";
import type { CacheKey } from "./CacheKey.ts";
import { cached } from "./cached.ts";

/** Batches whose summaries are reused or kept at once: memory holds the printed ones of so many. */
const SUMMARISED_AT_ONCE = 500;

/** Findings of one batch that are worth keeping; one with more says too much of itself to be read every night. */
const KEPT_FINDINGS_MAX = 1000;

/** The shared transactions of a batch that has none. */
export const NONE_SHARED: ReadingContext["shared"] = new Map();

const read = (text: string): SettlementSummary => {
  const summary = readSummary(text);
  if (summary === undefined) throw new TypeError("a cached summary of a settlement is not what was printed");
  return summary;
};

/** How the summary of a batch is kept from night to night: what its rows come to, which needs no other batch. */
export const SETTLEMENT_SUMMARY = {
  kind: "settlement",
  keyOf: ({ header, detailsId }: Entry<"settlement">, context: ReadingContext): CacheKey => ({
    entity: header.id,
    detailsId,
    basis: summaryKey(header, context, context.shared),
  }),
  print: printSummary,
  read,
  isTooLarge: ({ findings }: SettlementSummary): boolean => findings.length > KEPT_FINDINGS_MAX,
} as const;

/**
 * Summarises settlement batches, given in the order of their ids: summaries of those that are as they were are reused,
 * and the rows of the others are read one batch at a time, so that memory does not hold those of a season.
 */
export const settlementSummaries = Effect.fnUntraced(function* (
  entries: ReadonlyArray<Entry<"settlement">>,
  context: ReadingContext,
) {
  const ledger = yield* Ledger;
  const shared = sharedByBatch(context.shared);
  const compute = Effect.fnUntraced(function* ({ header, detailsId }: Entry<"settlement">) {
    const details: Settlement["details"] =
      detailsId === null ? null : yield* ledger.details("settlement", detailsId);
    return summariseSettlement({ header, details }, context);
  });
  const computation = {
    ...SETTLEMENT_SUMMARY,
    keyOf: (entry: Entry<"settlement">) =>
      SETTLEMENT_SUMMARY.keyOf(entry, { ...context, shared: shared.get(entry.header.id) ?? NONE_SHARED }),
    compute,
  };
  const all: Array<SummarisedBatch> = [];
  for (const some of Arr.chunksOf(entries, SUMMARISED_AT_ONCE)) {
    const summaries = yield* cached(some, computation);
    all.push(...Arr.zipWith(some, summaries, ({ header }, summary) => ({ header, summary })));
  }
  return all;
});
