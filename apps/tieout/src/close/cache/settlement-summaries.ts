import {
  type ReadingContext,
  type Settlement,
  type SettlementSummary,
  summariseSettlement,
} from "@tieout/reconcile";
import { sharedByBatch, summaryKey } from "@tieout/reconcile/cache";
import { Effect } from "effect";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Entry } from "../../ledger/store/Entry.ts";
import type { Run } from "../../ledger/store/Run.ts";
import { SummarisedByDay } from "../SummarisedByDay.ts";
import type { CacheKey } from "./CacheKey.ts";
import { cached } from "./cached.ts";
import { SUMMARY_TEXT } from "./summary-text.ts";

/** Findings of one batch that are worth keeping; one with more says too much of itself to be read every night. */
const KEPT_FINDINGS_MAX = 1000;

/** The shared transactions of a batch that has none. */
export const NONE_SHARED: ReadingContext["shared"] = new Map();

/** How the summary of a batch is kept from night to night: what its rows come to, which needs no other batch. */
export const SETTLEMENT_SUMMARY = {
  kind: "settlement",
  keyOf: ({ header, detailsId }: Entry<"settlement">, context: ReadingContext): CacheKey => ({
    entity: header.id,
    detailsId,
    basis: summaryKey(header, context, context.shared),
  }),
  ...SUMMARY_TEXT,
  isTooLarge: ({ findings }: SettlementSummary): boolean => findings.length > KEPT_FINDINGS_MAX,
} as const;

/**
 * Summarises the settlement batches that a run listed: summaries of those that are as they were are reused, and the rows
 * of the others are read one batch at a time, so that memory does not hold those of a season.
 */
export const settlementSummaries = Effect.fnUntraced(function* (run: Run, context: ReadingContext) {
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
  const all = new SummarisedByDay();
  const after = (id: string) => ledger.entryPage(run, "settlement", id);
  for (let page = yield* after(""); page.length > 0; page = yield* after(page.at(-1)?.header.id ?? "")) {
    const summaries = yield* cached(page, computation);
    for (const [at, { header }] of page.entries()) {
      const summary = summaries[at];
      if (summary !== undefined) all.add({ header, summary });
    }
  }
  return all;
});
