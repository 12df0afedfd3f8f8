import { countFigure, instantFigure, printedCount, textFigure } from "../exceptions/figures.ts";
import type { Finding, FindingCells } from "../exceptions/finding.ts";
import { invalidRecords } from "../exceptions/invalid-records.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { CredentialBatch } from "../records.ts";
import { distinctCredentials, isIssued } from "./batch-state.ts";
import type { CohortOptions } from "./options.ts";

/** What is wrong with a credential batch taken by itself. */
export const credentialBatchFindings = (
  batch: CredentialBatch,
  options: Pick<CohortOptions, "source" | "calendar" | "asOf" | "tokenMode">,
): readonly Finding[] => {
  const { header, details } = batch;
  const { source } = options;
  const businessDate = options.calendar.dayOf(header.issuedAt);
  const cells = [
    ...detailUnavailable(batch, source),
    ...countMismatch(batch, source),
    ...unknownStatus(batch, source),
    ...modeMismatch(header.mode, "credential batch", options),
    ...futureIssuedAt(batch, options),
  ];
  const invalid = invalidRecords(details?.invalid ?? [], {
    source: source.name,
    recordEntity: "credential",
    holder: { entity: "credential_batch", entityId: header.id },
    businessDate,
    batchIds: [header.id],
  });
  return [
    ...cells.map((filled) => batchFinding({ source, batchId: header.id, businessDate }, filled)),
    ...invalid,
  ];
};

/** A finding about a credential batch: no money is at stake there. */
export const batchFinding = (
  {
    source,
    batchId,
    businessDate,
  }: { readonly source: NamedSource; readonly batchId: string; readonly businessDate: string },
  cells: FindingCells,
): Finding => ({
  source: source.name,
  entity: "credential_batch",
  entityId: batchId,
  businessDate,
  currency: null,
  expected: null,
  actual: null,
  moneyAtStake: null,
  batchIds: [batchId],
  ...cells,
});

/** An object of the other mode than the token's is shown in its own cohort, never added (Record fact 5.4). */
export const modeMismatch = (
  mode: string,
  what: string,
  { source, tokenMode }: Pick<CohortOptions, "source" | "tokenMode">,
): readonly FindingCells[] => {
  if (tokenMode === null || mode === tokenMode) return [];
  return [
    {
      code: "MODE_MISMATCH",
      expected: textFigure(tokenMode),
      actual: textFigure(mode),
      whatHappened: `A ${tokenMode} token was shown this ${what} of mode ${mode}.`,
      whatToDo: `Ask ${source.title} why the token sees it, and check that the right token is configured.`,
    },
  ];
};

const detailUnavailable = (
  { header, details }: CredentialBatch,
  source: NamedSource,
): readonly FindingCells[] => {
  if (details !== null) return [];
  return [
    {
      code: "DETAIL_UNAVAILABLE",
      actual: textFigure("404"),
      whatHappened: `${source.title} lists this batch with ${printedCount(header.recipientCount, "credential")} but answers 404 for its details.`,
      whatToDo: `Ask ${source.title} why a listed batch cannot be read; its credentials are declared, not counted.`,
    },
  ];
};

/**
 * Credentials left out as invalid are reported as such: only a difference that they cannot make up for is
 * a mismatch of counts as well.
 */
const countMismatch = (batch: CredentialBatch, source: NamedSource): readonly FindingCells[] => {
  const declared = batch.header.recipientCount;
  const distinct = distinctCredentials(batch);
  const invalid = batch.details?.invalid.length ?? 0;
  if (distinct === null || (distinct <= declared && declared <= distinct + invalid)) return [];
  return [
    {
      code: "COUNT_MISMATCH",
      expected: countFigure(distinct),
      actual: countFigure(declared),
      whatHappened: `${source.title} declares ${printedCount(declared, "credential")} in this batch, its details hold ${printedCount(distinct, "distinct credential")}.`,
      whatToDo: `Ask ${source.title} which credentials make the difference; the distinct ones are counted.`,
    },
  ];
};

const unknownStatus = (
  { header: { status } }: CredentialBatch,
  source: NamedSource,
): readonly FindingCells[] => {
  if (isIssued(status)) return [];
  const isBlank = status.trim() === "";
  return [
    {
      code: "UNKNOWN_STATUS",
      actual: isBlank ? null : textFigure(status),
      whatHappened: isBlank
        ? "This batch has no status, so its credentials are not counted as issued."
        : `The status of this batch is "${status}", so its credentials are not counted as issued.`,
      whatToDo: `Ask ${source.title} what the status means for the credentials in the batch.`,
    },
  ];
};

const futureIssuedAt = (
  { header: { issuedAt } }: CredentialBatch,
  { source, asOf, calendar }: Pick<CohortOptions, "source" | "calendar" | "asOf">,
): readonly FindingCells[] => {
  if (issuedAt <= asOf) return [];
  return [
    {
      code: "FUTURE_ISSUED_AT",
      // The day, which an hour's delay of the night leaves as it is: what is expected must not change with every run.
      expected: textFigure(calendar.dayOf(asOf)),
      actual: instantFigure(issuedAt),
      whatHappened: `This batch says it was issued at ${issuedAt}, which is later than the instant of this report.`,
      whatToDo: `Ask ${source.title} whether the time is right; check the clock of this machine as well.`,
    },
  ];
};
