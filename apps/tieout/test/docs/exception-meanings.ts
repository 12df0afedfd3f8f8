import type { ExceptionCode } from "@tieout/reconcile";

/** What an exception is about, when it is raised, and what its `expected`, `actual` and `money_at_stake` show. */
export interface ExceptionMeaning {
  readonly about: string;
  readonly when: string;
  readonly shows: string;
}

/** Every code of a report in a sentence: the compiler refuses one that is missing here or that the code lost. */
export const EXCEPTION_MEANINGS = {
  CAPTURED_MISMATCH: {
    about: "batch",
    when: "The captured total that Koard declares equals the rows on no basis.",
    shows: "computed / declared / the difference",
  },
  REFUNDED_MISMATCH: {
    about: "batch",
    when: "The refunded total that Koard declares equals the rows on no basis.",
    shows: "computed / declared / the difference",
  },
  BASIS_ALTERNATIVE: {
    about: "batch",
    when: "A declared total equals the rows, but on another basis than `gross` or `on_original`.",
    shows: "–",
  },
  COUNT_MISMATCH: {
    about: "batch, credential_batch",
    when: "The declared count is none of distinct ids, listed rows and rows that moved money; for Record, not the distinct credentials of the details.",
    shows: "counted / declared / –",
  },
  REFUND_EXCEEDS_CAPTURE: {
    about: "transaction",
    when: "More was refunded of a row that moved money than it captured.",
    shows: "captured / refunded / the excess",
  },
  DUPLICATE_TRANSACTION: {
    about: "transaction",
    when: "Two or more batches list it. It is counted once: in the batch that it names, else in the one closed first.",
    shows: "– / the batches / what it captured",
  },
  CONFLICTING_TRANSACTION: {
    about: "transaction",
    when: "A batch lists differing rows of it. The first counts.",
    shows: "– / – / the largest of them",
  },
  WRONG_BATCH: {
    about: "transaction",
    when: "It names another batch than the one that lists it.",
    shows: "this batch / that one / –",
  },
  MIXED_CURRENCY: {
    about: "batch",
    when: "Its rows are in more than one currency, so its declared totals cannot be proven.",
    shows: "– / the currencies / –",
  },
  UNKNOWN_CURRENCY: {
    about: "batch",
    when: "A currency is not an active ISO 4217 code with a minor unit.",
    shows: "– / the code / –",
  },
  ASSUMED_CURRENCY: {
    about: "batch",
    when: "No row names a currency, so the configured one is taken.",
    shows: "–",
  },
  PARTIAL_APPROVAL: {
    about: "transaction",
    when: "The issuer approved less than the total.",
    shows: "total / approved / the rest",
  },
  UNKNOWN_STATUS: {
    about: "batch, transaction, credential_batch",
    when: "The status is not one that is known, or there is none; for Record, anything but `issued`.",
    shows: "– / the status / –",
  },
  SETTLEMENT_REJECTED: {
    about: "batch",
    when: "It was rejected or cancelled with money in it.",
    shows: "0 / declared net / declared captured",
  },
  PARTIALLY_ACCEPTED: {
    about: "batch",
    when: "The processor accepted only a part of it.",
    shows: "– / – / declared captured",
  },
  SETTLEMENT_OVERDUE: {
    about: "batch",
    when: "It has been closed or submitted for more than 3 days.",
    shows: "limit / days / declared captured",
  },
  OPEN_TOO_LONG: {
    about: "batch",
    when: "It has been open for more than 2 days.",
    shows: "limit / days / declared captured",
  },
  BATCH_REOPENED: { about: "batch", when: "It was closed or later, and is open again.", shows: "–" },
  BATCH_VANISHED: {
    about: "batch, credential_batch",
    when: "It was listed, and is not any more.",
    shows: "its last figures",
  },
  DETAIL_UNAVAILABLE: {
    about: "batch, credential_batch",
    when: "It is listed, and its details answer 404.",
    shows: "declared count / – / –",
  },
  DETAILS_TRUNCATED: {
    about: "batch",
    when: "Fewer rows than declared, and searching by batch shows no more.",
    shows: "declared / listed / –",
  },
  INVALID_RECORD: {
    about: "the record, or what holds it",
    when: "A record breaks the spec and was left out; the sentence names its place.",
    shows: "the rule / what came / –",
  },
  MODE_MISMATCH: {
    about: "credential_batch, program",
    when: "It is of the other mode than the token.",
    shows: "the token's mode / its own / –",
  },
  FOREIGN_ORG: {
    about: "credential_batch, program",
    when: "It belongs to another organisation than the rest.",
    shows: "the rest's / its own / –",
  },
  DUPLICATE_CREDENTIAL_ID: {
    about: "credential",
    when: "Two batches hold the same credential.",
    shows: "– / the batches / –",
  },
  SUSPECTED_REPEAT: {
    about: "credential_batch",
    when: "It went to the same people of the same cohort as an earlier batch.",
    shows: "– / the earlier batch / –",
  },
  REISSUED: {
    about: "cohort",
    when: "Credentials of it went to people who already held one of the programme.",
    shows: "0 / how many / –",
  },
  UNKNOWN_PROGRAM: {
    about: "program",
    when: "A credential batch names it, and Record does not list it.",
    shows: "– / the programme / –",
  },
  NAME_VARIANT: {
    about: "cohort",
    when: "Its name differs from that of an earlier cohort of the programme only in punctuation or spaces.",
    shows: "the earlier name / this one / –",
  },
  FUTURE_ISSUED_AT: {
    about: "credential_batch",
    when: "It says that it was issued later than `--as-of`.",
    shows: "as-of / issued at / –",
  },
  POSSIBLE_TRUNCATION: {
    about: "run",
    when: "Record's list looks as if it had been cut off.",
    shows: "counts",
  },
  ROSTER_MISSING: { about: "cohort", when: "People on its roster hold no credential.", shows: "counts" },
  ROSTER_UNEXPECTED: {
    about: "cohort",
    when: "It has credentials that its roster does not name.",
    shows: "counts",
  },
  LINK_VARIANCE: {
    about: "cohort",
    when: "What a linked cohort should have paid differs from what it did.",
    shows: "expected net / actual net / the difference",
  },
} as const satisfies Record<ExceptionCode, ExceptionMeaning>;
