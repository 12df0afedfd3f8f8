import type { SettlementHeader } from "../records.ts";
import type { ReadingContext } from "../settlement/context.ts";
import type { SharedTransaction, SharedTransactions } from "../settlement/sharing.ts";
import { stateOfStatus } from "../settlement/vocabulary.ts";

/** Of a book's shared transactions those that one batch lists, by batch; batches without any are not in it. */
export const sharedByBatch = (
  shared: SharedTransactions,
): ReadonlyMap<string, ReadonlyMap<string, SharedTransaction>> => {
  const byBatch = new Map<string, Map<string, SharedTransaction>>();
  for (const [transactionId, transaction] of shared) {
    for (const batchId of transaction.batchIds) {
      const own = byBatch.get(batchId);
      if (own === undefined) byBatch.set(batchId, new Map([[transactionId, transaction]]));
      else own.set(transactionId, transaction);
    }
  }
  return byBatch;
};

/**
 * Everything that the summary of a batch follows from beside its details, as one line of text: as long as it and the
 * details stay the same, so does what `summariseSettlement` gives by the same rules.
 *
 * `shared` are the batch's own transactions that others list too. The day of the report counts only for a batch
 * that may be late, so that the summaries of all others stand from night to night.
 */
export const summaryKey = (
  header: SettlementHeader,
  context: ReadingContext,
  shared: SharedTransactions,
): string => {
  const { book, source, calendar, asOfDay, assumedCurrency, shared: _, refundedAtClose, ...others } = context;
  const { pendingDaysLimit, openDaysLimit, ...unknown } = others;
  // A member that is added to the context has to be added here as well, and does not compile before.
  unknown satisfies { readonly [name: string]: never };
  const state = stateOfStatus(header.status);
  const lateness =
    state === "pending" || state === "open" ? [asOfDay, pendingDaysLimit, openDaysLimit] : null;
  const businessDate = calendar.dayOf(header.closedAt ?? header.openedAt);
  const atClose = refundedAtClose.get(header.id) ?? null;
  // A record that was read back has the same members, in another order.
  const members = Object.entries(header).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([
    members,
    book,
    source.name,
    source.title,
    businessDate,
    assumedCurrency,
    lateness,
    atClose,
    [...shared],
  ]);
};
