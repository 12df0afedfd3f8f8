import {
  type Credential,
  type CredentialBatchHeader,
  type Entity,
  type ExceptionCode,
  type ExceptionRow,
  type Figure,
  fillNamed,
  type InvalidRecord,
  isExceptionCode,
  isRestatedField,
  type Program,
  type PublishedFigures,
  type SettlementHeader,
  type SettlementState,
  type Severity,
  SHOWN_TEXTS,
  type Transaction,
} from "@tieout/reconcile";
import type { Kind, Kinds } from "../store/kinds.ts";
import type { Horizon, Refusal, StoredFacts } from "../store/RunFacts.ts";
import {
  type Guard,
  isAmount,
  isBoolean,
  isCalendarDay,
  isCount,
  isInstant,
  isInteger,
  isText,
  listOf,
  nullable,
  objectOf,
  optional,
  orMissing,
  partialRecordOf,
  recordOf,
  wordOf,
} from "./guards.ts";

// The form of everything that the ledger holds as JSON, written by `canonicalJson` and read by `decoded`. A form that
// widens reads what older tieouts wrote; one that changes needs a migration.

const isInvalidRecord = objectOf<InvalidRecord>({
  path: isText,
  id: nullable(isText),
  rule: isText,
  value: isText,
  capturedMinor: optional(isInteger),
  isTooLarge: optional(isBoolean),
});

const isTransaction = objectOf<Transaction>({
  id: isText,
  eventId: nullable(isText),
  batchId: nullable(isText),
  currency: isText,
  type: nullable(isText),
  status: nullable(isText),
  statusReason: nullable(isText),
  totalMinor: isInteger,
  refundedMinor: nullable(isInteger),
  reversedMinor: nullable(isInteger),
  authorizedMinor: nullable(isInteger),
  createdAt: optional(isInstant),
  tipMinor: optional(isInteger),
  surchargeMinor: optional(isInteger),
  taxMinor: optional(isInteger),
  gatewayId: optional(isText),
});

const isCredential = objectOf<Credential>({ id: isText, emailHash: nullable(isText) });

/** `observation.header`, by the kind of the entity. */
export const HEADERS: { readonly [K in Kind]: Guard<Kinds[K]["header"]> } = {
  settlement: objectOf<SettlementHeader>({
    id: isText,
    ...fillNamed(SHOWN_TEXTS, () => optional(isText)),
    accountId: isText,
    terminalId: isText,
    processorName: isText,
    status: isText,
    openedAt: isInstant,
    closedAt: nullable(isInstant),
    transactionCount: isInteger,
    capturedMinor: isInteger,
    refundedMinor: isInteger,
  }),
  credential_batch: objectOf<CredentialBatchHeader>({
    id: isText,
    programId: isText,
    name: isText,
    orgId: isText,
    mode: isText,
    status: isText,
    recipientCount: isInteger,
    issuedAt: isInstant,
  }),
  program: objectOf<Program>({ id: isText, name: isText, orgId: isText, mode: isText }),
};

/** `blob.body`, once it is restored, by the kind of the entity; programmes have no details. */
export const DETAILS: { readonly [K in Kind]: Guard<Kinds[K]["details"]> } = {
  settlement: objectOf<Kinds["settlement"]["details"]>({
    rows: listOf(isTransaction),
    invalid: listOf(isInvalidRecord),
  }),
  credential_batch: objectOf<Kinds["credential_batch"]["details"]>({
    credentials: listOf(isCredential),
    invalid: listOf(isInvalidRecord),
  }),
  program: (_): _ is never => false,
};

const isSourceFacts = objectOf<StoredFacts>({
  configured: isBoolean,
  asked: orMissing(isBoolean),
  mode: nullable(isText),
  listed: isCount,
  invalid: recordOf(listOf(isInvalidRecord)),
  vanished: isCount,
  pagingKeys: listOf(isText),
  notes: listOf(isText),
  givenUp: orMissing(recordOf(objectOf<Refusal>({ answer: isText, problem: isText }))),
  horizon: orMissing(
    nullable(objectOf<Horizon>({ before: isCalendarDay, now: isCalendarDay, stillListed: listOf(isText) })),
  ),
});

/** `run.sources`: what a run said of each source, by name; `completeFacts` reads what older tieouts wrote. */
export const isStoredFacts = recordOf(isSourceFacts);

const isFigureKind = wordOf<Figure["kind"]>({ amount: true, count: true, instant: true, text: true });
const isFigureCell = objectOf<Figure>({ kind: isFigureKind, text: isText });

/** A figure that can be worked with: an amount is a decimal, a count a whole number. */
export const isFigure: Guard<Figure> = (value): value is Figure => {
  if (!isFigureCell(value)) return false;
  if (value.kind === "amount") return isAmount(value.text, null);
  return value.kind !== "count" || /^-?\d+$/.test(value.text);
};

/** A decimal of whatever currency. */
export const isDecimal: Guard<string> = (value): value is string => isText(value) && isAmount(value, null);

const isEntity = wordOf<Entity>({
  batch: true,
  transaction: true,
  credential_batch: true,
  credential: true,
  cohort: true,
  program: true,
  processor: true,
  source: true,
  run: true,
});

const isCode: Guard<ExceptionCode> = (value): value is ExceptionCode =>
  isText(value) && isExceptionCode(value);

const isSeverity = wordOf<Severity>({ critical: true, high: true, medium: true, low: true, info: true });

/** `report_exception.body`: a row of exceptions.csv. */
export const isExceptionRow = objectOf<ExceptionRow>({
  code: isCode,
  source: isText,
  entity: isEntity,
  entityId: isText,
  businessDate: nullable(isCalendarDay),
  currency: nullable(isText),
  expected: nullable(isFigure),
  actual: nullable(isFigure),
  moneyAtStake: nullable(isDecimal),
  likelyCause: optional(isText),
  whatHappened: isText,
  whatToDo: isText,
  batchIds: listOf(isText),
  exceptionId: isText,
  book: isText,
  severity: isSeverity,
  firstSeen: isCalendarDay,
  nights: isCount,
  lastNew: optional(isCalendarDay),
  status: wordOf<ExceptionRow["status"]>({ new: true, open: true, resolved: true, expired: true }),
});

const isRecordedFigures = objectOf<PublishedFigures>({
  source: isText,
  entity: wordOf<PublishedFigures["entity"]>({ batch: true, credential_batch: true }),
  entityId: isText,
  currency: nullable(isText),
  businessDate: isCalendarDay,
  state: wordOf<SettlementState>({
    final: true,
    pending: true,
    review: true,
    void: true,
    open: true,
    unproven: true,
  }),
  figures: partialRecordOf(isRestatedField, nullable(isFigure)),
  since: partialRecordOf(isRestatedField, isText),
  named: optional(isBoolean),
});

/** `figure.body`: what a report showed of a batch. Its amounts are decimals of its currency: they are subtracted. */
export const isPublishedFigures: Guard<PublishedFigures> = (value): value is PublishedFigures =>
  isRecordedFigures(value) &&
  Object.values(value.figures).every(
    (figure) => figure?.kind !== "amount" || isAmount(figure.text, value.currency ?? ""),
  );
