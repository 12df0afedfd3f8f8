import {
  isDayIn,
  isStillPublished,
  type PublishedFigures,
  publishFigures,
  type RestatementRow,
  type RestateOptions,
  restate,
  type ShownFigures,
  type Source,
  type Window,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { FigureRecord, RecordedFigures } from "../ledger/reports/PublishedReport.ts";

/** What a report restates, and what it has to leave for later ones to compare with. */
export interface ClosedFigures {
  readonly restatements: ReadonlyArray<RestatementRow>;
  readonly newFigures: ReadonlyArray<FigureRecord>;
}

/** Recorded figures by name. */
type Recorded = ReadonlyMap<string, RecordedFigures>;

/** What figures are compared with: everything published up to an earlier day, and by revisions of this one. */
export interface PublishedBefore<E, R> extends Pick<RestateOptions, "publishedDays" | "ownCause"> {
  readonly earlier: Recorded;
  readonly revised: Recorded;
  /** Reads some of the figures, which most of them need not be: see {@link closeFigures}. */
  readonly read: (figures: Recorded) => Effect.Effect<ReadonlyMap<string, PublishedFigures>, E, R>;
}

const NONE_PUBLISHED: ReadonlyMap<string, PublishedFigures> = new Map();

const NOTHING_NEW: ClosedFigures = { restatements: [], newFigures: [] };

/** In place of the report being made, whose revision nobody knows yet. */
const THIS_REPORT = "";

/** What tells a batch from every other. */
export const entityOf = ({ entity, entityId }: Pick<ShownFigures, "entity" | "entityId">): string =>
  JSON.stringify([entity, entityId]);

/** What figures are recorded under. */
export const nameOf = ({ source, entity, entityId, currency }: ShownFigures): string =>
  JSON.stringify([source, entity, entityId, currency]);

/** What the names of figures of a source begin with. */
export const nameBegins = (source: Source): string => `${JSON.stringify([source]).slice(0, -1)},`;

/** What the names of all figures of one entity begin with. */
export const entityNameBegins = ({
  source,
  entity,
  entityId,
}: Pick<ShownFigures, "source" | "entity" | "entityId">): string =>
  `${JSON.stringify([source, entity, entityId]).slice(0, -1)},`;

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
 * The published figures that have to be read: those of batches of which any figure may be another one than was
 * published. Nearly all batches stand as one report recorded them; there is nothing to restate or to record of those.
 */
const readChanged = Effect.fnUntraced(function* <E, R>(
  current: ReadonlyArray<ShownFigures>,
  recorded: Recorded,
  read: PublishedBefore<E, R>["read"],
) {
  const entities = new Set<string>();
  const names = new Map<string, string>();
  for (const figures of current) {
    const name = nameOf(figures);
    const entity = entityOf(figures);
    names.set(name, entity);
    const last = recorded.get(name);
    if (last === undefined || last.text !== recordedFirst(figures)) entities.add(entity);
  }
  const gone = yield* read(new Map([...recorded].filter(([name]) => !names.has(name))));
  for (const figures of gone.values()) entities.add(entityOf(figures));
  const changed = [...recorded].filter(([name]) => entities.has(names.get(name) ?? ""));
  // In the order in which they were recorded, the gone ones among them.
  const found = new Map([...gone, ...(yield* read(new Map(changed)))]);
  const published = new Map(
    [...recorded.keys()].flatMap((name) => {
      const figures = found.get(name);
      return figures === undefined ? [] : [[name, figures] as const];
    }),
  );
  return { entities, published };
});

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
  { earlier, revised, read, ...options }: PublishedBefore<E, R>,
) {
  const all = [...known];
  const { entities, published } = yield* readChanged(all, earlier, read);
  const firstRevised = new Map([...revised].filter(([name]) => !earlier.has(name)));
  const { published: sinceRevised } =
    firstRevised.size === 0 ? { published: NONE_PUBLISHED } : yield* readChanged(all, firstRevised, read);
  if (entities.size === 0 && sinceRevised.size === 0) return NOTHING_NEW;
  const current = all.filter((figures) => entities.has(entityOf(figures)));
  const restatements = restate({ earlier: published.values(), revised: sinceRevised.values() }, current, {
    ...options,
    book,
  });

  const restated = new Set(restatements.map(entityOf));
  const isShown = (figures: ShownFigures): boolean =>
    figures.entity === "credential_batch" ||
    isDayIn(figures.businessDate, window) ||
    restated.has(entityOf(figures));
  const records = figureRecords(current.filter(isShown), { published, restated });
  return { restatements, newFigures: records } satisfies ClosedFigures;
});
