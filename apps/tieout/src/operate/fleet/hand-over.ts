import { Effect, Option, Schedule } from "effect";
import { BookNight, type NightEnd } from "./BookNight.ts";
import { type EngineFailed, FleetEngine } from "./FleetEngine.ts";

/** What became of a book that was handed over. */
export interface HandedOver {
  readonly night: BookNight;
  readonly end: NightEnd;
  /** Whether that was known before: it was not done again. */
  readonly isEarlier: boolean;
}

/** How far a fleet is. */
export interface FleetProgress {
  readonly ended: number;
  readonly books: number;
  readonly runners: number;
}

/** Who is told how a fleet goes. */
export interface FleetObserver {
  readonly progress: (progress: FleetProgress) => Effect.Effect<void>;
  /** Nothing can be handed over at present; it is tried again. */
  readonly engineFailed: (failed: EngineFailed) => Effect.Effect<void>;
}

/** Exit codes after which there is nothing to do again. */
const DONE: ReadonlySet<number> = new Set([0, 2]);

/** As often can one book be handed over on one day; somebody who goes on by then has something else to mend. */
const ATTEMPTS_MAX = 1000;

const TRIED_AGAIN = "2 seconds";
const LOOKED_EVERY = "2 seconds";

/** Hands the night of a book over and waits for its end, unless an earlier one of the day was good. */
const follow = Effect.fnUntraced(function* (first: BookNight, observer: FleetObserver) {
  const engine = yield* FleetEngine;
  const persistent = <A>(effect: Effect.Effect<A, EngineFailed>) =>
    effect.pipe(
      Effect.tapError((failed) => observer.engineFailed(failed)),
      Effect.retry(Schedule.spaced(TRIED_AGAIN)),
    );
  for (let attempt = 1; attempt < ATTEMPTS_MAX; attempt += 1) {
    const night = new BookNight({ ...first, attempt });
    const earlier = yield* persistent(engine.ended(night));
    if (Option.isSome(earlier)) {
      if (DONE.has(earlier.value.exit))
        return { night, end: earlier.value, isEarlier: true } satisfies HandedOver;
      continue;
    }
    const end = yield* persistent(engine.run(night));
    // Handed over by an earlier fleet, whose time was over before a runner came.
    if (!end.isBegun) continue;
    return { night, end, isEarlier: false } satisfies HandedOver;
  }
  return yield* Effect.die(new Error(`${first.book} was handed over ${ATTEMPTS_MAX} times on ${first.day}`));
});

/**
 * Hands nights to the runners and waits for their ends, at most so long. Gives those that ended; a night that did not may
 * still end, and whoever hands it over again waits for the same one.
 */
export const handOver = Effect.fnUntraced(function* (
  nights: ReadonlyArray<BookNight>,
  waitMs: number,
  observer: FleetObserver,
) {
  const engine = yield* FleetEngine;
  const ended: Array<HandedOver> = [];
  const looking = Effect.gen(function* () {
    const runners = yield* engine.runners;
    yield* observer.progress({ ended: ended.length, books: nights.length, runners });
  }).pipe(
    Effect.catch((failed) => observer.engineFailed(failed)),
    Effect.repeat(Schedule.spaced(LOOKED_EVERY)),
  );
  yield* Effect.forEach(
    nights,
    (night) => Effect.map(follow(night, observer), (found) => void ended.push(found)),
    { concurrency: "unbounded", discard: true },
  ).pipe(Effect.race(Effect.andThen(looking, Effect.never)), Effect.timeoutOption(waitMs));
  return ended;
});
