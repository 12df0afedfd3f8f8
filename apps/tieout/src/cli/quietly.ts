import { Console, Effect } from "effect";
import { linesOf } from "../config/faults.ts";
import { asLines } from "../operate/printable.ts";
import { EXIT, Finished, fails } from "./exit-code.ts";
import { exitCodeOf } from "./failure-exit.ts";

/** A console that keeps what is said on standard error, and prints nothing. */
export const keeping = (console: Console.Console, kept: Array<string>): Console.Console =>
  Object.assign(Object.create(console), {
    error: (...printed: ReadonlyArray<unknown>): void =>
      void kept.push(...printed.flatMap((one) => String(one).split("\n"))),
  });

const sentencesOf = (error: unknown): ReadonlyArray<string> =>
  error instanceof Error && !(error instanceof Finished) && error.message !== "" ? linesOf(error) : [];

/**
 * What `--quiet` makes of a command: nothing on standard error where it ends with exit 0, and one line, whatever there is
 * to say, where it ends otherwise. So a scheduler's mail goes out exactly then.
 */
export const quietly = <A, E, R>(
  command: Effect.Effect<A, E, R>,
  { quiet }: { readonly quiet: boolean },
): Effect.Effect<A, E | Finished, R> => {
  if (!quiet) return command;
  return Effect.gen(function* () {
    const console = yield* Console.Console;
    const kept: Array<string> = [];
    const say = (more: ReadonlyArray<string>) =>
      Effect.sync(() => {
        const all = [...kept, ...more];
        if (all.length > 0) console.error(asLines([all.join("; ")]));
      });
    return yield* command.pipe(
      Effect.provideService(Console.Console, keeping(console, kept)),
      Effect.catch((error): Effect.Effect<never, E | Finished> => {
        const code = exitCodeOf(error);
        // Help that was asked for is no failure, and what nobody knows is told in full.
        if (code === EXIT.ok || code === EXIT.software) return Effect.fail(error);
        return Effect.andThen(say(sentencesOf(error)), fails(code));
      }),
      Effect.onInterrupt(() => say([])),
    );
  });
};
