import { Effect, Stream } from "effect";
import { type Kind, type Kinds, Ledger, type Run, type Sighting } from "../ledger/Ledger.ts";
import { Progress } from "../operate/progress.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";
import { isReused, type Reason, type RereadPolicy, rereadReason } from "./reread.ts";

/** Details stored in one transaction: few enough that a killed run loses little, enough to be quick. */
const STORED_AT_ONCE = 20;

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
  readonly records: number;
  readonly invalid: number;
}

/** How the details of one kind are read. */
export interface DetailReader<K extends Kind, E, R> {
  readonly source: string;
  readonly concurrency: number;
  readonly policy: RereadPolicy<K>;
  readonly read: (header: Kinds[K]["header"]) => Effect.Effect<Sighting<K>, E, R>;
  /** How many records details hold, and how many had to be left out. */
  readonly size: (sighting: Sighting<K>) => { readonly records: number; readonly invalid: number };
}

const countReasons = (reasons: ReadonlyArray<Reason>): DetailCounts["details"] =>
  Object.fromEntries(
    [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => [reason, all.length]),
  );

/**
 * Reads details where there is a reason to, a few at once, and stores each as progress; tells how far it is.
 *
 * Holds no more than what is being read and one transaction's worth of details, whatever their number.
 */
export const pullDetails = Effect.fnUntraced(function* <K extends Kind, E, R>(
  kind: K,
  headers: ReadonlyArray<Kinds[K]["header"]>,
  { source, concurrency, policy, read, size }: DetailReader<K, E, R>,
) {
  const ledger = yield* Ledger;
  const progress = yield* Progress;
  const known = new Map((yield* ledger.entries(policy.run, kind)).map((entry) => [entry.header.id, entry]));
  const planned = headers.map((header) => ({
    header,
    reason: rereadReason(header, known.get(header.id), policy),
  }));
  const wanted = planned.filter(({ reason }) => !isReused(reason));
  const total = wanted.length;
  const soFar = { read: 0, records: 0, invalid: 0 };

  const store = Effect.fnUntraced(function* (sightings: ReadonlyArray<Sighting<K>>) {
    for (const { records, invalid } of sightings.map(size)) {
      soFar.records += records;
      soFar.invalid += invalid;
    }
    yield* ledger.store(policy.run, kind, sightings);
    soFar.read += sightings.length;
    yield* progress.reading({ source, read: soFar.read, total });
  });
  yield* progress.reading({ source, read: 0, total });
  yield* Stream.fromIterable(wanted).pipe(
    Stream.mapEffect(({ header }) => read(header), { concurrency, unordered: true }),
    Stream.grouped(STORED_AT_ONCE),
    Stream.runForEach(store),
  );
  return {
    details: countReasons(planned.map(({ reason }) => reason)),
    records: soFar.records,
    invalid: soFar.invalid,
  } satisfies DetailCounts;
});
