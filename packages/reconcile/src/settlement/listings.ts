import { compareCodePoints } from "../code-points.ts";
import type { Settlement, SettlementHeader, Transaction } from "../records.ts";
import { isFollowUp, readRows } from "./listed-rows.ts";
import { baseMinor, isRefundGiven, movedMoney, sizeOf } from "./moved-money.ts";

/** A refund row that gave money back, as other batches have to know of it. */
interface ListedRefund {
  /** Tells the same row in another batch; `null` rows are never known to be the same. */
  readonly eventId: string | null;
  readonly minor: number;
}

/** What a batch says of a transaction that it lists: what a ledger finds of those that several batches have in common. */
export interface TransactionListing {
  readonly transactionId: string;
  readonly batchId: string;
  /** The batch that the row's `batch_id` names; `null` where it names none. */
  readonly namedBatchId: string | null;
  /** What the transaction captured here; `null` where it moved no money. */
  readonly baseMinor: number | null;
  /** What is `refunded` on it here, where it moved money. */
  readonly refundedMinor: number;
  readonly refunds: readonly ListedRefund[];
  /** Whether it has a row of its own here, be it that nothing moved: not refunds or reversals alone. */
  readonly hasOwnRow: boolean;
  readonly createdAt: string | null;
  /** Names of what happens once: its event, its id at the gateway. Empty where the transaction moved no money. */
  readonly onceOnly: readonly string[];
}

/** A batch that lists a transaction which other batches list too. */
export interface ListingBatch extends Pick<SettlementHeader, "openedAt" | "closedAt"> {
  readonly batchId: string;
  readonly namedBatchId: string | null;
}

/** The names of what happens once that a row bears, whether or not it moved money. */
export const onceOnlyOf = ({ eventId, gatewayId = null }: Transaction): readonly string[] => {
  if (eventId === null) return gatewayId === null ? [] : [`gateway ${gatewayId}`];
  return gatewayId === null ? [`event ${eventId}`] : [`event ${eventId}`, `gateway ${gatewayId}`];
};

/** One listing for each transaction id in a batch, in the order listed; none where there are no details. */
export const listingsOf = (settlement: Settlement): readonly TransactionListing[] => {
  const all = settlement.details?.rows ?? [];
  const named = new Map<string, string>();
  for (const row of all) if (row.batchId !== null && !named.has(row.id)) named.set(row.id, row.batchId);
  const counting = Map.groupBy(readRows(all).rows, ({ id }) => id);
  return [...counting].map(([transactionId, rows]) => {
    const own = rows.find((row) => !isFollowUp(row) && movedMoney(row));
    return {
      transactionId,
      batchId: settlement.header.id,
      namedBatchId: named.get(transactionId) ?? null,
      baseMinor: own === undefined ? null : baseMinor(own),
      refundedMinor: own === undefined ? 0 : sizeOf(own.refundedMinor),
      refunds: rows
        .filter(isRefundGiven)
        .map(({ eventId, totalMinor }) => ({ eventId, minor: sizeOf(totalMinor) })),
      hasOwnRow: rows.some((row) => !isFollowUp(row)),
      createdAt: own?.createdAt ?? null,
      onceOnly: own === undefined ? [] : onceOnlyOf(own),
    };
  });
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
  return earliestBatch(claimed.length > 0 ? claimed : listings);
};

/** The earliest of some batches by `closed_at`, else `opened_at`, then id. Throws a RangeError where there is none. */
export const earliestBatch = (listings: readonly ListingBatch[]): string => {
  const [first] = listings.toSorted(byClosing);
  if (first === undefined) throw new RangeError("a transaction that no batch lists has no owning batch");
  return first.batchId;
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

/** Orders batches by `closed_at`, else `opened_at`, then id. */
export const byClosing = (left: ListingBatch, right: ListingBatch): number =>
  compareCodePoints(left.closedAt ?? left.openedAt, right.closedAt ?? right.openedAt) ||
  compareCodePoints(left.batchId, right.batchId);
