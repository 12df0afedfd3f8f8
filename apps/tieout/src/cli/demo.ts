import { Console, Effect } from "effect";
import { openDemoDirectory } from "../operate/demo/demo-directory.ts";
import { demoNights } from "../operate/demo/demo-nights.ts";
import { printedSummary } from "./printed-summary.ts";
import { progressFor } from "./progress.ts";

/** What `tieout demo` does. */
export const demo = Effect.fnUntraced(function* ({ directory }: { readonly directory: string }) {
  const dir = yield* openDemoDirectory(directory);
  yield* demoNights(dir, (night, summary) =>
    Console.log(`Night ${night} of 3\n\n${printedSummary(summary)}\n`),
  ).pipe(Effect.provide(yield* progressFor({ quiet: false, json: false })));
  yield* Console.log(
    `Real HTTP pulls from a sandbox on this machine; nothing left it. Compare the nights: their reports are\n` +
      `beside each other in ${dir}/out/default, and \`latest\` points at the last one.`,
  );
});
