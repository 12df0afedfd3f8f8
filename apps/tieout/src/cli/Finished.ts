import { Data, Effect } from "effect";
import type { ExitCode } from "./exit-code.ts";

/** A command did its work and has something to tell the scheduler by its exit code; nothing is printed. */
export class Finished extends Data.TaggedError("Finished")<{ readonly code: ExitCode }> {}

/** Ends a command with an exit code other than 0, without a message. */
export const fails = (code: ExitCode): Effect.Effect<never, Finished> => Effect.fail(new Finished({ code }));
