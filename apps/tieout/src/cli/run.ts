import { Effect } from "effect";
import { settingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { failingAsJson } from "./failure-json.ts";
import type { Output } from "./flags.ts";
import { logging } from "./logging.ts";
import { nightly } from "./nightly.ts";
import { printSharding } from "./print-sharding.ts";
import { progressFor } from "./progress.ts";
import { quietly } from "./quietly.ts";
import { traced } from "./traced.ts";

/** What `tieout run` does. */
export const run = Effect.fnUntraced(
  function* ({ quiet, json, flags }: Output & { readonly flags: Flags }) {
    const settings = Effect.tap(settingsOf(flags), printSharding);
    const progress = yield* progressFor({ quiet, json });
    yield* nightly(settings, { flags, quiet, json, isOfFleet: false }).pipe(Effect.provide(progress));
  },
  traced("tieout run"),
  failingAsJson,
  quietly,
  logging,
);
