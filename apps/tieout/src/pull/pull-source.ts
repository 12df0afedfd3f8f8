import { Effect } from "effect";
import type { LedgerWriteError } from "../ledger/failures.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Observation } from "../ledger/store/Entry.ts";
import type { Kind, Kinds } from "../ledger/store/kinds.ts";
import type { Run } from "../ledger/store/Run.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";
import type { Line } from "./Line.ts";
import { Progress } from "./Progress.ts";
import { isReused, type Reason, type RereadPolicy, rereadReason } from "./reread.ts";
import { storeAsRead } from "./store-as-read.ts";

/** Above this share of records that had to be left out, a source is not believed at all. */
const INVALID_SHARE_MAX = 0.01;

/** A list that is empty where it was not says more about the list than about the batches. */
export const refuseEmptied = Effect.fnUntraced(function* (
  run: Run,
  source: string,
  kind: Kind,
  listed: number,
) {
  if (listed > 0) return;
  const known = (yield* (yield* Ledger).entries(run, kind)).length;
  if (known > 0)
    return yield* new SourceFailed({
      source,
      kind: "untrusted",
      problem: `${source} lists no batches, and listed ${known} before: check that the key is the right one`,
    });
});

/** Fails when more than one in a hundred of a source's records broke its spec. */
export const refuseMostlyInvalid = Effect.fnUntraced(function* (
  source: string,
  valid: number,
  invalid: number,
) {
  if (invalid > (valid + invalid) * INVALID_SHARE_MAX)
    return yield* new SourceFailed({
      source,
      kind: "untrusted",
      problem: `${source} sent ${invalid} records that break its spec, of ${valid + invalid}: more than 1 in 100`,
    });
});

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

/** A observation with its details as a run found them: how many records they hold, and how many had to be left out. */
export interface ReadDetails<K extends Kind> extends Observation<K> {
  readonly records: number;
  readonly invalid: number;
}

/** How the details of one kind are read. */
export interface DetailReader<K extends Kind, Found extends ReadDetails<K>, E, R> {
  readonly source: string;
  /** Requests at once. */
  readonly concurrency: number;
  /** Where calls for details wait until they begin. */
  readonly line: Line;
  readonly policy: RereadPolicy<K>;
  /** Reads details, and keeps nothing of their rows: many are held until they are stored together. */
  readonly read: (header: Kinds[K]["header"]) => Effect.Effect<Found, E | SourceFailed, R>;
  /** How many records a header says there are; what details hold that are not read tonight. */
  readonly declared: (header: Kinds[K]["header"]) => number;
  /** What is done with observations in the transaction that stores them; their details' numbers come in the same order. */
  readonly whenStored?: (
    observations: ReadonlyArray<Found>,
    detailsIds: ReadonlyArray<number | null>,
  ) => Effect.Effect<void, LedgerWriteError>;
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
      Effect.map((observation): ReadonlyArray<A> => [observation]),
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

/** Reads details where there is a reason to, a few at once, and stores each as progress; tells how far it is. */
export const pullDetails = Effect.fnUntraced(function* <K extends Kind, Found extends ReadDetails<K>, E, R>(
  kind: K,
  headers: ReadonlyArray<Kinds[K]["header"]>,
  {
    source,
    concurrency,
    line,
    policy,
    read,
    declared,
    whenStored = () => Effect.void,
  }: DetailReader<K, Found, E, R>,
) {
  const ledger = yield* Ledger;
  const progress = yield* Progress;
  const known = yield* ledger.known(policy.run, kind);
  const planned = headers.map((header) => ({
    header,
    reason: rereadReason(header, known.get(header.id), policy),
  }));
  const wanted = planned.filter(({ reason }) => !isReused(reason));
  const total = wanted.length;
  // A share of tonight's records alone would grow with every batch that need not be read again.
  const reused = planned.filter(({ reason }) => isReused(reason));
  const soFar = {
    read: 0,
    records: reused.reduce((sum, { header }) => sum + declared(header), 0),
    invalid: 0,
  };
  const atOnce = Math.max(1, Math.min(concurrency * DETAILS_A_REQUEST, wanted.length));
  const { attempt, unread } = tolerant<Found, E, R>(atOnce);

  const store = Effect.fnUntraced(function* (observations: ReadonlyArray<Found>) {
    for (const { records, invalid } of observations) {
      soFar.records += records;
      soFar.invalid += invalid;
    }
    const stored = ledger.store(policy.run, kind, observations);
    yield* ledger.whileLeased(Effect.flatMap(stored, (detailsIds) => whenStored(observations, detailsIds)));
    soFar.read += observations.length;
    yield* progress.reading({ source, read: soFar.read, total });
  });
  yield* progress.reading({ source, read: 0, total });
  yield* storeAsRead(wanted, {
    concurrency: atOnce,
    read: ({ header }) => attempt(header.id, line.within(read(header))),
    store,
  });
  return {
    details: countReasons(planned.map(({ reason }) => reason)),
    records: soFar.records,
    invalid: soFar.invalid,
    unread,
  } satisfies DetailCounts;
});
