import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { openDemoDirectory } from "../operate/demo/demo-directory.ts";
import { demoNights } from "../operate/demo/demo-nights.ts";
import { printedSummary } from "./printed-summary.ts";
import { progressFor } from "./progress.ts";

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
  Effect.fnUntraced(function* ({ directory }) {
    const dir = yield* openDemoDirectory(directory);
    yield* demoNights(dir, (night, summary) =>
      Console.log(`Night ${night} of 3\n\n${printedSummary(summary)}\n`),
    ).pipe(Effect.provide(yield* progressFor({ quiet: false, json: false })));
    yield* Console.log(
      `Real HTTP pulls from a sandbox on this machine; nothing left it. Compare the nights: their reports are\n` +
        `beside each other in ${dir}/out/default, and \`latest\` points at the last one.`,
    );
  }),
).pipe(
  Command.withDescription("Three nights against a sandbox on this machine: no key, no network, real CSVs"),
  Command.withExamples([
    { command: "tieout demo", description: "Look at ./tieout-demo/out/default/latest afterwards" },
  ]),
);
