import { compareCodePoints } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import type { SourceRole } from "../config/sources.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import type { SourceFacts } from "../ledger/store/RunFacts.ts";
import { snapshotOf } from "../ledger/store/snapshot.ts";
import type { AnySource, Header, List, Listing, Source } from "../sources/Source.ts";
import type { Admission } from "./AdmissionQueue.ts";
import { BATCH_RULES, type BatchRules } from "./batch-rules.ts";
import { compareClocks } from "./clocks.ts";
import { listedBefore } from "./listed-before.ts";
import type { BatchObserver, ObservedList, PullObserver } from "./PullObserver.ts";
import { type DetailCounts, type Memory, readDetails } from "./read-details.ts";
import { forgottenOf, refuseLoss, refuseMostlyInvalid } from "./trust.ts";

/** What a source is pulled for. */
export interface Pulling {
  readonly run: Run;
  readonly night: Night;
  readonly admission: Admission;
  readonly observer: PullObserver;
}

/** A source with what its role makes of it. */
interface Walk<R extends SourceRole> {
  readonly source: Source<R>;
  readonly rules: BatchRules<R>;
  readonly observe: (list: ObservedList<R>) => BatchObserver<R>;
}

/** The ids that a list holds, those of records that had to be left out among them: they were listed all the same. */
const idsOf = <H extends { readonly id: string }>({ headers, invalid }: List<H>): Set<string> => {
  const ids = new Set<string>();
  for (const { id } of headers) ids.add(id);
  for (const { id } of invalid) if (id !== null) ids.add(id);
  return ids;
};

const storePrograms = Effect.fnUntraced(function* (run: Run, { programs }: Listing<SourceRole>) {
  if (programs === null) return;
  const entries = programs.headers.map((header) => ({ header, details: null }));
  yield* (yield* Ledger).store(run, "program", entries);
});

/** Fails where too much of what was listed and read breaks the spec. */
const checkInvalid = (title: string, { batches, programs }: Listing<SourceRole>, counts: DetailCounts) => {
  const lists = [batches, ...(programs === null ? [] : [programs])];
  const valid = lists.reduce((sum, { headers }) => sum + headers.length, counts.records);
  const invalid = [...lists.flatMap((list) => list.invalid), ...counts.invalid];
  return refuseMostlyInvalid(title, valid, invalid);
};

/** What earlier nights left in the ledger, for the batches of a role. */
const remember = Effect.fnUntraced(function* <R extends SourceRole>(
  { kind }: BatchRules<R>,
  { run, night }: Pulling,
) {
  const ledger = yield* Ledger;
  const days = night.settings.reread.giveUpDays;
  return {
    refusedDays: yield* ledger.refusals(run, kind),
    patience: { days, isOver: (yield* ledger.daysWithoutReport(run)) >= days },
  } satisfies Memory;
});

/** Fails for lists that lost too much of what they had. */
const checkLoss = Effect.fnUntraced(function* <R extends SourceRole>(
  { source, rules }: Pick<Walk<R>, "source" | "rules">,
  { programs, batches }: Pick<Listing<R>, "programs" | "batches">,
  pulling: Pulling,
) {
  const ledger = yield* Ledger;
  const { run } = pulling;
  const { title } = source;
  const known = yield* listedBefore(source, pulling, yield* ledger.listedIds(run, rules.kind));
  yield* refuseLoss({ title, what: "batches", listed: idsOf(batches), known });
  if (programs === null) return;
  const before = yield* ledger.entries(run, "program");
  const listed = idsOf(programs);
  yield* refuseLoss({
    title,
    what: "programmes",
    listed,
    known: new Set(before.map(({ header }) => header.id)),
  });
});

/** Marks what is not listed any more, and tells what the list has only forgotten: that is kept as it was last seen. */
const markUnlisted = Effect.fnUntraced(function* <R extends SourceRole>(
  rules: BatchRules<R>,
  { batches, programs }: Listing<R>,
  { run, night }: Pulling,
) {
  const ledger = yield* Ledger;
  const kept = idsOf(batches);
  const gone = (yield* ledger.listedBeside(run, rules.kind, kept)).map(({ header }) => header);
  const forgotten = forgottenOf(rules, { listed: batches.headers, gone }, night.calendar);
  if (programs !== null) yield* ledger.markUnlisted(run, "program", idsOf(programs));
  for (const id of forgotten.ids) kept.add(id);
  const vanished = yield* ledger.markUnlisted(run, rules.kind, kept);
  return { vanished, horizon: forgotten.horizon };
});

/** How the details of a source's batches are read, and shown to whoever observes the pull. */
const reader = <R extends SourceRole>({ source, rules }: Walk<R>, observer: BatchObserver<R>) => ({
  title: source.title,
  declared: rules.declared,
  stored: observer.stored,
  read: (listed: Header<R>) =>
    Effect.map(source.read(listed), (batch) => {
      observer.read(batch);
      const { header, details } = batch;
      const contents = rules.contents(batch);
      return { header, details: details && snapshotOf(details), isWhole: contents.isWhole, contents };
    }),
});

const walk = Effect.fnUntraced(function* <R extends SourceRole>(given: Walk<R>, pulling: Pulling) {
  const { source, rules, observe } = given;
  const { run, night, admission } = pulling;
  const { settings } = night;
  const { title, mode } = source;
  const listing = yield* source.list;
  const { batches, programs } = listing;
  const clocks = yield* compareClocks(title, source.clockOffsetMs(), settings);
  const memory = yield* remember(rules, pulling);
  if (!settings.acceptsLoss) yield* checkLoss(given, listing, pulling);
  yield* storePrograms(run, listing);

  const headers = rules.ordered(batches.headers);
  const byId = (programs?.headers ?? []).toSorted((a, b) => compareCodePoints(a.id, b.id));
  const observer = observe({ source, mode, headers, programs: byId });
  const counts = yield* readDetails(rules.kind, headers, {
    ...reader(given, observer),
    ...{ admission, memory },
    policy: rules.policy(run, night, (id) => memory.refusedDays.has(id)),
  });
  if (!settings.acceptsInvalid) yield* checkInvalid(title, listing, counts);
  const { vanished, horizon } = yield* markUnlisted(rules, listing, pulling);
  yield* observer.done;

  const all = programs === null ? [batches] : [programs, batches];
  const facts: SourceFacts = {
    configured: true,
    asked: true,
    mode,
    listed: batches.headers.length,
    invalid: Object.fromEntries(all.map(({ operation, invalid }) => [operation, invalid])),
    ...{ vanished, horizon, givenUp: counts.givenUp },
    pagingKeys: listing.pagingKeys,
    notes: [...clocks, ...source.notes()],
  };
  return { facts, requests: source.requests(), details: counts.details, unread: counts.unread };
});

/** Pulls what a source lists into the ledger, and the details of those batches that may have changed. */
export const pullSource = Effect.fn("pullSource")((source: AnySource, pulling: Pulling) =>
  source.role === "settlements"
    ? walk({ source, rules: BATCH_RULES.settlements, observe: pulling.observer.settlements }, pulling)
    : walk({ source, rules: BATCH_RULES.credentials, observe: pulling.observer.credentials }, pulling),
);
