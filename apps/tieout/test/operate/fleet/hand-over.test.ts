import { Console, Effect } from "effect";
import { expect, it } from "vitest";
import { FleetView } from "../../../src/cli/FleetView.ts";
import { BookNight, NightEnd } from "../../../src/operate/fleet/BookNight.ts";
import { EngineFailed, FleetEngine } from "../../../src/operate/fleet/FleetEngine.ts";
import { handOver } from "../../../src/operate/fleet/hand-over.ts";

const night = new BookNight({
  book: "acme",
  day: "2026-11-19",
  attempt: 1,
  asOf: "2026-11-20T02:00:00.000Z",
  isAsOfNow: false,
  endsAtMs: 0,
  configuration: "c",
});

const end = new NightEnd({ exit: 0, problem: null, isBegun: true, runner: "r" });

/** Fails the first time, as a database that is away for a moment. */
const awayOnce = <A>(effect: Effect.Effect<A>) => {
  let isAway = true;
  return Effect.suspend((): Effect.Effect<A, EngineFailed> => {
    if (!isAway) return effect;
    isAway = false;
    return Effect.fail(new EngineFailed({ problem: "could not be used: it is away", fault: "interrupted" }));
  });
};

it("says once that what the runners share is away, waits until it is back, and loses no book", async () => {
  const said: Array<unknown> = [];
  const ended = awayOnce(Effect.succeedNone);
  const engine = FleetEngine.of({
    run: () => Effect.succeed(end),
    ended: () => ended,
    runners: awayOnce(Effect.succeed(1)),
    serve: () => Effect.never,
    forget: () => Effect.void,
  });
  const view = new FleetView(false, "the database");

  const found = await Effect.runPromise(
    handOver([night], 60_000, view).pipe(
      Effect.provideService(FleetEngine, engine),
      Effect.provideService(
        Console.Console,
        Object.assign({ ...console }, { error: (text: unknown) => said.push(text) }),
      ),
    ),
  );

  expect(found).toEqual([{ night, end, isEarlier: false }]);
  expect(said).toEqual([
    "Warning: The database of the fleet could not be used: it is away; the books wait until it can",
  ]);
});
