import { MinorSum } from "../money/MinorSum.ts";
import type { Transaction } from "../records.ts";
import { baseMinor, isRefundGiven, movedMoney, sizeOf } from "./moved-money.ts";

/** What the rows of one currency add up to. */
export interface RowSums {
  /** Rows that moved money. */
  readonly moved: number;
  /** G: sum of their bases. */
  readonly grossMinor: bigint;
  /** REV: sum of what was reversed from them. */
  readonly reversedMinor: bigint;
  /** R2: sum of what they say was refunded, by its size. */
  readonly refundedOnOriginalMinor: bigint;
  /** R3: sum of refund rows that gave money back, by their size. */
  readonly refundRowsMinor: bigint;
}

/** Adds up rows of one currency, each in its own right: repeats and conflicts must be gone already. */
export const sumRows = (rows: Iterable<Transaction>): RowSums => {
  const gross = new MinorSum();
  const reversed = new MinorSum();
  const refundedOnOriginal = new MinorSum();
  const refundRows = new MinorSum();
  let moved = 0;
  for (const row of rows) {
    if (isRefundGiven(row)) refundRows.add(sizeOf(row.totalMinor));
    if (!movedMoney(row)) continue;
    moved += 1;
    gross.add(baseMinor(row));
    reversed.add(row.reversedMinor ?? 0);
    refundedOnOriginal.add(sizeOf(row.refundedMinor));
  }
  return {
    moved,
    grossMinor: gross.total,
    reversedMinor: reversed.total,
    refundedOnOriginalMinor: refundedOnOriginal.total,
    refundRowsMinor: refundRows.total,
  };
};
