import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { printInstant } from "@tieout/reconcile";
import { Clock, Duration, Effect, Schedule } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { LockTimeoutError, SqlError } from "effect/sql/SqlError";
import { checked, decoding, type RowDamaged } from "../codec/decode.ts";
import { isCount, isInstant, isText, nullable, objectOf } from "../codec/guards.ts";
import { LeaseLost, LedgerLocked } from "../failures.ts";
import { failing } from "../sqlite/sql-failure.ts";
import type { LedgerLease } from "./LeaseHolder.ts";
import { hasEnded, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

/** How often the holder of a lease shows that it is alive. */
const HEARTBEAT_INTERVAL = Duration.seconds(5);

/** A lease whose last heartbeat is so long ago may be taken over. */
const EXPIRY_MS = 30_000;

/** Makes a transaction of an effect that fails with `LeaseLost` unless the lease is still ours. */
export type WithLease = <A, E, R>(
  effect: Effect.Effect<A, E, R>,
) => Effect.Effect<A, E | SqlError | RowDamaged | LeaseLost, R>;

/** The row of the table `lease`; its column `fence` is the fencing token. */
interface Holder extends ProcessIdentity {
  readonly fence: number;
  readonly host: string;
  readonly pid: number;
  readonly acquired_at: string;
  readonly beat_at_ms: number;
  /** A random name of one taking; null for a holder of an older tieout. */
  readonly identity: string | null;
}

const isHolder = objectOf<Holder>({
  fence: isCount,
  host: isText,
  pid: isCount,
  acquired_at: isInstant,
  beat_at_ms: isCount,
  identity: nullable(isText),
  boot: nullable(isText),
  namespace: nullable(isText),
  started: nullable(isText),
});

/**
 * The lease of a ledger: the right to write to it, which one run has at a time, shown by a heartbeat.
 *
 * `acquireLease` takes it for as long as the scope lives: at once when nobody has it, its holder's process is known to
 * have ended or its heartbeat stopped; otherwise it fails with {@link LedgerLocked}. Each taking gets the next *fencing
 * token*, a number, and a random name. `withLease` makes a transaction of an effect that fails with {@link LeaseLost}
 * unless both are still ours, so a run that was frozen and wakes up too late, or whose ledger was exchanged for a
 * backup, cannot store or publish anything.
 */
export const ledgerLease = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;
  let taken: { readonly fencingToken: number; readonly identity: string } | undefined;

  const current = Effect.flatMap(
    sql<Holder>`
      SELECT fence, host, pid, acquired_at, beat_at_ms, identity, boot, namespace, started FROM lease`,
    ([holder]) => decoding(() => holder && checked(isHolder, holder, { table: "lease", row: holder.fence })),
  );

  const lockedBy = ({ host, pid, acquired_at }: Holder) =>
    new LedgerLocked({ ledger: path, host, pid, since: acquired_at });

  const isHeld = (found: Holder, nowMs: number): boolean =>
    found.beat_at_ms > 0 && found.beat_at_ms > nowMs - EXPIRY_MS && !hasEnded(found.pid, found);

  /**
   * A heartbeat in the future is one of a clock that is or was wrong. It counts as of now, and so holds as long as any:
   * whoever lives shows his next one.
   */
  const mendFuture = Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis;
    const holder = yield* current;
    if (holder !== undefined && holder.beat_at_ms > nowMs)
      yield* sql`UPDATE lease SET beat_at_ms = ${Math.max(nowMs, 1)} WHERE beat_at_ms > ${nowMs}`;
  });

  const take = Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis;
    const holder = yield* current;
    if (holder !== undefined && isHeld(holder, nowMs)) return yield* lockedBy(holder);
    const fencingToken = (holder?.fence ?? 0) + 1;
    const identity = randomUUID();
    yield* sql`DELETE FROM lease`;
    yield* sql`INSERT INTO lease ${sql.insert({
      fence: fencingToken,
      host: hostname(),
      pid: process.pid,
      acquired_at: printInstant(nowMs),
      beat_at_ms: nowMs,
      identity,
      ...ownIdentity(),
    })}`;
    return { fencingToken, identity };
  }).pipe(sql.withTransaction);

  /** A holder that stands still in the middle of a transaction keeps even its lease from being looked at by a writer. */
  const takeOrName = Effect.andThen(mendFuture, take).pipe(
    Effect.catchIf(
      (failed) => failed instanceof SqlError && failed.reason instanceof LockTimeoutError,
      (failed) =>
        Effect.flatMap(current, (holder) =>
          Effect.fail(holder === undefined || holder.beat_at_ms === 0 ? failed : lockedBy(holder)),
        ),
    ),
  );

  const heartbeat = Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis;
    yield* sql`UPDATE lease SET beat_at_ms = ${nowMs} WHERE fence = ${taken?.fencingToken} AND identity = ${taken?.identity}`;
  });

  // The row stays, so that fencing tokens never repeat; a heartbeat at 0 is nobody's.
  const release = Effect.suspend(
    () =>
      sql`UPDATE lease SET beat_at_ms = 0 WHERE fence = ${taken?.fencingToken} AND identity = ${taken?.identity}`,
  ).pipe(Effect.catch(() => Effect.void));

  const acquireLease: LedgerLease["acquireLease"] = Effect.gen(function* () {
    yield* Effect.acquireRelease(
      Effect.tap(takeOrName, (got) => Effect.sync(() => (taken = got))),
      () => release,
    );
    yield* heartbeat.pipe(
      // A missed heartbeat is made up by the next one; whether the lease is still ours is for `withLease` to say.
      Effect.catch(() => Effect.void),
      Effect.repeat(Schedule.spaced(HEARTBEAT_INTERVAL)),
      Effect.forkScoped,
    );
  }).pipe(failing(path, "could not be locked"));

  const leaseHolder: LedgerLease["leaseHolder"] = Effect.gen(function* () {
    const found = yield* current;
    return found !== undefined && isHeld(found, yield* Clock.currentTimeMillis)
      ? { host: found.host, pid: found.pid, since: found.acquired_at }
      : undefined;
  }).pipe(failing(path, "could not be read"));

  const withLease: WithLease = (effect) =>
    Effect.gen(function* () {
      const holder = yield* current;
      const isOurs =
        taken !== undefined && holder?.fence === taken.fencingToken && holder.identity === taken.identity;
      if (!isOurs) return yield* new LeaseLost({ ledger: path });
      return yield* effect;
    }).pipe(sql.withTransaction);

  return { acquireLease, leaseHolder, withLease };
});
