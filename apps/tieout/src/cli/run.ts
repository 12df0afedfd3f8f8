import { Effect } from "effect";
import { settingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { runBook } from "../operate/night/book-night.ts";
import { eachBook } from "../operate/night/each-book.ts";
import { ending } from "./ending.ts";
import { failingAsJson } from "./failure-json.ts";
import type { Output } from "./flags.ts";
import { logging } from "./logging.ts";
import { NightEnds } from "./night-ends.ts";
import { badEndsOf, printNight } from "./print-night.ts";
import { printSharding } from "./print-sharding.ts";
import { progressFor } from "./progress.ts";
import { quietly } from "./quietly.ts";
import { traced } from "./traced.ts";

/** What `tieout run` does. */
export const run = Effect.fnUntraced(
  function* ({ quiet, json, flags }: Output & { readonly flags: Flags }) {
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
);
