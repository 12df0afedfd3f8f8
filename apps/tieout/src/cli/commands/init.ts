import { Command } from "effect/cli";
import { settingFlags } from "../flags.ts";
import { handled } from "../handled.ts";

/** `tieout init`: a config file to begin with. */
export const init = Command.make(
  "init",
  { flags: settingFlags("init") },
  handled(({ init }) => init),
).pipe(
  Command.withDescription("Write a commented config file that runs as it is, and say what to do next"),
  Command.withExamples([{ command: "tieout init", description: "Write ./tieout.config.json" }]),
);
