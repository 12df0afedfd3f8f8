import {
  isDayIn,
  isShownAlike,
  type PublishedFigures,
  publishFigures,
  type RestatementRow,
  restate,
  type SettlementRow,
  type ShownFigures,
  settlementFigures,
  type Window,
} from "@tieout/reconcile";
import type { FigureRecord, RecordedFigures } from "../ledger/reports/PublishedReport.ts";
import { readFigures } from "../ledger/reports/reports.ts";

/** What a report restates, and what it has to leave for later ones to compare with. */
export interface ClosedFigures {
  readonly restatements: ReadonlyArray<RestatementRow>;
  readonly newFigures: ReadonlyArray<FigureRecord>;
}

/** What figures are compared with: everything published up to an earlier report, and that report's window. */
export interface PublishedBefore {
  readonly figures: ReadonlyMap<string, RecordedFigures>;
  readonly window: Window;
}

/** What a report knows of every batch, in its window or not. */
export interface KnownFigures {
  readonly settlements: ReadonlyArray<SettlementRow>;
  /** Of credential batches that were issued before the end of the window. */
  readonly credentials: ReadonlyArray<ShownFigures>;
}

/** In place of the report being made, whose revision nobody knows yet. */
const THIS_REPORT = "";

const entityOf = ({ entity, entityId }: Pick<ShownFigures, "entity" | "entityId">): string =>
  JSON.stringify([entity, entityId]);

const nameOf = ({ source, entity, entityId, currency }: ShownFigures): string =>
  JSON.stringify([source, entity, entityId, currency]);

/** The batch that the figures of a name are of, as {@link entityOf} has it. */
const entityNamed = (name: string): string => {
  // The text is what `nameOf` made.
  const [, entity, entityId] = JSON.parse(name) as [string, ShownFigures["entity"], string, string | null];
  return entityOf({ entity, entityId });
};

/** Figures as a report that shows all of them first records them, where their members stand in the order of names. */
export const recordedFirst = ({
  businessDate,
  currency,
  entity,
  entityId,
  figures,
  source,
  state,
}: ShownFigures): string =>
  JSON.stringify({ businessDate, currency, entity, entityId, figures, since: {}, source, state });

/**
 * The batches of which any figure may be another one than was published. Nearly all of them stand as one report
 * recorded them; there is nothing to restate or to record of those, and their figures need not even be read.
 */
const unlike = (
  current: ReadonlyArray<ShownFigures>,
  published: ReadonlyMap<string, RecordedFigures>,
): ReadonlySet<string> => {
  const names = new Set<string>();
  const entities = new Set<string>();
  for (const figures of current) {
    const name = nameOf(figures);
    names.add(name);
    const last = published.get(name);
    if (last === undefined || last.text !== recordedFirst(figures)) entities.add(entityOf(figures));
  }
  for (const name of published.keys()) if (!names.has(name)) entities.add(entityNamed(name));
  return entities;
};

/** Leaves out the dates of fields that this very report shows first: they are known when it is published. */
const undated = (shown: PublishedFigures): PublishedFigures => ({
  ...shown,
  since: Object.fromEntries(Object.entries(shown.since).filter(([, report]) => report !== THIS_REPORT)),
});

/**
 * Sets the figures of every known batch against those last published: restates what a reader was told
 * otherwise, of whatever day, and records what this report shows for the first time or differently.
 *
 * A batch is shown when it stands in the window (credential batches have no beginning) or is restated. What
 * was shown of a batch and is not any more, because the batch or the currency is gone, is recorded as gone.
 */
export const closeFigures = (
  book: string,
  window: Window,
  known: KnownFigures,
  before: PublishedBefore | undefined,
): ClosedFigures => {
  const all = [...known.settlements.map(settlementFigures), ...known.credentials];
  const recorded = before?.figures ?? new Map<string, RecordedFigures>();
  const entities = unlike(all, recorded);
  if (entities.size === 0) return { restatements: [], newFigures: [] };
  const current = all.filter((figures) => entities.has(entityOf(figures)));
  const published = new Map(
    [...recorded].flatMap(([name, figures]) =>
      entities.has(entityNamed(name)) ? [[name, readFigures(figures)] as const] : [],
    ),
  );
  const restatements =
    before === undefined
      ? []
      : restate(published.values(), current, { book, publishedWindow: before.window });

  const restated = new Set(restatements.map(entityOf));
  const isShown = (figures: ShownFigures): boolean =>
    figures.entity === "credential_batch" ||
    isDayIn(figures.businessDate, window) ||
    restated.has(entityOf(figures));
  const shown = new Map(current.filter(isShown).map((figures) => [nameOf(figures), figures]));
  const shownEntities = new Set([...shown.values()].map(entityOf));
  const isGone = ([name, figures]: readonly [string, PublishedFigures]): boolean =>
    !shown.has(name) && (restated.has(entityOf(figures)) || shownEntities.has(entityOf(figures)));
  return {
    restatements,
    newFigures: [
      ...[...shown].flatMap(([name, figures]) => {
        const last = published.get(name);
        return last !== undefined && isShownAlike(figures, last)
          ? []
          : [{ name, shown: undated(publishFigures(figures, last, THIS_REPORT)) }];
      }),
      ...[...published].filter(isGone).map(([name]) => ({ name, shown: null })),
    ],
  };
};
