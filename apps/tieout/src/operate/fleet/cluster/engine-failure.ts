import { Effect } from "effect";
import { SqlError } from "effect/sql/SqlError";
import { ServerFailed } from "../../../ledger/postgres/ServerFailed.ts";
import { namedFailure } from "../../../ledger/postgres/server-failure.ts";
import { EngineFailed } from "../FleetEngine.ts";

/** From the outside in: the engine wraps what its database said. */
const causesOf = (cause: unknown): ReadonlyArray<Error> =>
  cause instanceof Error ? [cause, ...causesOf(cause.cause)] : [];

const failedBy = (defect: unknown): EngineFailed => {
  const ofServer = causesOf(defect).find((cause) => cause instanceof SqlError);
  const named = ofServer === undefined ? undefined : namedFailure(ofServer).reason.cause;
  const said =
    named instanceof ServerFailed ? named.message : (causesOf(defect).at(-1)?.message ?? String(defect));
  // What is no failure of the server is the engine giving up waiting for it.
  const fault = named instanceof ServerFailed ? named.fault : "interrupted";
  return new EngineFailed({ problem: `could not be used: ${said}`, fault, cause: defect });
};

/** Names what went wrong with the engine's database, which the engine itself takes for its own end. */
export const failing = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, EngineFailed, R> =>
  effect.pipe(
    Effect.mapError(failedBy),
    Effect.catchDefect((defect) => Effect.fail(failedBy(defect))),
  );
