import type { ExceptionRule } from "./rule.ts";

/**
 * Every exception that a report can hold, in the order in which the documentation has them: all that is known of a code
 * but its sentences and figures, which live with the rule that finds it.
 */
export const EXCEPTIONS = {
  CAPTURED_MISMATCH: {
    severity: "critical",
    entities: ["batch"],
    evidence: "sums",
    rule: "The captured total that is declared for a batch must equal what its rows add up to: as its processor usually counts, else gross (the base of every row that moved money: its total, or what was authorised of a partial approval, less what was reversed), before reversals, or net of refunds. None of them gives the declared figure. Expected is the usual figure, without a usual one the gross sum; actual is what is declared.",
  },
  REFUNDED_MISMATCH: {
    severity: "critical",
    entities: ["batch"],
    evidence: "sums",
    rule: "The refunded total that is declared for a batch must equal what its rows say was refunded: as its processor usually counts, else on the original rows (R2), in refund rows of their own (R3), both together, or R2 as it was at the close. Where refund rows are the proof they must be there: an absence that equals a declared 0 proves nothing. None gives the declared figure. Expected is the usual figure, without a usual one R2; actual is what is declared.",
  },
  BASIS_ALTERNATIVE: {
    severity: "low",
    graver: "medium",
    entities: ["batch"],
    evidence: "sums",
    rule: "The declared totals of a batch equal its rows, but counted in another way than its processor usually counts, or, where that is not known, than gross and on the original rows. With a usual way it is medium, and at stake is by how much the declared total misses it.",
  },
  REFUNDS_NOT_COUNTED: {
    severity: "high",
    figuresRun: true,
    entities: ["processor"],
    evidence: "totals",
    rule: "What was refunded has to be in some total. Where a processor counts refund rows alone, refunds on originals that no refund row accounts for are in none; where it counts originals alone, refund rows beyond what is refunded on their transactions are in none. At stake is their sum over all final batches, once for each processor and currency.",
  },
  REFUNDED_LATER: {
    severity: "low",
    entities: ["batch"],
    evidence: "sums",
    rule: "A header that stays as it was at the close does not know of refunds that came later. The declared refunds of this batch are those of its close, when it tied out. Expected is that figure, actual what is refunded on its rows now, at stake what was refunded since.",
  },
  COUNT_MISMATCH: {
    severity: "high",
    entities: ["batch", "credential_batch"],
    evidence: "rows",
    rule: "A declared count must be one that the details bear out. For a settlement batch it may mean distinct transactions, rows as listed, or rows that moved money; for a credential batch it means distinct credentials, those left out as invalid allowed for. It means none of them here.",
  },
  REFUND_EXCEEDS_CAPTURE: {
    severity: "critical",
    entities: ["transaction"],
    evidence: "rows",
    rule: "No more can be refunded of a transaction than was captured by it. What the row says was refunded is above its base, by however little, or the refund rows that bear its id add up to more, in whatever batches. Expected is the base, actual the refund, at stake the excess.",
  },
  DUPLICATE_TRANSACTION: {
    severity: "high",
    entities: ["transaction"],
    evidence: "rows",
    rule: "A transaction is settled by one batch. It moved money in two or more that settle what they list: it is counted once, in the one that its batch_id names, else in the one that closed first, and left out of the sums of the others. Batches that were rejected or cancelled, or are in review, own nothing. The same refund row in several batches counts in the earliest.",
  },
  DUPLICATE_EVENT: {
    severity: "high",
    entities: ["transaction"],
    evidence: "rows",
    rule: "What happens once at a processor is one transaction. Two that moved money bear one event_id, or one processor and gateway_transaction_id. Both are counted as they are listed. Expected is the earlier transaction, at stake the base of the later.",
  },
  UNKNOWN_TYPE: {
    severity: "medium",
    entities: ["transaction"],
    evidence: "rows",
    rule: "The type of a row decides where its money counts. This one is none of those documented, though its status says that money moved: it is in no total, and named here with the size of its own total.",
  },
  CONFLICTING_TRANSACTION: {
    severity: "critical",
    entities: ["transaction"],
    evidence: "rows",
    rule: "The rows of one event of a transaction in a batch must be the same row repeated. Refunds and reversals aside, this one has rows that differ: the first listed counts, the others are left out of every sum. Rows of different events are its history, of which the last counts.",
  },
  WRONG_BATCH: {
    severity: "medium",
    entities: ["transaction"],
    evidence: "rows",
    rule: "A row that names a batch names the one that lists it. This one names another, which does not list it: it is counted where it is listed. Expected is the batch that lists it, actual the one it names.",
  },
  MIXED_CURRENCY: {
    severity: "high",
    entities: ["batch"],
    evidence: "sums",
    rule: "A batch declares its totals in a currency that it does not name, so its rows must agree on one. These do not: each currency has a row of its own with what could be computed, and the declared totals can be set against none of them.",
  },
  UNKNOWN_CURRENCY: {
    severity: "high",
    entities: ["batch"],
    evidence: "sums",
    rule: "Amounts are whole minor units, and only an active ISO 4217 currency with a minor unit says how many decimals they have. This code is none, so the amounts are left empty rather than guessed.",
  },
  ASSUMED_CURRENCY: {
    severity: "low",
    entities: ["batch"],
    evidence: "sums",
    rule: "No row of this batch names a currency, so the one from the configuration is taken for it. The figures hold as far as that assumption does.",
  },
  PARTIAL_APPROVAL: {
    severity: "low",
    entities: ["transaction"],
    evidence: "rows",
    rule: "Where the issuer approved only a part of a transaction, what was authorised counts and not the total. Expected is the total, actual what was approved, at stake what this card did not pay.",
  },
  UNKNOWN_STATUS: {
    severity: "medium",
    entities: ["batch", "transaction", "credential_batch"],
    evidence: "header",
    rule: "A status decides whether money or credentials count. This one is none of those documented, or missing: a settlement batch is held for review, a transaction is not counted as captured, a credential batch is not counted as issued.",
  },
  SETTLEMENT_REJECTED: {
    severity: "critical",
    entities: ["batch"],
    evidence: "sums",
    rule: "A batch that was rejected or cancelled settles nothing, so it should hold no money that nobody settled again. This one does. Expected is nothing, actual the declared net, at stake what is declared captured less what other batches count of it.",
  },
  PARTIALLY_ACCEPTED: {
    severity: "high",
    entities: ["batch"],
    evidence: "sums",
    rule: "The processor accepted only a part of this batch, and the source does not say which. Its totals cannot be taken as settled; at stake is all that is declared captured.",
  },
  SETTLEMENT_OVERDUE: {
    severity: "medium",
    figuresRun: true,
    entities: ["batch"],
    evidence: "days",
    rule: "A batch that is closed or submitted should be settled within a number of days (3 unless configured otherwise), counted in calendar days from its business day to the day of the report. Expected is that limit, actual the days.",
  },
  OPEN_TOO_LONG: {
    severity: "medium",
    figuresRun: true,
    entities: ["batch"],
    evidence: "days",
    rule: "An open batch should be closed within a number of days (2 unless configured otherwise), counted in calendar days from its business day to the day of the report. Expected is that limit, actual the days.",
  },
  BATCH_REOPENED: {
    severity: "high",
    entities: ["batch"],
    evidence: "header",
    rule: "A batch that was closed stays closed, since its figures are published from then on. This one was seen closed or later and is open now. Expected is the last status before, actual the one now.",
  },
  BATCH_VANISHED: {
    severity: "critical",
    entities: ["batch", "credential_batch"],
    evidence: "sums",
    rule: "What a source has listed once it goes on listing. This batch is not listed any more: its row leaves the figures, and what was last known of it is expected, here and among the restatements.",
  },
  DETAIL_UNAVAILABLE: {
    severity: "high",
    entities: ["batch", "credential_batch"],
    evidence: "header",
    rule: "A batch that is listed has details. For this one the source answers 404, or they could not be had for days and were given up, so what it declares can be proven by nothing: it is shown as unproven, never as zero. Actual is what the source answered, at stake what a settlement batch declares captured.",
  },
  FUTURE_CLOSED_AT: {
    severity: "medium",
    figuresRun: true,
    entities: ["batch"],
    evidence: "header",
    rule: "A batch cannot have been closed later than the instant for which the report is made. This one says so, and stands on a day that no report reaches yet. Expected is the business day of the report, actual the time at which the batch was closed.",
  },
  DETAILS_TRUNCATED: {
    severity: "high",
    entities: ["batch"],
    evidence: "rows",
    rule: "The details of a batch must hold at least as many rows as it declares, those found by searching for the batch included. They do not, so nothing is added up for it. Expected is the declared count, actual the rows that could be read.",
  },
  INVALID_RECORD: {
    severity: "high",
    entities: ["batch", "transaction", "credential_batch", "credential", "program", "run"],
    evidence: "invalid_records",
    rule: "Every record must have the shape that its API documents, and be no larger than is read. This one has not, or is: it is left out, and the rest goes on. Expected is what the documentation asks for, or what is read at most, actual what came instead.",
  },
  MODE_MISMATCH: {
    severity: "high",
    entities: ["credential_batch", "program"],
    evidence: "credentials",
    rule: "A token sees objects of its own mode, live or test. This object is of the other one: it is counted in rows of its own and never added to those of the token's mode.",
  },
  FOREIGN_ORG: {
    severity: "high",
    entities: ["credential_batch", "program"],
    evidence: "credentials",
    rule: "A token belongs to one organisation, taken to be the one that most of its programmes and batches name. This object names another. Expected is that organisation, actual the one named.",
  },
  DUPLICATE_CREDENTIAL_ID: {
    severity: "high",
    entities: ["credential"],
    evidence: "holding_batches",
    rule: "A credential is issued by one batch. Two or more hold this one: it counts once in each cohort.",
  },
  SUSPECTED_REPEAT: {
    severity: "medium",
    entities: ["credential_batch"],
    evidence: "earlier_batch",
    rule: "A batch that goes to exactly the people of an earlier batch of the same programme and cohort may have been sent twice by mistake. Actual is the earlier batch; both count as issued.",
  },
  REISSUED: {
    severity: "low",
    entities: ["cohort"],
    evidence: "reissues",
    rule: "Within one programme and mode a person is expected to get one credential. These credentials of the cohort went to people who already held an earlier one, of any cohort of the programme. Actual is how many.",
  },
  UNKNOWN_PROGRAM: {
    severity: "medium",
    entities: ["program"],
    evidence: "credentials",
    rule: "A programme that credential batches name should be in the source's list of programmes. This one is not.",
  },
  NAME_VARIANT: {
    severity: "low",
    entities: ["cohort"],
    evidence: "name_variants",
    rule: "Two cohorts of a programme whose names differ only in punctuation or in having spaces are probably one, misspelt. They are counted apart. Expected is the earlier name, actual this one.",
  },
  FUTURE_ISSUED_AT: {
    severity: "medium",
    figuresRun: true,
    entities: ["credential_batch"],
    evidence: "credentials",
    rule: "A batch cannot have been issued later than the instant for which the report is made. This one says so, and is left out of the figures until then. Expected is the business day of the report's instant, actual the instant of the batch.",
  },
  POSSIBLE_TRUNCATION: {
    severity: "high",
    entities: ["run"],
    evidence: "list",
    rule: "No paging is documented for this list, so the list is taken as whole. It may not be: the answer carries keys that look like paging, or several batches vanished at once and a round number is left, as a page limit would leave it. Expected is the last count, actual the count now.",
  },
  SOURCE_NOT_ASKED: {
    severity: "medium",
    entities: ["source"],
    evidence: "list",
    rule: "A source that an earlier report of the book showed is asked every night. Tonight it was not: it was down, or left out. Its figures are those last known, its exceptions stay as they were, and nothing new is found in it. Expected is the day on which it was last asked.",
  },
  HORIZON_MOVED: {
    severity: "info",
    figuresRun: true,
    entities: ["source"],
    evidence: "list",
    rule: "Batches that are older than every closed one of the list are not listed any more: the list forgets what is old. They are kept as last seen, and have not vanished. Expected is the first business day that was listed before, actual the first one now.",
  },
  ROSTER_MISSING: {
    severity: "medium",
    entities: ["cohort"],
    evidence: "roster",
    rule: "Everybody on the roster of a cohort should hold one of its credentials. Expected is how many the roster names, actual how many of them hold one.",
  },
  ROSTER_UNEXPECTED: {
    severity: "medium",
    entities: ["cohort"],
    evidence: "roster",
    rule: "Everybody who holds a credential of a cohort should be on its roster. Expected is none beyond it, actual how many credentials went to somebody whom the roster does not name.",
  },
  LINK_VARIANCE: {
    severity: "medium",
    entities: ["cohort"],
    evidence: "payment",
    rule: "What was paid at the accounts or terminals of a link should be what the credentials cost: the people who hold them, or the credentials themselves where the link charges those, times the price. Expected is that, actual the computed net (captured less refunded) of the settlements that the link claims: those of its days and currency at its terminals or accounts, a terminal's before an account's, rejected and cancelled ones aside.",
  },
} as const;

EXCEPTIONS satisfies Readonly<Record<string, ExceptionRule>>;

/** See {@link EXCEPTIONS}. */
export type ExceptionCode = keyof typeof EXCEPTIONS;

/** Whether a text is the code of an exception. */
export const isExceptionCode = (text: string): text is ExceptionCode => Object.hasOwn(EXCEPTIONS, text);

/** The codes, in the order of {@link EXCEPTIONS}. */
export const EXCEPTION_CODES: readonly ExceptionCode[] = Object.keys(EXCEPTIONS).filter(isExceptionCode);
