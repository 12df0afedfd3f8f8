import { existsSync } from "node:fs";
import { Console, Effect } from "effect";
import { Command } from "effect/cli";
import { ledgerSettingsOf } from "../config/environment.ts";
import { ledgerStatus } from "../operate/inspect/status.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { asLines } from "./printable.ts";
import { printedStatus } from "./printed-status.ts";

const { json: jsonFlag } = outputFlags;

/** `tieout status`: how the ledger stands. */
export const status = Command.make(
  "status",
  { flags: settingFlags("status"), json: jsonFlag },
  Effect.fnUntraced(function* ({ json, flags }) {
    const settings = yield* ledgerSettingsOf(flags);
    // Nothing is wrong before the first run; and what only looks must not leave an empty ledger behind.
    if (!existsSync(settings.ledgerFile)) {
      const message = `There is no ledger at ${settings.ledgerFile} yet: nothing was read so far`;
      return yield* Console.log(json ? JSON.stringify({ ledger: null, books: [] }) : asLines([message]));
    }
    const found = yield* ledgerStatus(settings);
    yield* Console.log(json ? JSON.stringify(found) : printedStatus(found, settings.asOf));
  }),
).pipe(
  Command.withDescription(
    "How the ledger stands: last runs, open exceptions, how fresh each source is, and what a run would read now",
  ),
  Command.withExamples([
    {
      command: "tieout status",
      description: "No key, no network, and no need to wait for a run that is going on",
    },
    {
      command: "tieout status --json",
      description: "For a monitor: how old is the newest reading of each source",
    },
  ]),
);
