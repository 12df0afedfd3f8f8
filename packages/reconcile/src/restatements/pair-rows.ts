import type { BatchHistory } from "./cause.ts";
import {
  fieldsOf,
  IDENTITIES,
  type PublishedFigures,
  type RestatedField,
  type ShownFigures,
} from "./shown-figures.ts";

/** A row of a batch as published and as it is now; one of the two may be missing. */
export interface RowPair {
  readonly published: PublishedFigures | null;
  readonly current: ShownFigures | null;
  /** The published one, else the current one: of which day and batch the pair is. */
  readonly shown: ShownFigures;
  readonly currency: string | null;
  /** What is compared: an older report may not have recorded all that is shown now. */
  readonly fields: readonly RestatedField[];
}

const IDENTITY_FIELDS: ReadonlySet<RestatedField> = new Set(IDENTITIES);

const isIdentity = (field: RestatedField): boolean => IDENTITY_FIELDS.has(field);

/**
 * Pairs the rows of a batch by currency. A batch that was shown without a currency and has one now (its details
 * became available), or the other way round, is one row all the same where it has no other; the figures of two rows in
 * two known currencies are never paired, since nothing can be subtracted between them: only what the batch is told by.
 */
export const pairRows = ({ published, current }: BatchHistory): readonly RowPair[] => {
  const [before, ...othersBefore] = published;
  const [now, ...othersNow] = current;
  const isAlone = othersBefore.length === 0 && othersNow.length === 0;
  if (isAlone && before !== undefined && now !== undefined && before.currency !== now.currency) {
    if (before.currency === null || now.currency === null)
      return [pairOf(before, now, now.currency ?? before.currency)];
    const { fields, ...pair } = pairOf(before, now, before.currency);
    return [{ ...pair, fields: fields.filter(isIdentity) }, goneRow(before), newRow(now)];
  }
  const nowBy = new Map(current.map((row) => [row.currency, row]));
  const known = new Set(published.map(({ currency }) => currency));
  return [
    ...published.map((row) => {
      const same = nowBy.get(row.currency);
      return same === undefined ? goneRow(row) : pairOf(row, same, row.currency);
    }),
    ...current.filter(({ currency }) => !known.has(currency)).map(newRow),
  ];
};

const pairOf = (published: PublishedFigures, current: ShownFigures, currency: string | null): RowPair => {
  const shown = new Set(fieldsOf(current));
  const fields = fieldsOf(published).filter((field) => shown.has(field));
  return { published, current, shown: published, currency, fields };
};

const figuresOf = (row: ShownFigures): readonly RestatedField[] =>
  fieldsOf(row).filter((field) => !isIdentity(field));

const goneRow = (row: PublishedFigures): RowPair => {
  const { currency } = row;
  return { published: row, current: null, shown: row, currency, fields: figuresOf(row) };
};

const newRow = (row: ShownFigures): RowPair => {
  const { currency } = row;
  return { published: null, current: row, shown: row, currency, fields: figuresOf(row) };
};
