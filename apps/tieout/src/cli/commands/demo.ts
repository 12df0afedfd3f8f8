import { Command, Flag } from "effect/cli";
import { handled } from "../handled.ts";

const flags = {
  directory: Flag.String("dir").pipe(
    Flag.withMetavar("DIR"),
    Flag.withDescription("Where ledger and reports of the demo go, emptied first (default ./tieout-demo)"),
    Flag.withDefault("./tieout-demo"),
  ),
} as const;

/** `tieout demo`: the sandbox in process, three nights in a row. */
export const demo = Command.make(
  "demo",
  flags,
  handled(({ demo }) => demo),
).pipe(
  Command.withDescription("Three nights against a sandbox on this machine: no key, no network, real CSVs"),
  Command.withExamples([
    { command: "tieout demo", description: "Look at ./tieout-demo/out/default/latest afterwards" },
  ]),
);
