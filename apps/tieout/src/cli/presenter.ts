import { Console, Effect } from "effect";
import { CliOutput } from "effect/cli";

/**
 * Prints help where it was asked for, and one sentence a mistake otherwise.
 *
 * A whole help page above the one line that says what is wrong would hide it in a scheduler's mail.
 */
export const presenter = CliOutput.layerPresenter({
  present: Effect.fnUntraced(function* (event) {
    if (event._tag !== "InvalidInvocation") return yield* CliOutput.defaultPresenter.present(event);
    for (const error of event.errors) yield* Console.error(error.message);
    yield* Console.error(`See: ${event.commandPath.join(" ")} --help`);
  }),
});
