import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { printInstant } from "@tieout/reconcile";
import { Clock, Duration, Effect, Schedule } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { SqlError } from "effect/sql/SqlError";
import { checked, decoding, type RowDamaged } from "../codec/decode.ts";
import { isCount, isInstant, isText, nullable, objectOf } from "../codec/guards.ts";
import { forOneAlone, inTurn, whileTheyStay } from "../dialect.ts";
import { LeaseLost, LedgerLocked } from "../failures.ts";
import { isLockTimeout, waitingForLock } from "../lock-waits.ts";
import { failing } from "../sql-failure.ts";
import type { LeaseHolder, LedgerLease } from "./LeaseHolder.ts";
import { hasEnded, ownIdentity, type ProcessIdentity } from "./process-identity.ts";
import { TriesAgain } from "./TriesAgain.ts";

/** How often the holder of a lease shows that it is alive. */
const HEARTBEAT_INTERVAL = Duration.seconds(5);

/** A lease whose last heartbeat is so long ago may be taken over. */
const EXPIRY_MS = 30_000;

/** How often giving back a lease is tried again while its server is away. */
const GIVEN_BACK_EVERY = Duration.seconds(1);

/** Makes a transaction of an effect that fails with `LeaseLost` unless all leases that were taken are still ours. */
export type WithLease = <A, E, R>(
  effect: Effect.Effect<A, E, R>,
) => Effect.Effect<A, E | SqlError | RowDamaged | LeaseLost | LedgerLocked, R>;

/** The book of a lease of the whole ledger: none is called so. */
const WHOLE = "";

/**
 * A row of the table `lease`; its column `fence` is the fencing token, the same for all books that one run took at once.
 */
interface Holder extends ProcessIdentity {
  readonly book: string;
  readonly fence: number;
  readonly host: string;
  readonly pid: number;
  readonly acquired_at: string;
  readonly beat_at_ms: number;
  /** A random name of one taking; null for a holder of an older tieout. */
  readonly identity: string | null;
}

const isHolder = objectOf<Holder>({
  book: isText,
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

/** What one run took. */
interface Taken {
  readonly fencingToken: number;
  readonly identity: string;
  readonly leases: number;
}

const isHeld = (found: Holder, nowMs: number): boolean =>
  found.beat_at_ms > 0 && found.beat_at_ms > nowMs - EXPIRY_MS && !hasEnded(found.pid, found);

/** Whoever has a book keeps others from it and from the whole ledger; whoever has that, from everything. */
const isInTheWayOf = (books: ReadonlySet<string>, found: Holder): boolean =>
  books.has(WHOLE) || found.book === WHOLE || books.has(found.book);

/** Rows as the holders that they tell of. */
const holdersOf = (rows: ReadonlyArray<Holder>): ReadonlyArray<LeaseHolder> =>
  [...Map.groupBy(rows, ({ fence }) => fence).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            ...{ host: first.host, pid: first.pid, since: first.acquired_at },
            books: first.book === WHOLE ? null : [first, ...others].map(({ book }) => book),
          },
        ],
  );

/**
 * The leases of a ledger: the right to write to a book, which one run has at a time, or to all of it, shown by a heartbeat.
 *
 * A lease is taken for as long as the scope lives: at once when nobody has it, its holder's process is known to
 * have ended or its heartbeat stopped; otherwise that fails with {@link LedgerLocked}. Each taking gets the next *fencing
 * token*, a number, and a random name. `withLease` makes a transaction of an effect that fails with {@link LeaseLost}
 * unless all that was taken is still ours, so a run that was frozen and wakes up too late, or whose ledger was exchanged
 * for a backup, cannot store or publish anything: of none of its books, since what it writes names none. Where others
 * write meanwhile it waits for them, and names one that stands still.
 */
