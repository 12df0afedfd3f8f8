import { Argument, Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const file = Argument.String("FILE").pipe(
  Argument.withDescription("Where the copy goes; its key goes beside it, as FILE.key. Nothing is replaced"),
);

/** `tieout backup FILE`: copies the ledger and its key. */
export const backup = Command.make(
  "backup",
  { file, places: settingFlags("backup"), ...outputFlags },
  handled(({ backup }) => backup),
).pipe(
  Command.withDescription(
    "Copy the ledger and its key, whole or not at all, also while a run goes on; the copy is looked at before it gets its name",
  ),
  Command.withExamples([
    {
      command: "tieout backup backups/tieout-2026-11-20.db",
      description: "Keep the two files of a backup together: either is worth nothing without the other",
    },
  ]),
);
