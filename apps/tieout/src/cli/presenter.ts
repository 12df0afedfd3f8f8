import { Console, Effect } from "effect";
import { CliOutput } from "effect/cli";
import { asLines } from "../operate/printable.ts";

/**
 * Prints help where it was asked for, and one sentence a mistake otherwise.
 *
 * A whole help page above the one line that says what is wrong would hide it in a scheduler's mail.
 */
export const presenter = CliOutput.layerPresenter({
  present: Effect.fnUntraced(function* (event) {
    // A page of help is ours, and has colours where there is a terminal.
    if (event._tag !== "InvalidInvocation")
      return yield* Effect.provideService(
        CliOutput.defaultPresenter.present(event),
        Console.Console,
        globalThis.console,
      );
    for (const error of event.errors) yield* Console.error(asLines([error.message]));
    yield* Console.error(`See: ${event.commandPath.join(" ")} --help`);
  }),
});
