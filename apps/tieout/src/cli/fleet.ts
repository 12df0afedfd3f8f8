import { Clock, Console, Effect, Stdio } from "effect";
import { statusSettingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import type { Settings } from "../config/Settings.ts";
import { FleetEngine } from "../operate/fleet/FleetEngine.ts";
import { handOver } from "../operate/fleet/hand-over.ts";
import { handedNight } from "../operate/fleet/handed-night.ts";
import { FleetView } from "./FleetView.ts";
import { failingAsJson } from "./failure-json.ts";
import type { Output } from "./flags.ts";
import { logging } from "./logging.ts";
import { openEngine } from "./open-engine.ts";
import { printFleet } from "./print-fleet.ts";
import { printSharding } from "./print-sharding.ts";
import { quietly } from "./quietly.ts";

/** How long what was handed over is remembered: long enough for somebody to look why a night ended as it did. */
const REMEMBERED_MS = 7 * 86_400_000;

/** Of the deadline, how much is kept for ends to be told in; at most so much. */
const TOLD_SHARE = 0.1;
const TOLD_MAX_MS = 10_000;

/** Hands the books of the settings over and waits for them. */
const waitFor = Effect.fnUntraced(function* (settings: Settings, view: FleetView) {
  const engine = yield* FleetEngine;
  const nowMs = yield* Clock.currentTimeMillis;
  yield* engine.forget(nowMs - REMEMBERED_MS);
  const { deadlineMs } = settings;
  const endsAtMs = nowMs + deadlineMs - Math.min(TOLD_MAX_MS, deadlineMs * TOLD_SHARE);
  const nights = settings.books.map((book) => handedNight(settings, book, endsAtMs));
  const ended = yield* handOver(nights, deadlineMs, view);
  return { nights, ended };
});

/** What `tieout fleet` does. */
export const fleet = Effect.fnUntraced(
  function* ({ quiet, json, flags }: Output & { readonly flags: Flags }) {
    const settings = yield* Effect.tap(statusSettingsOf(flags), printSharding);
    const { engine, database } = yield* openEngine(settings);
    const isWatched = yield* (yield* Stdio.Stdio).stderrIsTerminal;
    const view = new FleetView(isWatched && !quiet && !json, database);
    const found = yield* waitFor(settings, view).pipe(
      Effect.provide(engine),
      Effect.ensuring(view.done),
      Effect.onInterrupt(() =>
        Console.error(
          "Stopped waiting; the runners go on with what they have: tieout fleet waits for the same again",
        ),
      ),
    );
    yield* printFleet({ ...found, wereRunners: view.wereRunners }, { quiet, json });
  },
  failingAsJson,
  quietly,
  logging,
);
