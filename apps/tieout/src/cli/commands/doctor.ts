import { Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

/** `tieout doctor`: what a run would meet. */
export const doctor = Command.make(
  "doctor",
  { flags: settingFlags("doctor"), json: outputFlags.json },
  handled(({ doctor }) => doctor),
).pipe(
  Command.withDescription(
    "Look at settings, rosters, ledger, output and every source, say what is wrong and what to do, and exit as run would; nothing is written, and one request goes to each source",
  ),
  Command.withExamples([
    { command: "tieout doctor", description: "Before the first night, and after a bad one" },
    { command: "tieout doctor --json", description: "The same as data" },
  ]),
);
