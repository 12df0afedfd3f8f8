// Generated from specs/koard/openapi.yaml by `pnpm generate`. Change the spec, not this file.

/**
 * The values that the spec knows, by schema, or schema and member: all of a closed set (`enum`), and of an open one
 * (`x-known-values`) those that are documented.
 */
export const vocabularies = {
  KnownBatchStatus: ["open", "closed", "submitted", "accepted", "partially_accepted", "rejected", "cancelled"],
  BatchStatus: ["open", "closed", "submitted", "accepted", "partially_accepted", "rejected", "cancelled"],
  TransactionStatus: ["pending", "authorized", "captured", "settled", "declined", "refunded", "reversed", "canceled", "cancelled", "error", "surcharge_pending", "surcharge_declined_by_payer", "surcharge_applied", "approved", "pickup_card", "timed_out", "unknown"],
  "Transaction.status_reason": ["approved", "partial_approval", "surcharge_expired", "surcharge_pending", "surcharge_declined_by_payer", "payment_failed", "timed_out", "invalid_card", "insufficient_funds", "user_canceled", "merchant_canceled", "reversed_due_to_timeout"],
  "Transaction.transaction_type": ["sale", "manually_keyed_sale", "auth", "capture", "refund", "reverse", "tip_adjust", "incremental_auth", "verification"],
  "AdjustRequest.type": ["fixed", "percentage"],
  AccountType: ["admin", "psp", "partner", "merchant"],
  KnownTerminalStatus: ["active", "inactive", "blocked"],
} as const;
