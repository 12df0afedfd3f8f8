import { Effect } from "effect";
import * as Stdio from "effect/Stdio";
import { Progress } from "../pull/Progress.ts";

/** Progress for a person at a terminal; none when output is piped or meant for a machine. */
export const progressFor = (output: { readonly quiet: boolean; readonly json: boolean }) =>
  Effect.gen(function* () {
    const isWatched = yield* (yield* Stdio.Stdio).stderrIsTerminal;
    return isWatched && !output.quiet && !output.json ? Progress.terminal : Progress.silent;
  });
