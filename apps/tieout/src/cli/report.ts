import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { Command } from "effect/cli";
import { environment } from "../config/environment.ts";
import { requireLedger } from "../config/require-ledger.ts";
import { resolveSettings } from "../config/resolve-settings.ts";
import { eachBook } from "../operate/night/each-book.ts";
import { reportBook } from "../operate/night/report-book.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { tellNight } from "./reporting.ts";

/** `tieout report`: close and publish from the ledger alone. */
export const report = Command.make(
  "report",
  { flags: settingFlags("report"), ...outputFlags },
  Effect.fnUntraced(function* ({ quiet, json, flags }) {
    const now = printInstant(yield* Clock.currentTimeMillis);
    const settings = yield* resolveSettings(flags, yield* environment, now, { needsSources: false });
    yield* requireLedger(settings);
    yield* tellNight(yield* eachBook(settings, reportBook), { quiet, json });
  }),
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
