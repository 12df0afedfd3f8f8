import { Effect, Stream } from "effect";
import { type Kind, type Kinds, Ledger, type Run, type Sighting } from "../ledger/Ledger.ts";
import { Progress } from "../operate/progress.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";

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

/**
 * Reads the details of every header, a few at once, and stores each as progress; tells how far it is.
 *
 * Holds no more than what is being read and one transaction's worth of details, whatever their number.
 */
export const pullDetails = <K extends Kind, E, R>(
  run: Run,
  kind: K,
  headers: ReadonlyArray<Kinds[K]["header"]>,
  options: {
    readonly source: string;
    readonly concurrency: number;
    readonly read: (header: Kinds[K]["header"]) => Effect.Effect<Sighting<K>, E, R>;
  },
) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    const progress = yield* Progress;
    const { concurrency, source } = options;
    let read = 0;
    yield* progress.reading({ source, read, total: headers.length });
    const store = Effect.fnUntraced(function* (sightings: ReadonlyArray<Sighting<K>>) {
      yield* ledger.store(run, kind, sightings);
      read += sightings.length;
      yield* progress.reading({ source, read, total: headers.length });
    });
    yield* Stream.fromIterable(headers).pipe(
      Stream.mapEffect(options.read, { concurrency, unordered: true }),
      Stream.grouped(STORED_AT_ONCE),
      Stream.runForEach(store),
    );
  });
