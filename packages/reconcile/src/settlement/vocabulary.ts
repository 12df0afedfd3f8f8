import type { SettlementState } from "../reports/rows.ts";

/** A word of Koard's as it is compared: one SDK spells them in capitals, so case and blanks say nothing. */
export const normaliseWord = (word: string | null): string => (word ?? "").trim().toLowerCase();

/** Statuses of a row whose money moved; the last two are older names (Koard fact 5.15). */
export const MOVED_STATUSES: ReadonlySet<string> = new Set([
  "captured",
  "settled",
  "refunded",
  "approved",
  "surcharge_applied",
]);

/** Types of rows that are not captures, whatever their status (Koard fact 5.15). */
export const NOT_CAPTURE_TYPES: ReadonlySet<string> = new Set(["refund", "reverse", "verification"]);

/** Types of rows that may stand beside the row of their transaction without contradicting it. */
export const FOLLOW_UP_TYPES: ReadonlySet<string> = new Set(["refund", "reverse"]);

/** Statuses of a refund row that gave nothing back. */
export const FAILED_REFUND_STATUSES: ReadonlySet<string> = new Set([
  "declined",
  "canceled",
  "cancelled",
  "error",
  "timed_out",
  "pending",
]);

/** Every transaction status that Koard's pages and SDKs name (Koard fact 3.4); the list is open. */
const TRANSACTION_STATUSES: ReadonlySet<string> = new Set([
  ...MOVED_STATUSES,
  ...["pending", "authorized", "declined", "reversed", "canceled", "cancelled", "error", "timed_out"],
  ...["pickup_card", "surcharge_pending", "surcharge_declined_by_payer", "unknown"],
]);

/** Every batch status that Koard names (Koard fact 3.1), and where it leaves a settlement (Koard fact 5.20). */
const STATE_OF_STATUS: ReadonlyMap<string, SettlementState> = new Map([
  ["open", "open"],
  ["closed", "pending"],
  ["submitted", "pending"],
  ["accepted", "final"],
  ["partially_accepted", "review"],
  ["rejected", "void"],
  ["cancelled", "void"],
]);

/** Where a batch status leaves a settlement, its details aside; one that nobody knows calls for review. */
export const stateOfStatus = (status: string): SettlementState =>
  STATE_OF_STATUS.get(normaliseWord(status)) ?? "review";

/** Whether Koard names this batch status anywhere. */
export const isKnownBatchStatus = (status: string): boolean => STATE_OF_STATUS.has(normaliseWord(status));

/** Whether Koard names this transaction status anywhere; no status at all is not a known one. */
export const isKnownTransactionStatus = (status: string | null): boolean =>
  TRANSACTION_STATUSES.has(normaliseWord(status));
