import { type Cause, Cause as Causes, Console, Effect, Option } from "effect";
import { otlpVariables } from "../config/environment.ts";
import { asLines } from "../operate/printable.ts";
import { EXIT, Finished } from "./exit-code.ts";
import { endOf } from "./night-ends.ts";

const problemOf = (cause: Cause.Cause<unknown>): string | null => {
  const failed = Option.getOrUndefined(Causes.findErrorOption(cause));
  if (!(failed instanceof Finished)) return endOf(cause).problem;
  return failed.code === EXIT.exceptions ? null : `exit ${failed.code}`;
};

/** Has a command send what it does over OTLP, where the standard variables of OpenTelemetry ask for it. */
export const traced =
  (name: string) =>
  <A, E, R>(command: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.gen(function* () {
      const variables = yield* otlpVariables;
      if (variables === undefined) return yield* command;
      // Loaded only here: who sends nothing does not wait for it.
      const { sendingOtlp } = yield* Effect.promise(() => import("../operate/measure/otlp.ts"));
      const say = (sentence: string) => Console.error(asLines([sentence]));
      return yield* sendingOtlp(command, { name, variables, problemOf, say });
    });
