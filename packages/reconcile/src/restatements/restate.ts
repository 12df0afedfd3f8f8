import { amountFigure, countFigure } from "../exceptions/figures.ts";
import type { Figure } from "../exceptions/finding.ts";
import type { Source } from "../exceptions/rule.ts";
import { parseAmount } from "../money/parse-amount.ts";
import type { Window } from "../time/days.ts";
import { isDayIn } from "../time/days.ts";
import { type BatchHistory, causeOf, type OwnCause, type RestatementCause } from "./cause.ts";
import { pairRows, type RowPair } from "./pair-rows.ts";
import {
  isOnlyShownOpen,
  type PublishedFigures,
  type RestatedField,
  type ShownFigures,
  textOf,
} from "./shown-figures.ts";

/** A row of restatements.csv; key: book, source, entity, entityId, currency, field. */
export interface RestatementRow {
  readonly book: string;
  readonly source: Source;
  readonly entity: ShownFigures["entity"];
  readonly entityId: string;
  /** As published; that of now where nothing was published. */
  readonly businessDate: string;
  readonly field: RestatedField;
  readonly currency: string | null;
  readonly published: Figure | null;
  readonly restated: Figure | null;
  /** Restated less published, an empty side counting as zero; `null` for texts. */
  readonly difference: Figure | null;
  /** `<day>/r<N>`; `null` where nothing was published. */
  readonly firstPublishedIn: string | null;
  readonly cause: RestatementCause;
}

/** What restatements are about. */
export interface RestateOptions {
  readonly book: string;
  /** The days that reports have shown of a source, by its name; of a source that none has asked there are none. */
  readonly publishedDays: ReadonlyMap<Source, Window>;
  /** Why the figures of a batch are others now though the batch is as it was; null where it is not. */
  readonly ownCause: (batch: Pick<ShownFigures, "entity" | "entityId">) => OwnCause | null;
}

/** What figures are compared with. */
export interface Published {
  /** What reports of earlier days showed last, or a restatement named since. */
  readonly earlier: Iterable<PublishedFigures>;
  /** What the first revision of this day that showed them said, of batches that no report of an earlier day showed. */
  readonly revised: Iterable<PublishedFigures>;
}

interface Batch {
  readonly published: PublishedFigures[];
  readonly revised: PublishedFigures[];
  readonly current: ShownFigures[];
}

/**
 * Every figure that was published and is another one now, those of a batch together.
 *
 * `current` is all that the ledger knows now, of any day, since a batch that left the window has not vanished. A batch
 * that was not published is restated when its day was: a settlement of a published day, a credential batch of any day
 * before the end of them, since cohorts have no beginning. What was published while open is never restated; what
 * follows is compared with what was published before. Throws a RangeError for an amount that is no decimal of its
 * currency.
 */
export const restate = (
  { earlier, revised }: Published,
  current: Iterable<ShownFigures>,
  options: RestateOptions,
): readonly RestatementRow[] => {
  const batches = new Map<string, Batch>();
  const batchOf = ({ entity, entityId }: ShownFigures) => {
    const key = JSON.stringify([entity, entityId]);
    const batch = batches.get(key) ?? { published: [], revised: [], current: [] };
    batches.set(key, batch);
    return batch;
  };
  for (const figures of earlier) batchOf(figures).published.push(figures);
  for (const figures of revised) batchOf(figures).revised.push(figures);
  for (const figures of current) batchOf(figures).current.push(figures);
  return [...batches.values()].flatMap((batch) => restateBatch(batch, options));
};

const restateBatch = (batch: Batch, options: RestateOptions): readonly RestatementRow[] => {
  if (batch.published.length === 0) return restateUnpublished(batch, options);
  if (batch.published.some(isOnlyShownOpen)) return [];
  // An open phase goes on: what follows it is compared, not what happens in it.
  if (batch.published.some(isOpen) && batch.current.some(isOpen)) return [];
  return rowsOf(batch, changesOf(batch), options);
};

