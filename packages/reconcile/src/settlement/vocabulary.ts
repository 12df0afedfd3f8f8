/**
 * Koard's words: every status and type that its pages and SDKs name, and what each means for money. The lists are
 * open, so a word that is not in them is a case of its own everywhere.
 */

/** Where a settlement may stand: what was settled first, then what may be, what nobody knows, and what never will. */
export const SETTLEMENT_STATES = ["final", "pending", "review", "open", "unproven", "void"] as const;

/** Where a settlement stands. `unproven` wins over what the status says. */
export type SettlementState = (typeof SETTLEMENT_STATES)[number];

/** Every batch status that Koard names (Koard fact 3.1), with where it leaves a settlement (Koard fact 5.20). */
export const BATCH_STATUSES = {
  open: "open",
  closed: "pending",
  submitted: "pending",
  accepted: "final",
  partially_accepted: "review",
  rejected: "void",
  cancelled: "void",
} as const;

/** The statuses that rules ask for by name. */
export const ACCEPTED: keyof typeof BATCH_STATUSES = "accepted";
export const PARTIALLY_ACCEPTED: keyof typeof BATCH_STATUSES = "partially_accepted";

/**
 * Every transaction status that Koard names (Koard fact 3.4). `moved`: its money moved, the last two of them being
 * older names (Koard fact 5.15); `failed`: a refund row of it gave nothing back; `other`: neither.
 */
export const TRANSACTION_STATUSES = {
  captured: "moved",
  settled: "moved",
  refunded: "moved",
  approved: "moved",
  surcharge_applied: "moved",
  pending: "failed",
  declined: "failed",
  canceled: "failed",
  cancelled: "failed",
  error: "failed",
  timed_out: "failed",
  authorized: "other",
  reversed: "other",
  pickup_card: "other",
  surcharge_pending: "other",
  surcharge_declined_by_payer: "other",
  unknown: "other",
} as const;

/**
 * Every transaction type that Koard names (Koard fact 3.4): a `capture` may have moved money, whatever stands for it;
 * a `refund` or a `reversal` may stand beside the row of its transaction; of `none` no money moves (Koard fact 5.15).
 */
export const TRANSACTION_TYPES = {
  sale: "capture",
  manually_keyed_sale: "capture",
  auth: "capture",
  capture: "capture",
  tip_adjust: "capture",
  incremental_auth: "capture",
  refund: "refund",
  reverse: "reversal",
  verification: "none",
} as const;

/** The `status_reason` of a row of which the issuer approved only a part (Koard fact 5.9). */
export const PARTIAL_APPROVAL = "partial_approval";

/** A word of Koard's as it is compared: one SDK spells them in capitals, so case and blanks say nothing. */
export const normaliseWord = (word: string | null): string => (word ?? "").trim().toLowerCase();

/** What a vocabulary says of a word; `undefined` where Koard names no such word, or there is none. */
const lookUp = <Meaning>(
  vocabulary: Readonly<Record<string, Meaning>>,
): ((word: string | null) => Meaning | undefined) => {
  const meanings = new Map(Object.entries(vocabulary));
  // Rows are many, and nearly every word is spelt as the spec spells it.
  return (word) => meanings.get(word ?? "") ?? meanings.get(normaliseWord(word));
};

const batchStatus = lookUp<SettlementState>(BATCH_STATUSES);
const transactionStatus = lookUp<"moved" | "failed" | "other">(TRANSACTION_STATUSES);
const transactionType = lookUp<"capture" | "refund" | "reversal" | "none">(TRANSACTION_TYPES);

/** Where a batch status leaves a settlement, its details aside; one that nobody knows calls for review. */
export const stateOfStatus = (status: string): SettlementState => batchStatus(status) ?? "review";

/** Whether Koard names this batch status anywhere. */
export const isKnownBatchStatus = (status: string): boolean => batchStatus(status) !== undefined;

/** Whether a batch of this status still collects. */
export const isOpen = (status: string): boolean => batchStatus(status) === "open";

/** Whether a batch of this status was closed; of a status that nobody knows that is not known. */
export const isClosedOrLater = (status: string): boolean => isKnownBatchStatus(status) && !isOpen(status);

/** Whether Koard says nothing more of a batch of this status; every other one may still move. */
export const isFinal = (status: string): boolean => {
  const state = stateOfStatus(status);
  return state === "final" || state === "void";
};

/** Whether Koard names this transaction status anywhere; no status at all is not a known one. */
export const isKnownTransactionStatus = (status: string | null): boolean =>
  transactionStatus(status) !== undefined;

/** Whether a status says that the money of a row moved. */
export const isMovedStatus = (status: string | null): boolean => transactionStatus(status) === "moved";

/** Whether a refund row of this status gave nothing back. */
export const isFailedStatus = (status: string | null): boolean => transactionStatus(status) === "failed";

/** What a row is for its type. */
export type TypeKind = "capture" | "refund" | "reversal" | "none" | "unknown";

/** What a row of this type is; one without a type is a capture, of a type that nobody knows nothing is known. */
export const kindOfType = (type: string | null): TypeKind =>
  transactionType(type) ?? (normaliseWord(type) === "" ? "capture" : "unknown");

/** Whether money of a row of this status may still move, or nobody knows. */
export const isUndecidedStatus = (status: string | null): boolean =>
  !isKnownTransactionStatus(status) || ["pending", "authorized", "unknown"].includes(normaliseWord(status));

/** Whether a batch of this status settles what it lists, or may yet: what other batches list as well counts once. */
export const isLive = (status: string): boolean =>
  ["final", "pending", "open"].includes(stateOfStatus(status));
