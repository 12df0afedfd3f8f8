import { Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

/** `tieout fleet`: the nightly job where runners do it. */
export const fleet = Command.make(
  "fleet",
  { flags: settingFlags("fleet"), ...outputFlags },
  handled(({ fleet }) => fleet),
).pipe(
  Command.withDescription(
    "Hand tonight's books to the runners and wait for them: the nightly job of many books",
  ),
  Command.withExamples([
    { command: "tieout fleet --deadline 4h", description: "All books, and at most four hours" },
  ]),
);
