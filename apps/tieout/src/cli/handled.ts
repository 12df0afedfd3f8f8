import { Effect } from "effect";

type Handlers = typeof import("./handlers.ts");

/**
 * What a command does, by a module that is loaded once it is called: help, and a mistake on the command line, do not wait
 * for what they do not need.
 */
export const handled =
  <Given, A, E, R>(handlerOf: (handlers: Handlers) => (given: Given) => Effect.Effect<A, E, R>) =>
  (given: Given): Effect.Effect<A, E, R> =>
    Effect.flatMap(
      Effect.promise(() => import("./handlers.ts")),
      (handlers) => handlerOf(handlers)(given),
    );
