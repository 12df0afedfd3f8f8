import { Effect, Schedule } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { ENDED_EVERY } from "./tuning.ts";

/** A lock of PostgreSQL has two numbers: the first one is ours, the second one of a runner. */
const PRESENCE = 7_460_215;

/** How often the connection that holds the lock is tried, and how soon another one is made. */
const TRIED_EVERY = "5 seconds";
const MADE_AGAIN = "1 second";

/**
 * Shows that a runner is there, for as long as the scope lives: by a lock that PostgreSQL gives back as soon as the
 * connection ends, as it does with the process. A heartbeat would have to be missed for long before it says as much.
 */
export const showPresence = Effect.fnUntraced(function* (runner: string) {
  const sql = yield* SqlClient.SqlClient;
  const held = Effect.gen(function* () {
    const connection = yield* sql.reserve;
    yield* connection.executeRaw(`SELECT pg_advisory_lock_shared(${PRESENCE}, hashtext($1))`, [runner]);
    return connection;
  });
  const first = yield* held;
  const holding = (connection: typeof first) =>
    connection.executeRaw("SELECT 1", []).pipe(Effect.repeat(Schedule.spaced(TRIED_EVERY)));
  const again = Effect.scoped(Effect.flatMap(held, holding)).pipe(Effect.retry(Schedule.spaced(MADE_AGAIN)));
  yield* holding(first).pipe(
    Effect.catch(() => again),
    Effect.forkScoped,
  );
});

/** Takes runners out that are gone, as often as that may have come about: none answers for the engine's own list. */
export const removeGone = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`
    DELETE FROM cluster_runners WHERE NOT EXISTS (
      SELECT 1 FROM pg_locks
      WHERE locktype = 'advisory' AND classid = ${PRESENCE} AND objsubid = 2
        AND objid = (hashtext(split_part(address, ':', 1))::int8 & 4294967295)::oid
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`.pipe(
    // Whoever cannot reach the database sees nobody go.
    Effect.ignore,
    Effect.repeat(Schedule.spaced(ENDED_EVERY)),
    Effect.forkScoped,
  );
});
