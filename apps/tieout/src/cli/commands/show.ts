import { Argument, Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const recordId = Argument.String("ID").pipe(
  Argument.withDescription(
    "The id of a batch, a cohort (cohort_id), a credential batch or a transaction; of a batch also processor_batch_id",
  ),
);

/** `tieout show`: any row with what it rests on, whether it ties out or not. */
export const show = Command.make(
  "show",
  { recordId, flags: settingFlags("show"), json: outputFlags.json },
  handled(({ show }) => show),
).pipe(
  Command.withDescription(
    "Show any batch, cohort, credential batch or transaction: its records, its arithmetic, its exceptions, and what reports showed of it",
  ),
  Command.withExamples([
    {
      command: "tieout show 3293ec6c-0000-400c-8000-4b287e000000",
      description: "A settlement batch, row by row",
    },
    { command: "tieout show 0017", description: "The same by the number on the processor's statement" },
    { command: 'tieout show "live/prog_1/may 2025 cohort"', description: "A cohort, by its cohort_id" },
    {
      command: "tieout show 3293ec6c-0000-400c-8000-4b287e000000 --as-of 2026-11-20T02:00:00Z --json",
      description: "As it was known then, for a program",
    },
  ]),
);
