import { Argument, Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

const exceptionId = Argument.String("EXCEPTION_ID").pipe(
  Argument.withDescription("The id of an exception: the first column of exceptions.csv"),
);

/** `tieout explain`: why an exception stands. */
export const explain = Command.make(
  "explain",
  { exceptionId, flags: settingFlags("explain"), json: outputFlags.json },
  handled(({ explain }) => explain),
).pipe(
  Command.withDescription("Show why an exception stands: the records, the rule, the arithmetic, the nights"),
  Command.withExamples([
    { command: "tieout explain x_98e084d94efa", description: "Needs the ledger; no key and no network" },
  ]),
);
