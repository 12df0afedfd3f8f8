import { Effect } from "effect";
import { Command } from "effect/cli";
import { reportSettingsOf, requireLedger } from "../config/environment.ts";
import { reportBook } from "../operate/night/book-night.ts";
import { eachBook } from "../operate/night/each-book.ts";
import { failingAsJson } from "./failure-json.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { logging } from "./logging.ts";
import { printNight } from "./print-night.ts";
import { printSharding } from "./print-sharding.ts";
import { quietly } from "./quietly.ts";

/** `tieout report`: close and publish from the ledger alone. */
export const report = Command.make(
  "report",
  { flags: settingFlags("report"), ...outputFlags },
  Effect.fnUntraced(
    function* ({ quiet, json, flags }) {
      const settings = yield* Effect.tap(reportSettingsOf(flags), printSharding);
      if (settings.books.length > 0) yield* requireLedger(settings);
      yield* printNight(yield* eachBook(settings, reportBook), { quiet, json });
    },
    failingAsJson,
    quietly,
    logging,
  ),
).pipe(
  Command.withDescription("Reconcile and publish from the ledger alone: no key, no network"),
  Command.withExamples([
    { command: "tieout report", description: "Report again, as after a change of the configuration" },
    {
      command: "tieout report --as-of 2026-11-20T02:00:00Z --out ./rebuilt",
      description: "Rebuild what was known then, byte for byte",
    },
  ]),
);
