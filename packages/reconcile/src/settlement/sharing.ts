import { compareCodePoints, sortedDistinct } from "../code-points.ts";
import type { SettlementHeader } from "../records.ts";
import {
  byClosing,
  earliestBatch,
  type ListingBatch,
  owningBatch,
  type TransactionListing,
} from "./listings.ts";
import { isLive } from "./vocabulary.ts";

/** What a batch has to know of one of its transactions that others list as well, or that another one is a double of. */
export interface SharedTransaction {
  /** Every batch that lists it, sorted. */
  readonly batchIds: readonly string[];
  /** The batches in which it moved money and that settle what they list, sorted: two or more are one too many. */
  readonly movedIn: readonly string[];
  /** The one of them that counts it; `null` where there is none. */
  readonly owner: string | null;
  /** What is `refunded` on it where it is counted. */
  readonly refundedMinor: number;
  /** Whether any batch lists a row of its own; of an id that only refund rows bear there is no sale. */
  readonly hasOwnRow: boolean;
  /** What refund rows bearing its id gave back, each once, by the batch that counts them, in the order of closing. */
  readonly refundRows: readonly (readonly [batchId: string, minor: number])[];
  /** Refund rows that several batches list, by event: the one that counts it, then all of them, sorted. */
  readonly repeatedRefunds: readonly RepeatedRefund[];
  /** The earlier transaction that bears the same event or the same id at the gateway. */
  readonly doubleOf: string | null;
}

/** A refund row that several batches list. */
interface RepeatedRefund {
  readonly eventId: string;
  readonly owner: string;
  readonly batchIds: readonly string[];
}

/** By transaction id. */
export type SharedTransactions = ReadonlyMap<string, SharedTransaction>;

interface Placed {
  readonly listing: TransactionListing;
  readonly batch: ListingBatch;
  readonly isLive: boolean;
}

/**
 * Decides who counts what, from the listings of all transactions that several batches list or that bear one name of
 * what happens once. Batches without a header here are not listed any more, and decide nothing. A void batch, or one in
 * review, owns nothing: what was settled again in another is no duplicate.
 */
export const shareTransactions = (
  listings: readonly TransactionListing[],
  headers: ReadonlyMap<string, SettlementHeader>,
): SharedTransactions => {
  const placed = listings.flatMap((listing): readonly Placed[] => {
    const header = headers.get(listing.batchId);
    if (header === undefined) return [];
    const { openedAt, closedAt, status } = header;
    const { batchId, namedBatchId } = listing;
    return [{ listing, batch: { batchId, namedBatchId, openedAt, closedAt }, isLive: isLive(status) }];
  });
  const doubles = doublesIn(placed);
  const byTransaction = Map.groupBy(placed, ({ listing }) => listing.transactionId);
  return new Map(
    [...byTransaction].flatMap(([id, places]) => {
      const doubleOf = doubles.get(id) ?? null;
      return places.length < 2 && doubleOf === null ? [] : [[id, sharedOf(places, doubleOf)] as const];
    }),
  );
};

const sharedOf = (places: readonly Placed[], doubleOf: string | null): SharedTransaction => {
  const live = places.filter((place) => place.isLive);
  const moved = live.filter(({ listing }) => listing.baseMinor !== null).map(({ batch }) => batch);
  const owner = moved.length === 0 ? null : owningBatch(moved);
  const repeatedRefunds = repeatedIn(live);
  const counted = live
    .toSorted((left, right) => byClosing(left.batch, right.batch))
    .map(({ listing, batch }) => {
      const own = listing.refunds.filter(({ eventId }) =>
        repeatedRefunds.every((repeated) => repeated.eventId !== eventId || repeated.owner === batch.batchId),
      );
      return [batch.batchId, own.reduce((sum, { minor }) => sum + minor, 0)] as const;
    });
  return {
    batchIds: sortedDistinct(places.map(({ batch }) => batch.batchId)),
    movedIn: sortedDistinct(moved.map(({ batchId }) => batchId)),
    owner,
    refundedMinor: live.find(({ batch }) => batch.batchId === owner)?.listing.refundedMinor ?? 0,
    hasOwnRow: places.some(({ listing }) => listing.hasOwnRow),
    refundRows: counted.filter(([, minor]) => minor > 0),
    repeatedRefunds,
    doubleOf,
  };
};

/** The same refund row in several batches counts in the earliest. */
const repeatedIn = (live: readonly Placed[]): readonly RepeatedRefund[] => {
  const byEvent = new Map<string, ListingBatch[]>();
  for (const { listing, batch } of live) {
    for (const eventId of new Set(listing.refunds.map((refund) => refund.eventId))) {
      if (eventId !== null) byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), batch]);
    }
  }
  return [...byEvent]
    .filter(([, batches]) => batches.length > 1)
    .map(([eventId, batches]) => ({
      eventId,
      owner: earliestBatch(batches),
      batchIds: sortedDistinct(batches.map(({ batchId }) => batchId)),
    }))
    .sort((left, right) => compareCodePoints(left.eventId, right.eventId));
};

/**
 * By transaction, the earlier one of another id that bears the same name of what happens once. Of more than two the
 * first is meant: it is what the others repeat.
 */
const doublesIn = (placed: readonly Placed[]): ReadonlyMap<string, string> => {
  const byName = new Map<string, TransactionListing[]>();
  for (const { listing, isLive } of placed) {
    if (!isLive || listing.baseMinor === null) continue;
    for (const name of listing.onceOnly) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [listing]);
      else same.push(listing);
    }
  }
  const doubles = new Map<string, string>();
  for (const name of sortedDistinct(byName.keys())) {
    const [first, ...others] = (byName.get(name) ?? []).toSorted(byBeginning);
    for (const { transactionId } of others) {
      if (first === undefined || transactionId === first.transactionId || doubles.has(transactionId))
        continue;
      doubles.set(transactionId, first.transactionId);
    }
  }
  return doubles;
};

const byBeginning = (left: TransactionListing, right: TransactionListing): number =>
  compareCodePoints(left.createdAt ?? "", right.createdAt ?? "") ||
  compareCodePoints(left.transactionId, right.transactionId);

/** Whether this batch counts a transaction's own row: always, unless another of those that settle it does. */
export const isCapturedHere = (
  transactionId: string,
  { id, status }: SettlementHeader,
  shared: SharedTransactions,
): boolean => {
  const owner = shared.get(transactionId)?.owner ?? null;
  return owner === null || owner === id || !isLive(status);
};

/** Whether this batch counts a refund row that it lists: always, unless an earlier one lists the very same row. */
export const isRefundedHere = (
  { id: transactionId, eventId }: { readonly id: string; readonly eventId: string | null },
  { id, status }: SettlementHeader,
  shared: SharedTransactions,
): boolean => {
  const repeated = shared.get(transactionId)?.repeatedRefunds ?? [];
  const owner = repeated.find((refund) => refund.eventId === eventId)?.owner;
  return owner === undefined || owner === id || !isLive(status);
};
