import { Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

/** `tieout run`: the nightly job. */
export const run = Command.make(
  "run",
  { flags: settingFlags("run"), ...outputFlags },
  handled(({ run }) => run),
).pipe(
  Command.withDescription("Pull both sources, reconcile them and publish the report: the nightly job"),
  Command.withExamples([
    {
      command: "tieout run",
      description: "Report on the 35 business days before today, and on whatever no report has shown",
    },
    {
      command: "tieout run --timezone Europe/Berlin --cutoff 02:30 --fail-on high",
      description: "Days begin at 02:30 in Berlin; exit 2 when something serious is open",
    },
    { command: "tieout run --month 2026-10", description: "Report on October, beside the nightly reports" },
  ]),
);
