import { Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

/** `tieout runner`: one of several processes that share the work. */
export const runner = Command.make(
  "runner",
  { flags: settingFlags("runner"), quiet: outputFlags.quiet },
  handled(({ runner }) => runner),
).pipe(
  Command.withDescription("Join the runners that share the books of a fleet, until it is stopped"),
  Command.withExamples([
    { command: "tieout runner --books-at-once 8", description: "Work on eight books at once" },
  ]),
);
