import { Effect } from "effect";
import { Command } from "effect/cli";
import { settingsOf } from "../config/environment.ts";
import { runBook } from "../operate/night/book-night.ts";
import { eachBook } from "../operate/night/each-book.ts";
import { ending } from "./ending.ts";
import { failingAsJson } from "./failure-json.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { logging } from "./logging.ts";
import { NightEnds } from "./night-ends.ts";
import { badEndsOf, printNight } from "./print-night.ts";
import { printSharding } from "./print-sharding.ts";
import { progressFor } from "./progress.ts";
import { quietly } from "./quietly.ts";
import { traced } from "./traced.ts";

/** `tieout run`: the nightly job. */
export const run = Command.make(
  "run",
  { flags: settingFlags("run"), ...outputFlags },
  Effect.fnUntraced(
    function* ({ quiet, json, flags }) {
      const progress = yield* progressFor({ quiet, json });
      const ends = new NightEnds(badEndsOf);
      const night = Effect.gen(function* () {
        const settings = yield* Effect.tap(settingsOf(flags), printSharding);
        const found = yield* eachBook(settings, (one) => ends.noting(one.book.name, runBook(one)));
        ends.failed(found.failures);
        yield* printNight(found, { quiet, json });
      });
      yield* ending(night.pipe(Effect.provide(progress)), { flags, ends, isTold: true });
    },
    traced("tieout run"),
    failingAsJson,
    quietly,
    logging,
  ),
).pipe(
  Command.withDescription("Pull both sources, reconcile them and publish the report: the nightly job"),
  Command.withExamples([
    {
      command: "tieout run",
      description: "Report on the 35 business days before today, and on whatever no report has shown",
    },
    {
      command: "tieout run --timezone Europe/Berlin --cutoff 02:30 --fail-on high",
      description: "Days begin at 02:30 in Berlin; exit 2 when something serious is open",
    },
    { command: "tieout run --month 2026-10", description: "Report on October, beside the nightly reports" },
  ]),
);
