import { Effect, Fiber, Schedule, Semaphore } from "effect";
import { CurrentLooks, LedgerLooks } from "../../ledger/digest/LedgerLooks.ts";
import { TriesAgain } from "../../ledger/lease/TriesAgain.ts";
import { CurrentIndexPace } from "../../publish/index-page/IndexPace.ts";
import { DividedLimits } from "../../sources/wire/divided-limits.ts";
import { SharedRequests } from "../../sources/wire/shared-requests.ts";
import { LeasePatience } from "../night/each-book.ts";
import { IsThroughProxy } from "../process/go-through-proxy.ts";
import type { BookNight, NightEnd } from "./BookNight.ts";
import { FleetEngine } from "./FleetEngine.ts";

/** How often a runner counts the others. */
const COUNTED_EVERY = "2 seconds";

/** A lease whose holder is gone lasts half a minute; a little more, for the clocks of two machines. */
const PATIENCE_S = 40;

/**
 * Joins the runners and does nights as they come, so many at once, until it is interrupted. The rate at which the host of
 * an API may be asked is divided among the runners that are there.
 */
export const serveNights = Effect.fnUntraced(function* <R>(
  booksAtOnce: number,
  doNight: (night: BookNight) => Effect.Effect<NightEnd, never, R>,
) {
  const engine = yield* FleetEngine;
  const limits = new DividedLimits(booksAtOnce);
  const looks = new LedgerLooks();
  const pace = yield* CurrentIndexPace;
  const context = yield* Effect.context<R>();
  const places = yield* Semaphore.make(booksAtOnce);
  yield* engine.runners.pipe(
    Effect.map((runners) => limits.divideAmong(runners)),
    // Where it cannot be known, the last number stands: who cannot reach the database does no night either.
    Effect.catch(() => Effect.void),
    Effect.repeat(Schedule.spaced(COUNTED_EVERY)),
    Effect.forkScoped,
  );
  let isEnding = false;
  const serving = engine.serve((night) =>
    doNight(night).pipe(
      Effect.provideService(SharedRequests, limits),
      Effect.provideService(LeasePatience, PATIENCE_S),
      Effect.provideService(TriesAgain, () => !isEnding),
      Effect.provideService(CurrentLooks, looks),
      Effect.provideService(IsThroughProxy, true),
      Effect.provideContext(context),
      places.withPermits(1),
      pace.counting,
    ),
  );
  // Known before nights are broken off: they end only after that.
  return yield* Effect.forkScoped(serving).pipe(
    Effect.flatMap(Fiber.join),
    Effect.onInterrupt(() => Effect.sync(() => (isEnding = true))),
  );
}, Effect.scoped);
