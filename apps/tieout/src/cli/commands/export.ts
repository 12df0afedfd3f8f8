import { Command, Flag } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const flags = {
  batches: Flag.String("batch").pipe(
    Flag.withMetavar("ID"),
    Flag.withDescription(
      "Rows of this settlement batch, by its id or processor_batch_id; may be given more than once",
    ),
    Flag.atLeast(0),
  ),
  file: Flag.String("file").pipe(
    Flag.withMetavar("FILE"),
    Flag.withDescription("Where the CSV goes, in place of what is there (default: standard output)"),
    Flag.optional,
  ),
} as const;

/** `tieout export transactions`: an itemised CSV of settlement batches. */
const transactions = Command.make(
  "transactions",
  { ...flags, settings: settingFlags("export"), quiet: outputFlags.quiet },
  handled(({ transactions }) => transactions),
).pipe(
  Command.withDescription(
    "Print every row that the ledger holds of settlement batches as a CSV: where it counts, or why it does not",
  ),
  Command.withExamples([
    { command: "tieout export transactions --month 2026-10 --file october.csv", description: "A month" },
    {
      command: "tieout export transactions --batch 0017",
      description: "A batch, by the number on its statement",
    },
    {
      command: "tieout export transactions --from 2026-11-01 --to 2026-11-08 --as-of 2026-11-20T02:00:00Z",
      description: "A week, as it was known then",
    },
  ]),
);

/** `tieout export`: what a report has no file for. */
export const exporting = Command.make("export").pipe(
  Command.withDescription("Print what a report has no file for"),
  Command.withSubcommands([transactions]),
);
