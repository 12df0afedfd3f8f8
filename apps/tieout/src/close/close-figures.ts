import {
  isDayIn,
  isStillPublished,
  type PublishedFigures,
  publishFigures,
  type RestatementRow,
  restate,
  type ShownFigures,
  type Window,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { FigureRecord } from "../ledger/reports/PublishedReport.ts";
import { batchesOf, ComparedFigures, type PublishedBefore } from "./ComparedFigures.ts";
import { entityIn, entityOf, nameOf } from "./figure-names.ts";
import { goneThrough } from "./gone-through.ts";

/** What a report restates, and what it has to leave for later ones to compare with. */
export interface ClosedFigures {
  readonly restatements: ReadonlyArray<RestatementRow>;
  readonly newFigures: Iterable<FigureRecord>;
}

const NONE_PUBLISHED: ReadonlyMap<string, PublishedFigures> = new Map();

/** In place of the report being made, whose revision nobody knows yet. */
const THIS_REPORT = "";

/** Leaves out the dates of fields that this very report shows first: they are known when it is published. */
const undated = (shown: PublishedFigures): PublishedFigures => ({
  ...shown,
  since: Object.fromEntries(Object.entries(shown.since).filter(([, report]) => report !== THIS_REPORT)),
});

/**
 * What a report leaves of what it shows, for later ones to compare with: what is new or other than was published, by
 * name, and that of a batch which it shows or restates something is shown no longer.
 */
export const figureRecords = (
  current: ReadonlyArray<ShownFigures>,
  {
    published,
    restated,
  }: {
    readonly published: ReadonlyMap<string, PublishedFigures>;
    /** Batches of which anything is restated. */
    readonly restated: ReadonlySet<string>;
  },
): ReadonlyArray<FigureRecord> => {
  const shown = new Map(current.map((figures) => [nameOf(figures), figures]));
  const shownEntities = new Set([...shown.values()].map(entityOf));
  const isGone = ([name, figures]: readonly [string, PublishedFigures]): boolean =>
    !shown.has(name) && (restated.has(entityOf(figures)) || shownEntities.has(entityOf(figures)));
  return [
    ...[...shown].flatMap(([name, figures]) => {
      const last = published.get(name);
      return last !== undefined && isStillPublished(figures, last)
        ? []
        : [{ name, shown: undated(publishFigures(figures, last, THIS_REPORT)) }];
    }),
    ...[...published].filter(isGone).map(([name]) => ({ name, shown: null })),
  ];
};

/** Batches of which a figure was recorded that is known no longer: of the names recorded those that nothing known has. */
const goneSince = Effect.fnUntraced(function* <E, R>(
  known: Iterable<ShownFigures>,
  { earlier, revised }: PublishedBefore<E, R>,
) {
  const names = function* () {
    for (const figures of known) yield nameOf(figures);
  };
  const gone = new Set<string>();
  for (const { names: recorded, read } of [earlier, revised]) {
    const left = recorded.without(names());
    const isLeft = (name: string): boolean =>
      left.has(name) && (recorded === earlier.names || !earlier.names.has(name));
    if (left.size > 0) for (const name of (yield* read(isLeft)).keys()) gone.add(entityIn(name));
  }
  return gone;
});

/**
 * Sets the figures of every batch that a report knows, in its window or not, against those last published: restates what a reader was told
 * otherwise, of whatever day, and records what this report shows for the first time or differently.
 *
 * A batch is shown when it stands in the window (credential batches have no beginning) or is restated. What
 * was shown of a batch and is not any more, because the batch or the currency is gone, is recorded as gone.
 */
export const closeFigures = Effect.fnUntraced(function* <E, R>(
  { book, window }: { readonly book: string; readonly window: Window },
  known: Iterable<ShownFigures>,
  before: PublishedBefore<E, R>,
) {
  const { earlier, revised, ...options } = before;
  const isInReport = ({ entity, businessDate }: ShownFigures): boolean =>
    entity === "credential_batch" || isDayIn(businessDate, window);
  const compared = new ComparedFigures(before, isInReport);
  for (const batch of batchesOf(known)) compared.add(batch);
  const { entities, touched, fresh } = compared;
  if (compared.isAnyGone) {
    const gone = yield* goneSince(known, before);
    for (const batch of batchesOf(known))
      if (batch.some((figures) => gone.has(entityOf(figures)) && !entities.has(entityOf(figures))))
        compared.touch(batch);
    for (const entity of gone) entities.add(entity);
  }
  const isMeant = (name: string): boolean => entities.has(entityIn(name));
  const published = entities.size === 0 ? NONE_PUBLISHED : yield* earlier.read(isMeant);
  const sinceRevised =
    entities.size === 0
      ? NONE_PUBLISHED
      : yield* revised.read((name) => !earlier.names.has(name) && isMeant(name));
  const restatements = restate({ earlier: published.values(), revised: sinceRevised.values() }, touched, {
    ...options,
    book,
  });

  const restated = new Set(restatements.map(entityOf));
  const isShown = (figures: ShownFigures): boolean => isInReport(figures) || restated.has(entityOf(figures));
  const records = figureRecords(touched.filter(isShown), { published, restated });
  const newFigures = goneThrough(function* (): Iterator<FigureRecord> {
    yield* records;
    for (const figures of fresh)
      if (!entities.has(entityOf(figures)))
        yield { name: nameOf(figures), shown: undated(publishFigures(figures, undefined, THIS_REPORT)) };
  });
  return { restatements, newFigures } satisfies ClosedFigures;
});
