import { Cause, Console, Effect, Option } from "effect";
import { CliError } from "effect/cli";
import { linesOf } from "../config/faults.ts";
import { asLines } from "../operate/printable.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";

/** What a failure says on standard error; wrong usage has been said by then. */
const messageOf = (error: unknown): string | undefined => {
  if (CliError.isCliError(error)) return error._tag === "ShowHelp" ? undefined : asLines([error.message]);
  return error instanceof Error && error.message !== "" ? asLines(linesOf(error)) : undefined;
};

const failed = Effect.fnUntraced(function* (error: unknown) {
  const message = messageOf(error);
  if (message !== undefined) yield* Console.error(message);
  // It knows the failures of every part of tieout, which a command that ends well does not load.
  const { exitCodeOf } = yield* Effect.promise(() => import("./failure-exit.ts"));
  return exitCodeOf(error);
});

const bug = Effect.fnUntraced(function* (cause: Cause.Cause<unknown>) {
  const defect = Cause.squash(cause);
  const reason = defect instanceof Error ? defect.message : defect;
  yield* Console.error(asLines([`This is a bug in tieout, please report it: ${reason}`]));
  return EXIT.software;
});

/** An effect that never fails: it has said what went wrong in a sentence, and gives the exit code. */
export const saidExit = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<ExitCode, never, R> =>
  effect.pipe(
    Effect.as(EXIT.ok),
    Effect.catchCause(
      (cause): Effect.Effect<ExitCode> =>
        Option.match(Cause.findErrorOption(cause), {
          onSome: failed,
          onNone: () => (Cause.hasInterruptsOnly(cause) ? Effect.interrupt : bug(cause)),
        }),
    ),
  );
