/** How much an exception matters, worst first. */
export const SEVERITIES = ["critical", "high", "medium", "low", "info"] as const;

/** See {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number];

/** Every exception a report can hold, with its severity. Sentences and figures live with the rule that finds it. */
export const SEVERITY_OF = {
  CAPTURED_MISMATCH: "critical",
  REFUNDED_MISMATCH: "critical",
  BASIS_ALTERNATIVE: "low",
  COUNT_MISMATCH: "high",
  REFUND_EXCEEDS_CAPTURE: "critical",
  DUPLICATE_TRANSACTION: "high",
  CONFLICTING_TRANSACTION: "critical",
  WRONG_BATCH: "medium",
  MIXED_CURRENCY: "high",
  UNKNOWN_CURRENCY: "high",
  ASSUMED_CURRENCY: "low",
  PARTIAL_APPROVAL: "medium",
  UNKNOWN_STATUS: "medium",
  SETTLEMENT_REJECTED: "critical",
  PARTIALLY_ACCEPTED: "high",
  SETTLEMENT_OVERDUE: "medium",
  OPEN_TOO_LONG: "medium",
  BATCH_REOPENED: "high",
  BATCH_VANISHED: "critical",
  DETAIL_UNAVAILABLE: "high",
  DETAILS_TRUNCATED: "high",
  INVALID_RECORD: "high",
  MODE_MISMATCH: "high",
  FOREIGN_ORG: "high",
  DUPLICATE_CREDENTIAL_ID: "high",
  SUSPECTED_REPEAT: "medium",
  REISSUED: "low",
  UNKNOWN_PROGRAM: "medium",
  NAME_VARIANT: "low",
  FUTURE_ISSUED_AT: "medium",
  POSSIBLE_TRUNCATION: "high",
  ROSTER_MISSING: "medium",
  ROSTER_UNEXPECTED: "medium",
  LINK_VARIANCE: "medium",
} as const;

/** See {@link SEVERITY_OF}. */
export type ExceptionCode = keyof typeof SEVERITY_OF;
