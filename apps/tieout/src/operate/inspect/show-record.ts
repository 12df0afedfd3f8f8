import {
  type Evidenced,
  type ListedException,
  showCohort,
  showCredentialBatch,
  showSettlement,
  showTransaction,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { ResultCache } from "../../close/cache/ResultCache.ts";
import { entityNameBegins } from "../../close/figure-names.ts";
import { UsageWrong } from "../../config/faults.ts";
import { nightOf } from "../../config/Night.ts";
import type { Settings } from "../../config/Settings.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { EntityFigures } from "../../ledger/reports/PublishedReport.ts";
import { type Found, foundRecords, foundSettlements, type Looked } from "./found-records.ts";
import { everKnown, withDetails } from "./known-records.ts";
import { newestExceptions } from "./newest-exceptions.ts";

/** What a report was the first to show of an entity, or showed otherwise than the ones before. */
export interface ShownChange {
  readonly report: string;
  readonly entityId: string;
  readonly currency: string | null;
  /** By name; null where the report showed the entity no longer. */
  readonly figures: Readonly<Record<string, string | null>> | null;
}

/** A record by its id, as the ledger knows it, whether it ties out or not. */
export interface ShownRecord extends Found {
  readonly book: string;
  /** The instant of the run that left it so. */
  readonly asOf: string;
  readonly shown: Evidenced;
  /** What the newest report lists about it, with what was decided. */
  readonly exceptions: ReadonlyArray<ListedException>;
  readonly reports: ReadonlyArray<ShownChange>;
}

const NOTHING: Evidenced = { records: [], recordsLeftOut: 0, arithmetic: [], notes: [] };

const shownSettlements = Effect.fnUntraced(function* (looked: Looked, found: Found) {
  const known = yield* foundSettlements(looked, found);
  if (known === undefined) return NOTHING;
  const { settlements, context } = known;
  if (found.kind === "transaction") return showTransaction(found.id, settlements, context);
  const [settlement] = settlements;
  return settlement === undefined ? NOTHING : showSettlement(settlement, context);
});

const shownCredentials = Effect.fnUntraced(function* ({ night, run }: Looked, found: Found) {
  const source = night.book.sources.find(({ role }) => role === "credentials");
  if (source === undefined) return NOTHING;
  const ledger = yield* Ledger;
  const about = (yield* everKnown(run, "credential_batch")).filter(({ header }) =>
    found.batchIds.includes(header.id),
  );
  const counted = about.filter(({ header }) => night.calendar.dayOf(header.issuedAt) < night.window.to);
  const programs = (yield* ledger.entries(run, "program")).map(({ header }) => header);
  if (found.kind === "cohort") {
    const shown = showCohort(found.id, {
      source,
      programs,
      batches: yield* withDetails("credential_batch", counted),
    });
    const later = about.length - counted.length;
    return later === 0
      ? shown
      : {
          ...shown,
          notes: [...shown.notes, `Batches issued from ${night.window.to} on, in no figure: ${later}`],
        };
  }
  const [batch] = yield* withDetails("credential_batch", about);
  return batch === undefined ? NOTHING : showCredentialBatch(batch, { source, programs, batches: [batch] });
});

const isOfSettlements = ({ kind }: Found): boolean => kind === "batch" || kind === "transaction";

/** Of records that are not listed any more, one sentence each. */
const goneNotes = Effect.fnUntraced(function* ({ run }: Looked, found: Found) {
  const kind = isOfSettlements(found) ? "settlement" : "credential_batch";
  const gone = yield* (yield* Ledger).gone(run, kind);
  return gone.flatMap(({ header, lastSeenDay }) =>
    found.batchIds.includes(header.id)
      ? [`Batch ${header.id} is not listed any more; it is shown as last seen on ${lastSeenDay}.`]
      : [],
  );
});

const isAbout =
  ({ kind, id, batchIds }: Found) =>
  (row: ListedException): boolean => {
    if (row.entity === kind && row.entityId === id) return true;
    const isOfBatch = row.batchIds.some((one) => batchIds.includes(one));
    // Of a transaction the other ones of its batch say nothing.
    return isOfBatch && (kind !== "transaction" || row.entity === "batch");
  };

/** The texts of figures by name. */
const textsOf = (shown: EntityFigures["shown"]): ReadonlyMap<string, string | null> =>
  new Map(Object.entries(shown?.figures ?? {}).map(([name, figure]) => [name, figure?.text ?? null]));

/** What each report shows otherwise than the one before it. */
const changesIn = (entityId: string, recorded: ReadonlyArray<EntityFigures>): ReadonlyArray<ShownChange> => {
  const last = new Map<string, ReadonlyMap<string, string | null>>();
  const changes = recorded.map(({ report, name, shown }): ShownChange => {
    const [before, now] = [last.get(name) ?? new Map(), textsOf(shown)];
    last.set(name, now);
    const changed = [...now].filter(([field, text]) => !before.has(field) || before.get(field) !== text);
    const figures = shown === null ? null : Object.fromEntries(changed);
    return { report, entityId, currency: shown?.currency ?? null, figures };
  });
  return changes.filter(({ figures }) => figures === null || Object.keys(figures).length > 0);
};

const changes = Effect.fnUntraced(function* ({ night }: Looked, found: Found, asOf: string) {
  const { book } = night;
  const role = isOfSettlements(found) ? "settlements" : "credentials";
  const entity = isOfSettlements(found) ? "batch" : "credential_batch";
  const source = book.sources.find((one) => one.role === role)?.name ?? "";
  const ledger = yield* Ledger;
  const all: Array<ShownChange> = [];
  for (const entityId of found.batchIds) {
    const begins = entityNameBegins({ source, entity, entityId });
    all.push(...changesIn(entityId, yield* ledger.recordedOf(book.name, asOf, begins)));
  }
  return all;
});

const shownRecord = Effect.fnUntraced(function* (looked: Looked, found: Found, asOf: string) {
  const shown = yield* isOfSettlements(found)
    ? shownSettlements(looked, found)
    : shownCredentials(looked, found);
  const newest = yield* newestExceptions(looked.night.book.name, asOf);
  return {
    ...found,
    book: looked.night.book.name,
    asOf: looked.run.asOf,
    shown: { ...shown, notes: [...shown.notes, ...(yield* goneNotes(looked, found))] },
    exceptions: (newest?.exceptions ?? []).filter(isAbout(found)),
    reports: yield* changes(looked, found, asOf),
  } satisfies ShownRecord;
});

const wrong = (where: string, problem: string) => new UsageWrong({ faults: [{ where, problem }] });

/**
 * Shows any batch, cohort, credential batch or transaction by its id, from the ledger alone, as the newest run up to the
 * settings' instant left it. Fails with `UsageWrong` for an id that is nothing, or that several batches have.
 */
export const showRecord = Effect.fn("showRecord")(function* (id: string, settings: Settings) {
  const ledger = yield* Ledger;
  const all: Array<{ readonly looked: Looked; readonly found: Found }> = [];
  for (const book of settings.books) {
    const newest = yield* ledger.newestRun(book.name, settings.asOf);
    if (newest === undefined) continue;
    const { run } = newest;
    const nightly = { ...book, ownWindow: null };
    const looked = { run, night: nightOf({ ...settings, asOf: run.asOf }, nightly) };
    for (const found of yield* foundRecords(looked, id)) all.push({ looked, found });
  }
  const [only, ...others] = all;
  if (only === undefined)
    return yield* wrong(
      id,
      `is no batch, cohort, credential batch or transaction that the ledger knows as of ${settings.asOf}`,
    );
  if (others.length > 0) {
    const named = all.map(({ looked, found }) => `${found.id} of ${looked.night.book.name}`);
    const shown = named.slice(0, 10).join(", ");
    const more = named.length > 10 ? ` and ${named.length - 10} more` : "";
    return yield* wrong(
      id,
      `stands for ${named.length} records: ${shown}${more}; name one by its own id, or its --book`,
    );
  }
  return yield* shownRecord(only.looked, only.found, settings.asOf).pipe(
    Effect.provideServiceEffect(ResultCache, ResultCache.readOnly(only.looked.night.book.name)),
  );
});
