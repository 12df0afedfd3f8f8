import { Cause, Console, Effect, Exit, Option } from "effect";
import { CliError, Command } from "effect/cli";
import { linesOf } from "../config/faults.ts";
import { printedBuild, readBuild } from "../config/version.ts";
import { asLines, printableConsole } from "../operate/printable.ts";
import { endProcess } from "./end-process.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { presenter } from "./presenter.ts";
import { root } from "./root.ts";

const program = Effect.suspend(() => Command.run(root, { version: printedBuild(readBuild()) }));

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

/**
 * The whole command line as an effect that never fails: it has said what went wrong in a sentence, and
 * gives the exit code.
 */
export const main: Effect.Effect<ExitCode, never, Effect.Services<typeof program>> = program.pipe(
  Effect.as(EXIT.ok),
  Effect.catchCause((cause) =>
    Option.match(Cause.findErrorOption(cause), {
      onSome: failed,
      onNone: () => (Cause.hasInterruptsOnly(cause) ? Effect.interrupt : bug(cause)),
    }),
  ),
  Effect.provide(presenter),
  Effect.provideService(Console.Console, printableConsole(globalThis.console)),
);

/** Ends the process with what {@link main} gave, or as a run which a signal ended. */
export const teardown = <E, A>(exit: Exit.Exit<E, A>): void =>
  endProcess(Exit.isSuccess(exit) ? Number(exit.value) : EXIT.temporary);
