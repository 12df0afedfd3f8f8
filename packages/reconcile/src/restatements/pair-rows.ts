import type { BatchHistory } from "./cause.ts";
import type { PublishedFigures, ShownFigures } from "./shown-figures.ts";

/** A row of a batch as published and as it is now; one of the two may be missing. */
export interface RowPair {
  readonly published: PublishedFigures | null;
  readonly current: ShownFigures | null;
  /** The published one, else the current one: of which day and batch the pair is. */
  readonly shown: ShownFigures;
  readonly currency: string | null;
}

/**
 * Pairs the rows of a batch by currency. A batch that was shown without a currency and has one now (its details
 * became available), or the other way round, is one row all the same where it has no other; two rows in two
 * known currencies are never paired, since nothing can be subtracted between them.
 */
export const pairRows = ({ published, current }: BatchHistory): readonly RowPair[] => {
  const [before, ...othersBefore] = published;
  const [now, ...othersNow] = current;
  const isAlone = othersBefore.length === 0 && othersNow.length === 0;
  if (
    before !== undefined &&
    now !== undefined &&
    isAlone &&
    (before.currency === null || now.currency === null)
  ) {
    return [{ published: before, current: now, shown: before, currency: now.currency ?? before.currency }];
  }
  const nowBy = new Map(current.map((row) => [row.currency, row]));
  const known = new Set(published.map(({ currency }) => currency));
  return [
    ...published.map((row) => ({
      published: row,
      current: nowBy.get(row.currency) ?? null,
      shown: row,
      currency: row.currency,
    })),
    ...current
      .filter(({ currency }) => !known.has(currency))
      .map((row) => ({ published: null, current: row, shown: row, currency: row.currency })),
  ];
};
