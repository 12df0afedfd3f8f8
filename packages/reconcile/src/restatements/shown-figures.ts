import { compareCodePoints } from "../code-points.ts";
import { distinctCredentials, isIssued, isProven } from "../cohorts/batch-state.ts";
import { amountFigure, countFigure, instantFigure, textFigure } from "../exceptions/figures.ts";
import type { Figure } from "../exceptions/finding.ts";
import type { Source } from "../exceptions/rule.ts";
import type { CredentialBatch } from "../records.ts";
import { AMOUNTS, type RestatedAmount } from "../reports/amounts.ts";
import type { SettlementRow } from "../reports/rows.ts";
import type { SettlementState } from "../settlement/vocabulary.ts";

/** What a batch is told by, beside its id: compared where two reports show it. */
export const IDENTITIES = [
  "account_id",
  "cohort",
  "currency",
  "issued_at",
  "processor_batch_id",
  "program_id",
  "terminal_id",
] as const;
type Identity = (typeof IDENTITIES)[number];

/** Every figure that can be restated, as restatements.csv names it. */
export type RestatedField =
  | RestatedAmount
  | Identity
  | "transactions_captured"
  | "business_date"
  | "status"
  | "credentials_declared"
  | "credentials_issued"
  | "people";

const RESTATED_AMOUNTS = AMOUNTS.flatMap((amount) => (amount.isRestated ? [amount.name] : []));

/** By code point, as they are recorded and listed. */
const FIELDS: readonly RestatedField[] = [
  ...RESTATED_AMOUNTS,
  ...IDENTITIES,
  ...(["business_date", "status", "transactions_captured"] as const),
  ...(["credentials_declared", "credentials_issued", "people"] as const),
].sort(compareCodePoints);

const FIELD_NAMES: ReadonlySet<string> = new Set(FIELDS);

/** Whether a name is that of a figure that can be restated. */
export const isRestatedField = (name: unknown): name is RestatedField =>
  typeof name === "string" && FIELD_NAMES.has(name);

/** What a report shows of one batch, or of one currency of a settlement batch. JSON-safe. */
export interface ShownFigures {
  readonly source: Source;
  readonly entity: "batch" | "credential_batch";
  readonly entityId: string;
  readonly currency: string | null;
  readonly businessDate: string;
  /** Of a credential batch only `final` or `unproven`. */
  readonly state: SettlementState;
  /** By field; `null` is an empty cell. Fields of the other kind of batch are absent. */
  readonly figures: Readonly<Partial<Record<RestatedField, Figure | null>>>;
}

/** Figures with the report that first showed each of them. */
export interface PublishedFigures extends ShownFigures {
  /** By field, `<day>/r<N>`. */
  readonly since: Readonly<Partial<Record<RestatedField, string>>>;
  /**
   * Of a row whose state is `open`: whether the figures are what a restatement named when it was reopened. What
   * follows is compared with those. Figures that were only ever shown while open are compared with nothing.
   */
  readonly named?: boolean | null;
}

/** The cells of settlement-by-batch.csv that can be restated, or say of what. */
export type RestatedCells = Pick<
  SettlementRow,
  | "batchId"
  | "currency"
  | "businessDate"
  | "state"
  | "accountId"
  | "terminalId"
  | "processorBatchId"
  | "status"
  | "transactionsCaptured"
  | RestatedAmount
>;

/** What settlement-by-batch.csv shows of a batch in one currency. */
export const settlementFigures = (row: RestatedCells, source: Source): ShownFigures => {
  const { batchId: entityId, currency, businessDate, state } = row;
  const { processorBatchId } = row;
  const figures: Partial<Record<RestatedField, Figure | null>> = {
    account_id: textFigure(row.accountId),
    currency: currency === null ? null : textFigure(currency),
    processor_batch_id: processorBatchId === null ? null : textFigure(processorBatchId),
    terminal_id: textFigure(row.terminalId),
    business_date: textFigure(businessDate),
    status: textFigure(row.status),
    transactions_captured: row.transactionsCaptured === null ? null : countFigure(row.transactionsCaptured),
  };
  for (const name of RESTATED_AMOUNTS) {
    const minor = row[name];
    figures[name] = minor === null ? null : amountFigure(minor, currency);
  }
  return {
    source,
    entity: "batch",
    ...{ entityId, currency, businessDate, state },
    // By code point, so that figures can be compared as they are printed.
    figures: inOrder(figures),
  };
};

