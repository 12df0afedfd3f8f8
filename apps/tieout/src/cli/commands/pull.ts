import { Command } from "effect/cli";
import { outputFlags, settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

/** `tieout pull`: read both sources into the ledger, and nothing more. */
export const pull = Command.make(
  "pull",
  { flags: settingFlags("pull"), ...outputFlags },
  handled(({ pull }) => pull),
).pipe(
  Command.withDescription("Read both sources into the ledger, without a report"),
  Command.withExamples([{ command: "tieout pull --full", description: "Read every detail again" }]),
);
