import { amountFigure, countFigure } from "../exceptions/figures.ts";
import type { Figure } from "../exceptions/finding.ts";
import type { Source } from "../exceptions/rule.ts";
import { parseAmount } from "../money/parse-amount.ts";
import type { Window } from "../time/days.ts";
import { isDayIn } from "../time/days.ts";
import { type BatchHistory, causeOf, type RestatementCause } from "./cause.ts";
import { pairRows, type RowPair } from "./pair-rows.ts";
import {
  fieldsOf,
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
  /** The window of the report compared with. */
  readonly publishedWindow: Window;
}

/**
 * Every figure that the report compared with showed and that is another one now, those of a batch together.
 *
 * `published` is what that report showed; `current` all that the ledger knows now, of any day, since a batch that
 * left the window has not vanished. A batch that was not published is restated when its day was: a settlement of
 * a day in the published window, a credential batch of any day before the end of it, since cohorts have no
 * beginning. What was published while open is never restated. Throws a RangeError for an amount that is no
 * decimal of its currency.
 */
export const restate = (
  published: Iterable<PublishedFigures>,
  current: Iterable<ShownFigures>,
  options: RestateOptions,
): readonly RestatementRow[] => {
  const batches = new Map<string, { published: PublishedFigures[]; current: ShownFigures[] }>();
  const batchOf = ({ entity, entityId }: ShownFigures) => {
    const key = JSON.stringify([entity, entityId]);
    const batch = batches.get(key) ?? { published: [], current: [] };
    batches.set(key, batch);
    return batch;
  };
  for (const figures of published) batchOf(figures).published.push(figures);
  for (const figures of current) batchOf(figures).current.push(figures);
  return [...batches.values()].flatMap((batch) => restateBatch(batch, options));
};

const restateBatch = (batch: BatchHistory, options: RestateOptions): readonly RestatementRow[] => {
  if (batch.published.some(({ state }) => state === "open")) return [];
  if (batch.published.length === 0 && !batch.current.some((now) => isPublishedDay(now, options))) return [];
  const changes = pairRows(batch).flatMap((pair) => changedFields(pair).map((field) => ({ pair, field })));
  const cause = causeOf(batch, new Set(changes.map(({ field }) => field)));
  return changes.map(({ pair, field }) => rowOf(pair, field, cause, options.book));
};

const isPublishedDay = (
  { entity, businessDate }: ShownFigures,
  { publishedWindow }: RestateOptions,
): boolean =>
  entity === "batch" ? isDayIn(businessDate, publishedWindow) : businessDate < publishedWindow.to;

/** A status is a figure only once it is settled what became of the batch. */
const changedFields = ({ published, current, shown }: RowPair): readonly RestatedField[] =>
  fieldsOf(shown).filter((field) => {
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
  { published, current, shown, currency }: RowPair,
  field: RestatedField,
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
    firstPublishedIn: published?.since[field] ?? null,
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
