import { Command, Flag } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const maxAge = Flag.String("max-age").pipe(
  Flag.withMetavar("DURATION"),
  Flag.withDescription("Exit 75 where a book's newest nightly report is older, as 26h or 3 days"),
  Flag.optional,
);

/** `tieout status`: how the ledger stands. */
export const status = Command.make(
  "status",
  { flags: settingFlags("status"), json: outputFlags.json, maxAge },
  handled(({ status }) => status),
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
