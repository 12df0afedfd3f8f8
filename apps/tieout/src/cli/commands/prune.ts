import { Command, Flag } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const flags = {
  keep: Flag.String("keep").pipe(
    Flag.withMetavar("DURATION"),
    Flag.withDescription("Reports of this long stay as they are: 90d, 60 weeks, 7 years"),
  ),
  reports: Flag.Boolean("reports").pipe(
    Flag.withDescription(
      "Reports of days that the ledger keeps none of go from the output directory as well",
    ),
    Flag.withDefault(false),
  ),
  yes: Flag.Boolean("yes").pipe(
    Flag.withDescription("Remove it; without this, only say what would be removed"),
    Flag.withDefault(false),
  ),
} as const;

/** `tieout prune`: makes the ledger forget what no kept report needs. */
export const prune = Command.make(
  "prune",
  { ...flags, places: settingFlags("prune"), ...outputFlags },
  handled(({ prune }) => prune),
).pipe(
  Command.withDescription(
    "Remove from the ledger what no report of the last time needs, and give the room back; says first what that is",
  ),
  Command.withExamples([
    { command: "tieout prune --keep 400d", description: "Say what would be removed" },
    { command: "tieout prune --keep 400d --yes", description: "Remove it" },
    { command: "tieout prune --keep 400d --reports --yes", description: "The reports of those days as well" },
  ]),
);