/** What the details of a credential batch come to; `null` where there are none. JSON-safe. */
export interface CountedCredentials {
  readonly credentials: number | null;
  readonly people: number | null;
  /** Whether all that the header declares could be read. */
  readonly isProven: boolean;
}

/** Counts the credentials of a batch, and their people. */
export const countCredentials = (batch: CredentialBatch): CountedCredentials => ({
  credentials: distinctCredentials(batch),
  people:
    batch.details && new Set(batch.details.credentials.flatMap(({ emailHash }) => emailHash ?? [])).size,
  isProven: isProven(batch),
});

/** What a credential batch adds to credentials-by-cohort.csv; `businessDate` is that of its `issuedAt`. */
export const credentialFigures = (
  { header, counted }: Pick<CredentialBatch, "header"> & { readonly counted: CountedCredentials },
  businessDate: string,
  source: Source,
): ShownFigures => {
  const counts = isIssued(header.status);
  const known = (count: number | null): Figure | null =>
    count === null ? null : countFigure(counts ? count : 0);
  return {
    source,
    entity: "credential_batch",
    entityId: header.id,
    currency: null,
    businessDate,
    state: counted.isProven ? "final" : "unproven",
    figures: inOrder({
      cohort: textFigure(header.name),
      credentials_declared: countFigure(header.recipientCount),
      credentials_issued: known(counted.credentials),
      issued_at: instantFigure(header.issuedAt),
      people: known(counted.people),
      program_id: textFigure(header.programId),
    }),
  };
};

/**
 * Figures as a report `<day>/r<N>` publishes them: each is dated by the first report that showed it, which is
 * that of `before`, the newest published of the same batch and currency, as long as it stays the same.
 */
export const publishFigures = (
  shown: ShownFigures,
  before: PublishedFigures | undefined,
  report: string,
): PublishedFigures => {
  const isNamed = shown.state === "open" && before !== undefined && !isOnlyShownOpen(before);
  const since: Partial<Record<RestatedField, string>> = {};
  for (const field of fieldsOf(shown)) {
    const same = before !== undefined && textOf(before, field) === textOf(shown, field);
    since[field] = (same ? before.since[field] : undefined) ?? report;
  }
  return { ...shown, since, ...(isNamed && { named: true }) };
};

/** The text of a figure, `null` where it is empty or no figure of this kind of batch. */
export const textOf = ({ figures }: ShownFigures, field: RestatedField): string | null =>
  figures[field]?.text ?? null;

/** Whether figures were only ever shown while their batch was open: as unfinished, and nothing is compared with them. */
export const isOnlyShownOpen = ({ state, named }: PublishedFigures): boolean =>
  state === "open" && named !== true;

/**
 * Whether figures stand as they were published: nothing of them is new, or they are open again and what follows is
 * compared with what a restatement named when they were reopened.
 */
export const isStillPublished = (shown: ShownFigures, before: PublishedFigures): boolean =>
  (shown.state === "open" && before.state === "open" && before.named === true) || isShownAlike(shown, before);

const isShownAlike = (left: ShownFigures, right: ShownFigures): boolean =>
  left.source === right.source &&
  left.entity === right.entity &&
  left.entityId === right.entityId &&
  left.currency === right.currency &&
  left.businessDate === right.businessDate &&
  left.state === right.state &&
  FIELDS.every((field) => isSameFigure(left.figures[field], right.figures[field]));

/** An empty cell is not the same as a field that this kind of batch does not have. */
const isSameFigure = (left: Figure | null | undefined, right: Figure | null | undefined): boolean =>
  left && right ? left.kind === right.kind && left.text === right.text : left === right;

/** The fields that a batch of this kind has, by code point. */
export const fieldsOf = ({ figures }: ShownFigures): readonly RestatedField[] =>
  FIELDS.filter((field) => figures[field] !== undefined);

const inOrder = (figures: ShownFigures["figures"]): ShownFigures["figures"] => {
  const ordered: Partial<Record<RestatedField, Figure | null>> = {};
  for (const field of FIELDS) if (figures[field] !== undefined) ordered[field] = figures[field];
  return ordered;
};
