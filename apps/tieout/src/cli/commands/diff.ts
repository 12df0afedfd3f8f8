import { Argument, Command, Flag } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const report = (name: string, which: string) =>
  Argument.String(name).pipe(
    Argument.withDescription(`The ${which} report: its directory, or its day (2026-11-19, or 2026-11-19/r1)`),
  );

/** `tieout diff FROM TO`: what differs between two reports. */
export const diff = Command.make(
  "diff",
  {
    from: report("FROM", "first"),
    to: report("TO", "second"),
    flags: settingFlags("diff"),
    csv: Flag.Boolean("csv").pipe(
      Flag.withDescription("Print a CSV, one row a cell that changed and a row that came or went"),
      Flag.withDefault(false),
    ),
    json: outputFlags.json,
  },
  handled(({ diff }) => diff),
).pipe(
  Command.withDescription(
    "Say what differs between two reports, offline: settings, totals, figures row by row, exceptions that came and went; exit 0 also where they differ",
  ),
  Command.withExamples([
    { command: "tieout diff 2026-11-12 2026-11-19", description: "What changed since last week" },
    {
      command: "tieout diff out/default/2026-11-19/r1 out/default/2026-11-19/r2 --csv",
      description: "Between two revisions, for a spreadsheet",
    },
  ]),
);
