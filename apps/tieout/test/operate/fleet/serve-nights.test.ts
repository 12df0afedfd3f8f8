// Proves that a night which is broken off knows whether its runner goes on, or was told to end.

import { Deferred, Effect, Fiber } from "effect";
import { expect, it } from "vitest";
import { TriesAgain } from "../../../src/ledger/lease/TriesAgain.ts";
import { BookNight } from "../../../src/operate/fleet/BookNight.ts";
import { FleetEngine } from "../../../src/operate/fleet/FleetEngine.ts";
import { serveNights } from "../../../src/operate/fleet/serve-nights.ts";

const NIGHT = new BookNight({
  ...{ book: "acme", day: "2026-11-19", attempt: 1, asOf: "2026-11-20T02:00:00.000Z", isAsOfNow: false },
  ...{ endsAtMs: 0, configuration: "c" },
});

it("a lease is tried to be given back again while the runner goes on, not once it was told to end", async () => {
  const seen: Array<boolean> = [];
  await Effect.runPromise(
    Effect.gen(function* () {
      const isBegun = yield* Deferred.make<void>();
      const engine = FleetEngine.of({
        run: () => Effect.never,
        ended: () => Effect.succeedNone,
        runners: Effect.succeed(1),
        serve: (work) => Effect.andThen(work(NIGHT), Effect.never),
        forget: () => Effect.void,
      });
      const serving = yield* serveNights(1, () =>
        Effect.gen(function* () {
          const triesAgain = yield* TriesAgain;
          seen.push(triesAgain());
          yield* Effect.addFinalizer(() => Effect.sync(() => seen.push(triesAgain())));
          yield* Deferred.succeed(isBegun, undefined);
          return yield* Effect.never;
        }).pipe(Effect.scoped),
      ).pipe(Effect.provideService(FleetEngine, engine), Effect.forkChild);
      yield* Deferred.await(isBegun);
      yield* Fiber.interrupt(serving);
    }),
  );
  expect(seen).toEqual([true, false]);
});
