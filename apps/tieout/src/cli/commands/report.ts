import { Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

/** `tieout report`: close and publish from the ledger alone. */
export const report = Command.make(
  "report",
  { flags: settingFlags("report"), ...outputFlags },
  handled(({ report }) => report),
).pipe(
  Command.withDescription("Reconcile and publish from the ledger alone: no key, no network"),
  Command.withExamples([
    { command: "tieout report", description: "Report again, as after a change of the configuration" },
    {
      command: "tieout report --as-of 2026-11-20T02:00:00Z --out ./rebuilt",
      description: "Rebuild what was known then, byte for byte",
    },
  ]),
);
