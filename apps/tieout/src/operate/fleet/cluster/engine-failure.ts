import { Effect } from "effect";
import { AuthenticationError, SqlError } from "effect/sql/SqlError";
import { EngineFailed } from "../FleetEngine.ts";

/** From the outside in: the engine wraps what its database said. */
const causesOf = (cause: unknown): ReadonlyArray<Error> =>
  cause instanceof Error ? [cause, ...causesOf(cause.cause)] : [];

/** Whether a failure tells that nobody answers, or does not answer any more. */
const isUnreachable = (cause: Error): boolean =>
  (cause instanceof SqlError && cause.reason._tag === "ConnectionError") ||
  ("_tag" in cause && cause._tag === "TimeoutError");

const failedBy = (defect: unknown): EngineFailed => {
  const causes = causesOf(defect);
  const said = causes.at(-1)?.message ?? String(defect);
  if (causes.some((cause) => cause instanceof SqlError && cause.reason instanceof AuthenticationError))
    return new EngineFailed({ problem: `does not let tieout in: ${said}`, kind: "refused", cause: defect });
  if (causes.some(isUnreachable))
    return new EngineFailed({ problem: `cannot be reached: ${said}`, kind: "unreachable", cause: defect });
  return new EngineFailed({ problem: `cannot be used: ${said}`, kind: "wrong", cause: defect });
};

/** Names what went wrong with the engine's database, which the engine itself takes for its own end. */
export const failing = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, EngineFailed, R> =>
  effect.pipe(
    Effect.mapError(failedBy),
    Effect.catchDefect((defect) => Effect.fail(failedBy(defect))),
  );
