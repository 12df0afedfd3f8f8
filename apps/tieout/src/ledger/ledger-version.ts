import { Clock, Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { tableNames } from "./dialect.ts";
import { checkDigests, checkVersionDigests, hasDigests } from "./digest/check-digests.ts";
import { CurrentLooks } from "./digest/LedgerLooks.ts";
import { LedgerFailed } from "./failures.ts";
import { isLockTimeout, waitingForLock } from "./lock-waits.ts";
import { failing } from "./sql-failure.ts";

/** The table in which the steps of a ledger's tables are counted. */
export const MIGRATION_TABLE = "migration";

/** The newest step, in whichever database. */
export const NEWEST = 19;

/** The number of the last step that made the tables what they are; 0 where there are none. */
export const schemaVersion = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  if (!(yield* tableNames(sql)).includes(MIGRATION_TABLE)) return 0;
  const [newest] = yield* sql<{
    id: number;
  }>`SELECT coalesce(max(migration_id), 0) AS id FROM ${sql(MIGRATION_TABLE)}`;
  return newest?.id ?? 0;
});

/** Refuses a ledger of a newer tieout, unless it only seems to be one: its number of the version is damaged. */
export const refuseNewer = Effect.fnUntraced(
  function* (path: string, version: number) {
    if (yield* hasDigests) yield* checkVersionDigests;
    return yield* new LedgerFailed({
      ledger: path,
      isNew: false,
      problem: `was written by a newer tieout (its version is ${version}, this one knows ${NEWEST}); update tieout`,
    });
  },
  (effect, path) => effect.pipe(failing(path, "could not be read")),
);

/** Looks at what a ledger holds before anything is made of it; older ones have nothing to be looked at by. */
export const checkLedger = (path: string) =>
  Effect.gen(function* () {
    const looks = yield* CurrentLooks;
    const nowMs = yield* Clock.currentTimeMillis;
    if (looks?.isDue(nowMs) === false) return;
    if (yield* hasDigests) yield* checkDigests;
    looks?.taken(nowMs);
  }).pipe(failing(path, "could not be read"));

/** A ledger that only reads cannot bring its tables up to date: they have to be those that this tieout knows. */
export const checkVersion = Effect.fnUntraced(function* (path: string) {
  const version = yield* schemaVersion;
  if (version > NEWEST) return yield* refuseNewer(path, version);
  if (version === 0)
    return yield* new LedgerFailed({
      ledger: path,
      isNew: false,
      problem: "is empty; restore it from a backup",
    });
  if (version < NEWEST)
    return yield* new LedgerFailed({
      ledger: path,
      isNew: false,
      isOlder: true,
      problem: `has the tables of an older tieout (its version is ${version}, this one needs ${NEWEST}); the next run brings it up to date`,
    });
});

/** Waits for another run that makes a ledger, or brings it up to date: whoever does has no lease yet that would name it. */
export const unlessBusy =
  (ledger: string) =>
  <A, E, R>(migrating: Effect.Effect<A, E, R>): Effect.Effect<A, E | LedgerFailed, R> =>
    migrating.pipe(
      waitingForLock(),
      Effect.catchIf(isLockTimeout, () =>
        Effect.fail(
          new LedgerFailed({
            ...{ ledger, isNew: false, isBusy: true },
            problem: "is being made, or brought up to date, by another run: run again when that has ended",
          }),
        ),
      ),
    );
