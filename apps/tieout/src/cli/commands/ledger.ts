import { Argument, Command } from "effect/cli";
import { outputFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const from = Argument.String("FROM").pipe(
  Argument.withDescription("The ledger to copy, as sqlite:PATH or postgres://ROLE@HOST:PORT/DATABASE"),
);

const to = Argument.String("TO").pipe(
  Argument.withDescription("Where the copy goes, in the same form; there may be none yet, or an empty one"),
);

/** `tieout ledger copy FROM TO`: moves a ledger to another database. */
const copy = Command.make(
  "copy",
  { from, to, ...outputFlags },
  handled((handlers) => handlers.copyLedger),
).pipe(
  Command.withDescription(
    "Copy a ledger to another database, whole or not at all, each row read back and compared; nothing may run meanwhile",
  ),
  Command.withExamples([
    {
      command: "tieout ledger copy sqlite:./tieout.db postgres://tieout@db.internal/tieout",
      description: "The next run on the copy reports what it would have reported on the first",
    },
  ]),
);

/** `tieout ledger`: what is done to a ledger as a whole. */
export const ledger = Command.make("ledger").pipe(
  Command.withDescription("Move a ledger to another database"),
  Command.withSubcommands([copy]),
);
