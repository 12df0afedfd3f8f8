export { compareCodePoints } from "./code-points.ts";
export { ISSUED } from "./cohorts/batch-state.ts";
export { CohortFigures } from "./cohorts/CohortFigures.ts";
export { compareIssued } from "./cohorts/compare-issued.ts";
export type { MayRepeat } from "./cohorts/DistinctTexts.ts";
export { EMAIL_RULE, normaliseEmail } from "./cohorts/email.ts";
export { type CohortIdentity, cohortKey, nameVariantKey, normaliseCohortName } from "./cohorts/identity.ts";
export type { CohortOptions, Rosters } from "./cohorts/options.ts";
export {
  DECISION_ENDS,
  DECISION_WORDS,
  type Decision,
  type DecisionEnd,
  type DecisionRecord,
  type DecisionRow,
  type DecisionState,
  type DecisionWord,
  type ListedException,
  type SeenFigures,
  type StatedDecision,
  type Withdrawal,
} from "./decisions/Decision.ts";
export { type EndedDecisions, statedDecisions } from "./decisions/stated-decisions.ts";
export { type DecisionOptions, type TracedDecisions, traceDecisions } from "./decisions/trace-decisions.ts";
export { compareExceptions } from "./exceptions/compare-exceptions.ts";
export { exceptionId } from "./exceptions/exception-id.ts";
export {
  EXCEPTION_CODES,
  EXCEPTIONS,
  type ExceptionCode,
  isExceptionCode,
} from "./exceptions/exceptions.ts";
export { type ExceptionRow, type Figure, type Finding, isOpenException } from "./exceptions/finding.ts";
export { invalidRecords, type RecordHolder } from "./exceptions/invalid-records.ts";
export {
  type Entity,
  type ExceptionRule,
  type NamedSource,
  SEVERITIES,
  type Severity,
  type Source,
} from "./exceptions/rule.ts";
export {
  datedExceptions,
  type ExceptionHistory,
  type ExceptionsBefore,
  type TraceOptions,
  traceExceptions,
} from "./exceptions/trace-exceptions.ts";
export { batchArithmetic } from "./explain/batch-arithmetic.ts";
export {
  type Evidence,
  type Evidenced,
  type Explanation,
  type LinkedPayment,
  MAX_RECORDS,
  type RecordLine,
} from "./explain/Explanation.ts";
export { evidenceIds } from "./explain/evidence-ids.ts";
export { explain } from "./explain/explain.ts";
export { showCohort, showCredentialBatch, showSettlement, showTransaction } from "./explain/show.ts";
export { fillNamed } from "./fill-named.ts";
export { futureClosed } from "./history/future-closed.ts";
export { type ListObservation, possibleTruncation } from "./history/possible-truncation.ts";
export { reopened } from "./history/reopened.ts";
export { givenUp, horizonMoved, sourceNotAsked } from "./history/source-findings.ts";
export { vanishedCredentialBatch, vanishedSettlement } from "./history/vanished.ts";
export { claimingLink } from "./links/claiming-link.ts";
export { isLinkedTo, type Link, linkEntityId, unknownLinkPrograms } from "./links/Link.ts";
export { LinkFigures, type LinkOptions, type UnclaimedMoney } from "./links/LinkFigures.ts";
export { type LinkOverlap, overlappingLinks } from "./links/overlapping-links.ts";
export type { PaymentRow, PaymentState } from "./links/PaymentRow.ts";
export { currencyExponent, normaliseCurrency } from "./money/currency.ts";
export { formatMinor } from "./money/format-minor.ts";
export { MinorSum } from "./money/MinorSum.ts";
export { parseAmount } from "./money/parse-amount.ts";
export * from "./records.ts";
export {
  AMOUNTS,
  type AmountName,
  addAmounts,
  fillAmounts,
  NO_AMOUNTS,
  type RestatedAmount,
  type SettlementAmounts,
  TOTALLED_AMOUNTS,
  type TotalledAmount,
} from "./reports/amounts.ts";
export {
  ControlTotals,
  type CredentialTotals,
  type SettlementTotals,
  type Totals,
  totalledMode,
} from "./reports/ControlTotals.ts";
export { DayTotals } from "./reports/DayTotals.ts";
export { ExceptionCounts } from "./reports/ExceptionCounts.ts";
export type {
  CohortRow,
  DayRow,
  SettlementRow,
} from "./reports/rows.ts";
export { tiesOut } from "./reports/ties-out.ts";
export {
  type ExceptionTotals,
  exceptionTotals,
  isLeftOut,
  isUndecided,
  reachesSeverity,
  type Verdict,
  type VerdictInput,
  verdict,
} from "./reports/verdict.ts";
export type { OwnCause, RestatementCause } from "./restatements/cause.ts";
export {
  isPublishedDay,
  type Published,
  type RestatementRow,
  type RestateOptions,
  restate,
} from "./restatements/restate.ts";
export {
  type CountedCredentials,
  countCredentials,
  credentialFigures,
  isRestatedField,
  isStillPublished,
  type PublishedFigures,
  publishFigures,
  type RestatedCells,
  type RestatedField,
  type ShownFigures,
  settlementFigures,
} from "./restatements/shown-figures.ts";
export {
  CAPTURED_BASES,
  type CapturedBasis,
  NO_BASIS,
  type ProcessorConvention,
  REFUNDED_BASES,
  type RefundedBasis,
} from "./settlement/bases.ts";
export type { ProofContext, ReadingContext } from "./settlement/context.ts";
export {
  CAPTURED_CONVENTIONS,
  type ConventionSources,
  type Conventions,
  capturedNamed,
  conventionOf,
  conventionsOf,
  countsOtherwise,
  type LearnedConvention,
  REFUNDED_CONVENTIONS,
  refundedNamed,
} from "./settlement/conventions.ts";
export { type BatchRows, type CountedRow, countedRows } from "./settlement/counted-rows.ts";
export {
  type ListingBatch,
  listingsOf,
  onceOnlyOf,
  owningBatch,
  type TransactionListing,
  withSearched,
} from "./settlement/listings.ts";
export {
  countedBatches,
  type ProvedBatch,
  type ProvedBatches,
  proveBatches,
  type SummarisedBatch,
} from "./settlement/prove-batches.ts";
export { proveSettlement, type SettlementProof, summaryRows } from "./settlement/prove-settlement.ts";
export { refundedAtClose } from "./settlement/refunded-at-close.ts";
export { type CountedBatch, processorEntityId } from "./settlement/refunds-not-counted.ts";
export {
  type SharedTransaction,
  type SharedTransactions,
  shareTransactions,
} from "./settlement/sharing.ts";
export { type SettlementSummary, summariseSettlement } from "./settlement/summarise-settlement.ts";
export {
  BATCH_STATUSES,
  isClosedOrLater,
  isFinal,
  isOpen,
  PARTIAL_APPROVAL,
  SETTLEMENT_STATES,
  type SettlementState,
  stateOfStatus,
  TRANSACTION_STATUSES,
  TRANSACTION_TYPES,
} from "./settlement/vocabulary.ts";
export { BusinessCalendar, type CalendarChange, isCutoff, isTimezone } from "./time/BusinessCalendar.ts";
export { addDays, daysBetween, isDay, isDayIn, type Window } from "./time/days.ts";
export { epochMs, type InstantReading, printInstant, readEpoch, readInstant } from "./time/instants.ts";