/** A batch that no report of an earlier day showed: it may be late, and an earlier revision of this day may have it. */
const restateUnpublished = (
  { revised, current }: Batch,
  options: RestateOptions,
): readonly RestatementRow[] => {
  const late: BatchHistory = { published: [], current };
  const appeared = current.some((now) => isPublishedDay(now, options)) ? changesOf(late) : [];
  const since: BatchHistory = { published: revised, current };
  const isCompared = revised.length > 0 && !revised.some(isOnlyShownOpen);
  const changes = isCompared ? changesOf(since) : [];
  if (appeared.length === 0) return rowsOf(since, changes, options);
  // It is late whatever the revision showed; what has changed since says so in its row.
  const changed = new Set(changes.map(nameOf));
  return rowsOf(late, [...changes, ...appeared.filter((change) => !changed.has(nameOf(change)))], options);
};

interface Change {
  readonly pair: RowPair;
  readonly field: RestatedField;
}

const nameOf = ({ pair, field }: Change): string => JSON.stringify([pair.currency, field]);

const changesOf = (batch: BatchHistory): readonly Change[] =>
  pairRows(batch).flatMap((pair) => changedFields(pair).map((field) => ({ pair, field })));

const rowsOf = (
  batch: BatchHistory,
  changes: readonly Change[],
  { book, ownCause }: RestateOptions,
): readonly RestatementRow[] => {
  const [first] = changes;
  if (first === undefined) return [];
  const cause = causeOf(batch, new Set(changes.map(({ field }) => field)), ownCause(first.pair.shown));
  return changes.map((change) => rowOf(change, cause, book));
};

const isOpen = ({ state }: ShownFigures): boolean => state === "open";

/** Whether reports have shown the day of a batch: one that none of them has is late. */
export const isPublishedDay = (
  { source, entity, businessDate }: ShownFigures,
  { publishedDays }: Pick<RestateOptions, "publishedDays">,
): boolean => {
  const days = publishedDays.get(source);
  if (days === undefined) return false;
  return entity === "batch" ? isDayIn(businessDate, days) : businessDate < days.to;
};

/** A status is a figure only once it is settled what became of the batch. */
const changedFields = ({ published, current, fields }: RowPair): readonly RestatedField[] =>
  fields.filter((field) => {
    if (
      field === "status" &&
      published !== null &&
      published.state !== "final" &&
      published.state !== "void"
    ) {
      return false;
    }
    const before = published === null ? null : textOf(published, field);
    return before !== (current === null ? null : textOf(current, field));
  });

const rowOf = (
  { pair: { published, current, shown, currency }, field }: Change,
  cause: RestatementCause,
  book: string,
): RestatementRow => {
  const before = published?.figures[field] ?? null;
  const now = current?.figures[field] ?? null;
  return {
    book,
    source: shown.source,
    entity: shown.entity,
    entityId: shown.entityId,
    businessDate: shown.businessDate,
    field,
    currency,
    published: before,
    restated: now,
    difference: differenceOf(before, now, currency),
    firstPublishedIn: before === null ? null : (published?.since[field] ?? null),
    cause,
  };
};

const differenceOf = (before: Figure | null, now: Figure | null, currency: string | null): Figure | null => {
  switch ((now ?? before)?.kind) {
    case "amount":
      return amountFigure(minorOf(now, currency) - minorOf(before, currency), currency);
    case "count":
      return countFigure(Number(now?.text ?? 0) - Number(before?.text ?? 0));
    default:
      return null;
  }
};

const minorOf = (figure: Figure | null, currency: string | null): bigint => {
  if (figure === null) return 0n;
  const minor = parseAmount(figure.text, currency ?? "");
  if (minor === undefined)
    throw new RangeError(`${figure.text} is not an amount in ${currency ?? "no currency"}`);
  return minor;
};
