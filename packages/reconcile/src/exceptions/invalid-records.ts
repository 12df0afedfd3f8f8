import type { InvalidRecord } from "../records.ts";
import { amountText, printedAmount, textFigure } from "./figures.ts";
import type { Finding } from "./finding.ts";
import type { Entity, Source } from "./rule.ts";

/** What held the records that were left out. */
export interface RecordHolder {
  readonly source: Source;
  /** The kind of thing the records are. */
  readonly recordEntity: Entity;
  /** What an exception is about where a record has no id. */
  readonly holder: { readonly entity: Entity; readonly entityId: string };
  readonly businessDate: string | null;
  readonly batchIds: readonly string[];
  /** The currency of a settlement batch of which nothing but its header is known, and that is left out. */
  readonly assumedCurrency?: string | null;
}

/**
 * `INVALID_RECORD` for records that were left out: one exception a record, and one for all records of a
 * holder that have no id of their own. For a list's own records (headers, programmes) the holder is the
 * run: `{ entity: "run", entityId: "<operationId>" }`.
 */
export const invalidRecords = (
  records: readonly InvalidRecord[],
  { holder, ...about }: RecordHolder,
): readonly Finding[] => {
  const byEntity = new Map<string | null, { first: InvalidRecord; others: number }>();
  for (const record of records) {
    const same = byEntity.get(record.id);
    if (same === undefined) byEntity.set(record.id, { first: record, others: 0 });
    else same.others += 1;
  }
  return [...byEntity.values()].map(({ first, others }) => ({
    code: "INVALID_RECORD",
    ...atStake(first, about.assumedCurrency ?? null),
    source: about.source,
    entity: first.id === null ? holder.entity : about.recordEntity,
    entityId: first.id ?? holder.entityId,
    businessDate: about.businessDate,
    expected: textFigure(first.rule),
    actual: textFigure(first.value),
    whatHappened: `${leftOut(first)}${others === 0 ? "" : ` (and ${others} more like it)`}${declaring(first, about.assumedCurrency ?? null)}.`,
    whatToDo:
      first.isTooLarge === true
        ? "Compare what it declares with the statement by hand: nothing under it was read."
        : "Ask the operator of the API to correct the record.",
    batchIds: about.batchIds,
  }));
};

const leftOut = ({ path, rule, value, isTooLarge }: InvalidRecord): string =>
  isTooLarge === true
    ? `This is more than is read, and nothing of it was: expected ${rule}, got ${value}`
    : `A record broke the contract of the API and was left out: ${path} should have been ${rule}`;

/** A batch that is left out whole takes what it declares with it. */
const atStake = ({ capturedMinor = null }: InvalidRecord, currency: string | null) =>
  capturedMinor === null
    ? { currency: null, moneyAtStake: null }
    : { currency, moneyAtStake: amountText(capturedMinor, currency) };

const declaring = ({ capturedMinor = null }: InvalidRecord, currency: string | null): string =>
  capturedMinor === null ? "" : `; it declares ${printedAmount(capturedMinor, currency)} captured`;
