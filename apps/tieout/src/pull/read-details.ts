import { Effect } from "effect";
import type { LedgerWriteError } from "../ledger/failures.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Entry, Observation } from "../ledger/store/Entry.ts";
import type { Kind, Kinds } from "../ledger/store/kinds.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";
import type { Admission } from "./AdmissionQueue.ts";
import type { Contents } from "./batch-rules.ts";
import { Progress } from "./Progress.ts";
import { isReused, type Reason, type RereadPolicy, rereadReason } from "./reread.ts";
import { storeAsRead } from "./store-as-read.ts";

/** What pulling the details of one kind came to, for `run.json`. */
export interface DetailCounts {
  /** How many details were read, and how many were not, by reason. */
  readonly details: Readonly<Partial<Record<Reason, number>>>;
  /** Valid records of the source: counted where details were read, as declared where they were not. */
  readonly records: number;
  readonly invalid: number;
  /** What could not be read and may be next time, by entity id: why. */
  readonly unread: ReadonlyMap<string, string>;
}

/** A batch that was read, in the form in which it waits to be stored: nothing is kept of its rows. */
interface ReadBatch<K extends Kind> extends Observation<K> {
  readonly contents: Contents;
}

/** How the details of one kind are read. */
interface DetailReader<K extends Kind, E, R> {
  /** The source's name, for whoever watches. */
  readonly title: string;
  readonly admission: Admission;
  readonly policy: RereadPolicy<K>;
  readonly read: (header: Kinds[K]["header"]) => Effect.Effect<ReadBatch<K>, E | SourceFailed, R>;
  /** How many records a header says there are; what details hold that are not read tonight. */
  readonly declared: (header: Kinds[K]["header"]) => number;
  /** Is told what was stored, in the transaction that does it. */
  readonly stored: (entries: ReadonlyArray<Entry<K>>) => Effect.Effect<void, LedgerWriteError>;
}

/**
 * How many details are dealt with at once, for each request that may be on its way. Few of them are in line to be asked
 * for; the others are there so that details which wait to be asked for again keep nobody from being asked.
 */
const DETAILS_A_REQUEST = 8;

/** How many details in a row may fail before the source as a whole is taken to be down. */
const FAILURES_IN_A_ROW_MAX = 3;

/**
 * Lets single details fail where the source may give them another time, and notes them; fails when the
 * source seems to be down altogether.
 */
const tolerant = <A, E, R>(atOnce: number) => {
  const unread = new Map<string, string>();
  // All that are under way fail together when a source goes down.
  const most = Math.max(atOnce, FAILURES_IN_A_ROW_MAX);
  let inARow = 0;
  const attempt = (id: string, read: Effect.Effect<A, E | SourceFailed, R>) =>
    read.pipe(
      Effect.tap(() => Effect.sync(() => (inARow = 0))),
      Effect.map((found): ReadonlyArray<A> => [found]),
      Effect.catchIf(
        (failed): failed is SourceFailed => failed instanceof SourceFailed && failed.kind === "down",
        (failed) => {
          unread.set(id, failed.problem);
          inARow += 1;
          return inARow >= most ? Effect.fail(failed) : Effect.succeed([]);
        },
      ),
    );
  return { attempt, unread };
};

const countReasons = (reasons: ReadonlyArray<Reason>): DetailCounts["details"] =>
  Object.fromEntries(
    [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => [reason, all.length]),
  );

/** Which batches are read, and which are taken as they were last read. */
const planned = Effect.fnUntraced(function* <K extends Kind>(
  kind: K,
  headers: ReadonlyArray<Kinds[K]["header"]>,
  policy: RereadPolicy<K>,
) {
  const known = yield* (yield* Ledger).known(policy.run, kind);
  return headers.map((header) => ({ header, reason: rereadReason(header, known.get(header.id), policy) }));
});

/** Reads details where there is a reason to, a few at once, and stores each as progress; reports how far it is. */
export const readDetails = Effect.fnUntraced(function* <K extends Kind, E, R>(
  kind: K,
  headers: ReadonlyArray<Kinds[K]["header"]>,
  { title, admission, policy, read, declared, stored }: DetailReader<K, E, R>,
) {
  const ledger = yield* Ledger;
  const progress = yield* Progress;
  const plan = yield* planned(kind, headers, policy);
  const wanted = plan.filter(({ reason }) => !isReused(reason));
  const total = wanted.length;
  // A share of tonight's records alone would grow with every batch that need not be read again.
  const reused = plan.filter(({ reason }) => isReused(reason));
  const soFar = {
    read: 0,
    records: reused.reduce((sum, { header }) => sum + declared(header), 0),
    invalid: 0,
  };
  const atOnce = Math.max(1, Math.min(admission.concurrency * DETAILS_A_REQUEST, wanted.length));
  const { attempt, unread } = tolerant<ReadBatch<K>, E, R>(atOnce);

  const store = Effect.fnUntraced(function* (found: ReadonlyArray<ReadBatch<K>>) {
    for (const { contents } of found) {
      soFar.records += contents.records;
      soFar.invalid += contents.invalid;
    }
    const storing = ledger.store(policy.run, kind, found);
    const entries = (ids: ReadonlyArray<number | null>) =>
      found.map(({ header }, at): Entry<K> => ({ header, detailsId: ids[at] ?? null }));
    yield* ledger.whileLeased(Effect.flatMap(storing, (ids) => stored(entries(ids))));
    soFar.read += found.length;
    yield* progress.reading({ source: title, read: soFar.read, total });
  });
  yield* progress.reading({ source: title, read: 0, total });
  yield* storeAsRead(wanted, {
    concurrency: atOnce,
    read: ({ header }) => attempt(header.id, admission.queue.within(read(header))),
    store,
  });
  return {
    details: countReasons(plan.map(({ reason }) => reason)),
    records: soFar.records,
    invalid: soFar.invalid,
    unread,
  } satisfies DetailCounts;
});
