import { Effect } from "effect";
import { reportSettingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { requireLedger } from "../ledger/open-ledger.ts";
import { reportBook } from "../operate/night/book-night.ts";
import { eachBook } from "../operate/night/each-book.ts";
import { failingAsJson } from "./failure-json.ts";
import type { Output } from "./flags.ts";
import { logging } from "./logging.ts";
import { printNight } from "./print-night.ts";
import { printSharding } from "./print-sharding.ts";
import { quietly } from "./quietly.ts";

/** What `tieout report` does. */
export const report = Effect.fnUntraced(
  function* ({ quiet, json, flags }: Output & { readonly flags: Flags }) {
    const settings = yield* Effect.tap(reportSettingsOf(flags), printSharding);
    if (settings.books.length > 0) yield* requireLedger(settings.ledger);
    yield* printNight(yield* eachBook(settings, reportBook), { quiet, json });
  },
  failingAsJson,
  quietly,
  logging,
);
