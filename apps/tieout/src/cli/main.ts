import { Console, Effect, Exit } from "effect";
import { Command } from "effect/cli";
import { printedBuild, readBuild } from "../config/version.ts";
import { printableConsole } from "../operate/printable.ts";
import { endProcess } from "./end-process.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { presenter } from "./presenter.ts";
import { root } from "./root.ts";
import { saidExit } from "./said-exit.ts";

const program = Effect.suspend(() => Command.run(root, { version: printedBuild(readBuild()) }));

/**
 * The whole command line as an effect that never fails: it has said what went wrong in a sentence, and
 * gives the exit code.
 */
export const main: Effect.Effect<ExitCode, never, Effect.Services<typeof program>> = saidExit(program).pipe(
  Effect.provide(presenter),
  Effect.provideService(Console.Console, printableConsole(globalThis.console)),
);

/** Ends the process with what {@link main} gave, or as a run which a signal ended. */
export const teardown = <E, A>(exit: Exit.Exit<E, A>): void =>
  endProcess(Exit.isSuccess(exit) ? Number(exit.value) : EXIT.temporary);