export const ledgerLease = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;
  let taken: Taken | undefined;

  const holders = sql`
    SELECT book, fence, host, pid, acquired_at, beat_at_ms, identity, boot, namespace, started FROM lease`;

  const read = (rows: ReadonlyArray<Holder>) =>
    decoding(() => rows.map((row) => checked(isHolder, row, { table: "lease", row: row.book || row.fence })));

  const current = Effect.flatMap(sql<Holder>`${holders} ORDER BY fence, book`, read);

  /** The same of some of them, when whoever writes as their holder is done with that. */
  const settled = (rows: ReadonlyArray<Holder>) => {
    const books = rows.map(({ book }) => book);
    return books.length === 0
      ? Effect.succeed([])
      : Effect.flatMap(sql<Holder>`${holders} WHERE ${sql.in("book", books)} ${forOneAlone(sql)}`, read);
  };

  const lockedBy = (rows: ReadonlyArray<Holder>) =>
    Effect.forEach(holdersOf(rows).slice(0, 1), (holder) => new LedgerLocked({ ledger: path, ...holder }));

  /**
   * A heartbeat in the future is one of a clock that is or was wrong. It counts as of now, and so holds as long as any:
   * whoever lives shows his next one.
   */
  const mendFuture = Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis;
    if ((yield* current).some(({ beat_at_ms }) => beat_at_ms > nowMs))
      yield* sql`UPDATE lease SET beat_at_ms = ${Math.max(nowMs, 1)} WHERE beat_at_ms > ${nowMs}`;
  });

  const take = Effect.fnUntraced(function* (books: ReadonlySet<string>) {
    yield* inTurn(sql, "taking");
    const rows = yield* current;
    const others = yield* settled(rows.filter((row) => isInTheWayOf(books, row)));
    const nowMs = yield* Clock.currentTimeMillis;
    yield* lockedBy(others.filter((row) => isHeld(row, nowMs)));
    const fencingToken = Math.max(0, ...rows.map(({ fence }) => fence)) + 1;
    const identity = randomUUID();
    // Whoever had one of them and stood still for too long finds it gone.
    for (const { book } of others) yield* sql`DELETE FROM lease WHERE book = ${book}`;
    for (const book of books)
      yield* sql`INSERT INTO lease ${sql.insert({
        book,
        fence: fencingToken,
        host: hostname(),
        pid: process.pid,
        acquired_at: printInstant(nowMs),
        beat_at_ms: nowMs,
        identity,
        ...ownIdentity(),
      })}`;
    return { fencingToken, identity, leases: books.size } satisfies Taken;
  }, sql.withTransaction);

  /** A holder that stands still in the middle of a transaction keeps even leases from being looked at by a writer. */
  const namingHolder = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.catchIf(effect, isLockTimeout, (failed) =>
      Effect.gen(function* () {
        const rows = yield* current;
        const others = rows.filter(
          ({ beat_at_ms, identity }) => beat_at_ms > 0 && identity !== taken?.identity,
        );
        yield* lockedBy(others.toSorted((one, other) => other.beat_at_ms - one.beat_at_ms));
        return yield* Effect.fail(failed);
      }),
    );

  const heartbeat = Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis;
    yield* sql`UPDATE lease SET beat_at_ms = ${nowMs} WHERE fence = ${taken?.fencingToken} AND identity = ${taken?.identity}`;
  });

  // Rows stay, so that fencing tokens never repeat; a heartbeat at 0 is nobody's.
  const release = Effect.suspend(
    () =>
      sql`UPDATE lease SET beat_at_ms = 0 WHERE fence = ${taken?.fencingToken} AND identity = ${taken?.identity}`,
  );

  const acquire = (books: ReadonlyArray<string>) =>
    Effect.gen(function* () {
      const triesAgain = yield* TriesAgain;
      yield* Effect.acquireRelease(
        Effect.tap(namingHolder(Effect.andThen(mendFuture, take(new Set(books)))), (got) =>
          Effect.sync(() => (taken = got)),
        ),
        () =>
          release.pipe(
            Effect.retry({ while: triesAgain, schedule: Schedule.spaced(GIVEN_BACK_EVERY) }),
            Effect.timeout(EXPIRY_MS),
            // What could not be given back is waited for by others until it expires.
            Effect.ignore,
          ),
      );
      yield* heartbeat.pipe(
        // A missed heartbeat is made up by the next one; whether the lease is still ours is for `withLease` to say.
        Effect.catch(() => Effect.void),
        Effect.repeat(Schedule.spaced(HEARTBEAT_INTERVAL)),
        Effect.forkScoped,
      );
    }).pipe(failing(path, "could not be locked"));

  const leaseHolders: LedgerLease["leaseHolders"] = Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis;
    return holdersOf((yield* current).filter((row) => isHeld(row, nowMs)));
  }).pipe(failing(path, "could not be read"));

  const withLease: WithLease = (effect) =>
    Effect.suspend(() => {
      let isDoing = false;
      return Effect.gen(function* () {
        isDoing = false;
        const held = yield* sql`
          SELECT book FROM lease
          WHERE fence = ${taken?.fencingToken ?? null} AND identity = ${taken?.identity ?? null}
          ${whileTheyStay(sql)}`;
        if (taken === undefined || held.length !== taken.leases)
          return yield* new LeaseLost({ ledger: path });
        isDoing = true;
        return yield* effect;
      }).pipe(
        sql.withTransaction,
        // What was begun is not done twice: it may have moved files.
        waitingForLock(() => !isDoing),
        namingHolder,
      );
    });

  /** The one row of what is of no book stands for all of that. */
  const alone = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
    Effect.andThen(sql`SELECT name FROM identity ${forOneAlone(sql)}`, effect);

  return {
    ...{ acquireLease: acquire([WHOLE]), acquireBooks: acquire, leaseHolders, withLease, alone },
  } satisfies Omit<LedgerLease, "whileLeased" | "whileAlone"> & { readonly withLease: WithLease };
});
