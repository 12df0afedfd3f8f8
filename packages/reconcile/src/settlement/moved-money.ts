import type { Transaction } from "../records.ts";
import { isFailedStatus, isMovedStatus, kindOfType, normaliseWord, PARTIAL_APPROVAL } from "./vocabulary.ts";

/**
 * Whether a row moved money: its status says so, its type is a capture's (no type is fine), and less than
 * its whole total was reversed (Koard facts 5.15, 5.16).
 *
 * A row of zero, or of a negative total, from which nothing was reversed counts: "less than the whole" is
 * about what was reversed, not about the sign.
 */
export const movedMoney = (row: Transaction): boolean =>
  isMovedStatus(row.status) && kindOfType(row.type) === "capture" && !isWhollyReversed(row);

/**
 * What a row that moved money captured, in minor units: its total, for a partial approval the smaller of
 * that and the amount authorised, less what was reversed (Koard facts 5.8, 5.9).
 */
export const baseMinor = (row: Transaction): number => approvedMinor(row) - (row.reversedMinor ?? 0);

/** The total of a row, or what was authorised of it where the issuer approved only a part. */
export const approvedMinor = (row: Transaction): number =>
  normaliseWord(row.statusReason) === PARTIAL_APPROVAL && row.authorizedMinor !== null
    ? Math.min(row.totalMinor, row.authorizedMinor)
    : row.totalMinor;

/** Whether a row is a refund of its own that gave money back. */
export const isRefundGiven = (row: Transaction): boolean =>
  kindOfType(row.type) === "refund" && !isFailedStatus(row.status);

/** The size of an amount: what was refunded counts by it, since some write refunds with a minus and some without. */
export const sizeOf = (minor: number | null | undefined): number => Math.abs(minor ?? 0);

/** Whether nothing of the total of a row is left. */
export const isWhollyReversed = ({ totalMinor, reversedMinor }: Transaction): boolean => {
  const reversed = reversedMinor ?? 0;
  if (reversed === 0) return false;
  return totalMinor < 0 ? reversed <= totalMinor : reversed >= totalMinor;
};
