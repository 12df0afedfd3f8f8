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
import type { BatchObserver, ObservedList, PullObserver } from "./PullObserver.ts";
import { type DetailCounts, readDetails } from "./read-details.ts";
import { refuseEmptied, refuseMostlyInvalid } from "./trust.ts";

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
const idsOf = <H extends { readonly id: string }>({ headers, invalid }: List<H>): ReadonlySet<string> =>
  new Set([...headers, ...invalid].flatMap(({ id }) => (id === null ? [] : [id])));

const storePrograms = Effect.fnUntraced(function* (run: Run, { programs }: Listing<SourceRole>) {
  if (programs === null) return;
  const entries = programs.headers.map((header) => ({ header, details: null }));
  yield* (yield* Ledger).store(run, "program", entries);
});

/** Fails where too much of what was listed and read breaks the spec. */
const checkInvalid = (title: string, { batches, programs }: Listing<SourceRole>, counts: DetailCounts) => {
  const lists = [batches, ...(programs === null ? [] : [programs])];
  const [valid, invalid] = [
    lists.reduce((sum, { headers }) => sum + headers.length, counts.records),
    lists.reduce((sum, one) => sum + one.invalid.length, counts.invalid),
  ];
  return refuseMostlyInvalid(title, valid, invalid);
};

const markUnlisted = Effect.fnUntraced(function* <R extends SourceRole>(
  run: Run,
  { kind }: BatchRules<R>,
  { batches, programs }: Listing<R>,
) {
  const ledger = yield* Ledger;
  if (programs !== null) yield* ledger.markUnlisted(run, "program", idsOf(programs));
  return yield* ledger.markUnlisted(run, kind, idsOf(batches));
});

const walk = Effect.fnUntraced(function* <R extends SourceRole>(
  { source, rules, observe }: Walk<R>,
  { run, night, admission }: Pulling,
) {
  const { title, mode } = source;
  const listing = yield* source.list;
  const { batches, programs } = listing;
  yield* refuseEmptied(run, { title, kind: rules.kind, listed: batches.headers.length });
  yield* storePrograms(run, listing);

  const headers = rules.ordered(batches.headers);
  const byId = (programs?.headers ?? []).toSorted((a, b) => compareCodePoints(a.id, b.id));
  const observer = observe({ source: source.name, mode, headers, programs: byId });
  const read = (listed: Header<R>) =>
    Effect.map(source.read(listed), (batch) => {
      observer.read(batch);
      const { header, details } = batch;
      const contents = rules.contents(batch);
      return { header, details: details && snapshotOf(details), isWhole: contents.isWhole, contents };
    });
  const counts = yield* readDetails(rules.kind, headers, {
    ...{ title, admission, read },
    policy: rules.policy(run, night),
    declared: rules.declared,
    stored: observer.stored,
  });
  yield* checkInvalid(title, listing, counts);
  const vanished = yield* markUnlisted(run, rules, listing);
  yield* observer.done;

  const lists = programs === null ? [batches] : [programs, batches];
  const facts: SourceFacts = {
    configured: true,
    mode,
    listed: batches.headers.length,
    invalid: Object.fromEntries(lists.map(({ operation, invalid }) => [operation, invalid])),
    vanished,
    pagingKeys: listing.pagingKeys,
    notes: source.notes(),
  };
  return { facts, requests: source.requests(), details: counts.details, unread: counts.unread };
});

/** Pulls what a source lists into the ledger, and the details of those batches that may have changed. */
export const pullSource = Effect.fn("pullSource")((source: AnySource, pulling: Pulling) =>
  source.role === "settlements"
    ? walk({ source, rules: BATCH_RULES.settlements, observe: pulling.observer.settlements }, pulling)
    : walk({ source, rules: BATCH_RULES.credentials, observe: pulling.observer.credentials }, pulling),
);
