import type { Settlement, SettlementHeader } from "../records.ts";
import { NO_BASIS } from "./bases.ts";
import type { ReadingContext } from "./context.ts";
import { compareSummary } from "./prove-settlement.ts";
import { summariseSettlement } from "./summarise-settlement.ts";

/**
 * R2 of a batch as it was when it was first read as final, in minor units; `null` where that proves nothing of it now:
 * it did not tie out then, its details were not whole, or its declared totals have changed since.
 */
export const refundedAtClose = (
  first: Settlement,
  now: SettlementHeader,
  context: Pick<ReadingContext, "book" | "source" | "calendar" | "asOfDay" | "assumedCurrency">,
): number | null => {
  const { header } = first;
  if (header.capturedMinor !== now.capturedMinor || header.refundedMinor !== now.refundedMinor) return null;
  const alone = { ...context, shared: new Map(), refundedAtClose: new Map() };
  const summary = summariseSettlement(first, alone);
  const comparison = compareSummary(header, summary, { captured: null, refunded: null });
  if (summary.state !== "final" || comparison === null || comparison.capturedBasis === NO_BASIS) return null;
  return comparison.refundedBasis === NO_BASIS
    ? null
    : Number(summary.groups[0].sums.refundedOnOriginalMinor);
};
