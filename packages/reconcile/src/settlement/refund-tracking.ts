import type { SettlementHeader, Transaction } from "../records.ts";
import { isFollowUp } from "./listed-rows.ts";
import { isRefundGiven, movedMoney, sizeOf } from "./moved-money.ts";
import type { SharedTransactions } from "./sharing.ts";

/** Which refunds of a batch stand both on their originals and in refund rows, and which do not; in minor units. */
export interface RefundTracking {
  /** Refunded on originals, and in no refund row that bears their id. */
  readonly withoutRowMinor: bigint;
  /** Given by refund rows that bear the id of a transaction, beyond what is refunded on it. */
  readonly beyondMinor: bigint;
  /** Given by refund rows with an id of their own. */
  readonly ownRowsMinor: bigint;
  /** Whether refund rows that other batches list cover everything that is refunded on originals here. */
  readonly isElsewhere: boolean;
}

/** Sets the refunds on the rows that count in a batch against the refund rows that bear their ids, here and elsewhere. */
export const trackRefunds = (
  rows: readonly Transaction[],
  header: SettlementHeader,
  shared: SharedTransactions,
): RefundTracking => {
  const refunded = new Map<string, number>();
  const own = new Set<string>();
  const given = new Map<string, number>();
  for (const row of rows) {
    if (!isFollowUp(row)) own.add(row.id);
    if (movedMoney(row)) add(refunded, row.id, sizeOf(row.refundedMinor));
    if (isRefundGiven(row)) add(given, row.id, sizeOf(row.totalMinor));
  }
  let withoutRow = 0n;
  let isElsewhere = false;
  let isCovered = true;
  for (const [id, minor] of refunded) {
    if (minor === 0) continue;
    const everywhere = shared.get(id)?.refundRows ?? [[header.id, given.get(id) ?? 0] as const];
    const total = everywhere.reduce((sum, [, rowMinor]) => sum + rowMinor, 0);
    const elsewhere = everywhere.reduce(
      (sum, [at, rowMinor]) => (at === header.id ? sum : sum + rowMinor),
      0,
    );
    withoutRow += BigInt(Math.max(0, minor - total));
    isElsewhere = true;
    isCovered &&= elsewhere >= minor;
  }
  let beyond = 0n;
  let ownRows = 0n;
  for (const [id, minor] of given) {
    const isOfSale = own.has(id) || shared.get(id)?.hasOwnRow === true;
    if (!isOfSale) ownRows += BigInt(minor);
    else beyond += BigInt(beyondOf({ id, minor, refundedHere: refunded.get(id) ?? 0 }, header, shared));
  }
  return {
    withoutRowMinor: withoutRow,
    beyondMinor: beyond,
    ownRowsMinor: ownRows,
    isElsewhere: isElsewhere && isCovered,
  };
};

/** What is refunded on a transaction accounts for the refund rows of earlier batches first. */
const beyondOf = (
  { id, minor, refundedHere }: { readonly id: string; readonly minor: number; readonly refundedHere: number },
  header: SettlementHeader,
  shared: SharedTransactions,
): number => {
  const other = shared.get(id);
  if (other === undefined) return Math.max(0, minor - refundedHere);
  let left = other.owner === null ? refundedHere : other.refundedMinor;
  for (const [batchId, rowMinor] of other.refundRows) {
    if (batchId === header.id) return Math.max(0, rowMinor - left);
    left = Math.max(0, left - rowMinor);
  }
  return 0;
};

const add = (sums: Map<string, number>, id: string, minor: number): void => {
  sums.set(id, (sums.get(id) ?? 0) + minor);
};
