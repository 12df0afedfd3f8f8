import { Duration, Effect, Schedule } from "effect";
import { LockTimeoutError, SqlError } from "effect/sql/SqlError";

/**
 * How often a write waits again for another process that writes. It is as long each time as the database waits by itself;
 * with that all waits together are shorter than a lease lasts.
 */
const MORE_WAITS = 4;

/** Nothing else happens while the database waits: a signal is heard in between. */
const BETWEEN_WAITS = Duration.millis(50);

/** Whether another process held the file, or rows of the database, for longer than that waits. */
export const isLockTimeout = (failed: unknown): failed is SqlError =>
  failed instanceof SqlError && failed.reason instanceof LockTimeoutError;

/** Waits for whoever writes, as long as nothing was done by the transaction: SQLite's waits where it begins, or not at all. */
export const waitingForLock =
  (isUndone: () => boolean = () => true) =>
  <A, E, R>(transaction: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.retry(transaction, {
      while: (failed) => isUndone() && isLockTimeout(failed),
      times: MORE_WAITS,
      schedule: Schedule.spaced(BETWEEN_WAITS),
    });
