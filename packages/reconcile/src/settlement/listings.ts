import { compareCodePoints } from "../code-points.ts";
import type { Settlement, SettlementHeader, Transaction } from "../records.ts";

/** That a batch lists a transaction: what a ledger indexes to find the ids that several batches list. */
export interface TransactionListing {
  readonly transactionId: string;
  readonly batchId: string;
  /** The batch that the row's `batch_id` names; `null` where it names none. */
  readonly namedBatchId: string | null;
}

/** A batch that lists a transaction which other batches list too. */
export interface ListingBatch extends Pick<SettlementHeader, "openedAt" | "closedAt"> {
  readonly batchId: string;
  readonly namedBatchId: string | null;
}

/** One listing for each transaction id in a batch, in the order listed; none where there are no details. */
export const listingsOf = (settlement: Settlement): readonly TransactionListing[] => {
  const listings = new Map<string, TransactionListing>();
  for (const row of settlement.details?.rows ?? []) {
    const known = listings.get(row.id);
    const namedBatchId = known?.namedBatchId ?? row.batchId;
    listings.set(row.id, { transactionId: row.id, batchId: settlement.header.id, namedBatchId });
  }
  return [...listings.values()];
};

/**
 * The batch that counts a transaction which several list: the one that its `batch_id` names, else the
 * earlier by `closed_at`, else `opened_at`, then id. Where copies of the transaction name different ones of
 * the listing batches, the earlier of those; a name of a batch that does not list it decides nothing.
 *
 * Throws a RangeError where no batch lists it.
 */
export const owningBatch = (listings: readonly ListingBatch[]): string => {
  const named = new Set(listings.map(({ namedBatchId }) => namedBatchId));
  const claimed = listings.filter(({ batchId }) => named.has(batchId));
  const [owner] = (claimed.length > 0 ? claimed : listings).toSorted(byClosing);
  if (owner === undefined) throw new RangeError("a transaction that no batch lists has no owning batch");
  return owner.batchId;
};

/**
 * The rows of a batch with those that only searching by batch showed: Get Batch may cap its list without
 * saying so (Koard fact 5.18). A searched row whose id is embedded already is the same row read again later.
 */
export const withSearched = (
  embedded: readonly Transaction[],
  searched: readonly Transaction[],
): readonly Transaction[] => {
  const known = new Set(embedded.map(({ id }) => id));
  return [...embedded, ...searched.filter(({ id }) => !known.has(id))];
};

const byClosing = (left: ListingBatch, right: ListingBatch): number =>
  compareCodePoints(left.closedAt ?? left.openedAt, right.closedAt ?? right.openedAt) ||
  compareCodePoints(left.batchId, right.batchId);
