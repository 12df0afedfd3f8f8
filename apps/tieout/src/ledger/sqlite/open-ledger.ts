import { existsSync } from "node:fs";
import { Effect, Layer } from "effect";
import * as Reactivity from "effect/reactivity/Reactivity";
import * as Migrator from "effect/sql/Migrator";
import * as SqlClient from "effect/sql/SqlClient";
import { ledgerCache } from "../cache/cached-results.ts";
import { ledgerDecisions } from "../decisions/ledger-decisions.ts";
import { checkDigests, checkVersionDigests, hasDigests } from "../digest/check-digests.ts";
import { fillDigests, keepDigests } from "../digest/keep-digests.ts";
import { LedgerFailed } from "../failures.ts";
import { ledgerIdentityOf } from "../identity/ledger-identity.ts";
import { ledgerOverview } from "../inspect/overview.ts";
import { Ledger } from "../Ledger.ts";
import { ledgerLease } from "../lease/lease.ts";
import { ledgerOutcomes } from "../outcomes/ledger-outcomes.ts";
import { ledgerReports } from "../reports/reports.ts";
import { ledgerRetention } from "../retention/retention.ts";
import { ledgerRefusals } from "../store/ledger-refusals.ts";
import { ledgerListings } from "../store/listings.ts";
import { ledgerEntries } from "../store/observations.ts";
import { ledgerRuns } from "../store/runs.ts";
import { checkFile, MIGRATION_TABLE } from "./ledger-file.ts";
import { isLockTimeout, waitingForLock } from "./lock-waits.ts";
import { firstLedger } from "./migrations/0001-first-ledger.ts";
import { pruned } from "./migrations/0002-pruned.ts";
import { conclusions } from "./migrations/0003-conclusions.ts";
import { listedKeys } from "./migrations/0004-listed-keys.ts";
import { reportRules } from "./migrations/0005-report-rules.ts";
import { emailRules } from "./migrations/0006-email-rules.ts";
import { reportConventions } from "./migrations/0007-conventions.ts";
import { refusals } from "./migrations/0008-refusals.ts";
import { decisions } from "./migrations/0009-decisions.ts";
import { reportOutlines } from "./migrations/0010-report-outlines.ts";
import { leaseIdentity } from "./migrations/0011-lease-identity.ts";
import { applicationId } from "./migrations/0012-application-id.ts";
import { sideReports } from "./migrations/0013-side-reports.ts";
import { outcomes } from "./migrations/0014-outcomes.ts";
import { rowDigests } from "./migrations/0015-row-digests.ts";
import { reportInstants } from "./migrations/0016-report-instants.ts";
import { ledgerIdentity } from "./migrations/0017-ledger-identity.ts";
import { exceptionChanges } from "./migrations/0018-exception-changes.ts";
import { bookLeases } from "./migrations/0019-book-leases.ts";
import { failing } from "./sql-failure.ts";
import { sqliteClient } from "./sqlite-client.ts";

const MIGRATIONS = {
  "0001_first_ledger": firstLedger,
  "0002_pruned": pruned,
  "0003_conclusions": conclusions,
  "0004_listed_keys": listedKeys,
  "0005_report_rules": reportRules,
  "0006_email_rules": emailRules,
  "0007_conventions": reportConventions,
  "0008_refusals": refusals,
  "0009_decisions": decisions,
  "0010_report_outlines": reportOutlines,
  "0011_lease_identity": leaseIdentity,
  "0012_application_id": applicationId,
  "0013_side_reports": sideReports,
  "0014_outcomes": outcomes,
  "0015_row_digests": rowDigests,
  "0016_report_instants": reportInstants,
  "0017_ledger_identity": ledgerIdentity,
  "0018_exception_changes": exceptionChanges,
  "0019_book_leases": bookLeases,
};
const NEWEST = Object.keys(MIGRATIONS).length;

const schemaVersion = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  const tables =
    yield* sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name = ${MIGRATION_TABLE}`;
  if (tables.length === 0) return 0;
  const [newest] = yield* sql<{
    id: number;
  }>`SELECT coalesce(max(migration_id), 0) AS id FROM ${sql(MIGRATION_TABLE)}`;
  return newest?.id ?? 0;
});

/** Refuses a ledger of a newer tieout, unless it only seems to be one: its number of the version is damaged. */
const refuseNewer = Effect.fnUntraced(
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
const check = (path: string) =>
  Effect.gen(function* () {
    if (yield* hasDigests) yield* checkDigests;
  }).pipe(failing(path, "could not be read"));

/** Brings the tables up to date, all of them or none. */
const migrate = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  // Even with nothing to do it would ask for the write lock, and wait where a run holds that.
  if ((yield* schemaVersion) === NEWEST) return;
  yield* Effect.gen(function* () {
    const done = yield* Migrator.make({})({
      loader: Migrator.fromRecord(MIGRATIONS),
      table: MIGRATION_TABLE,
    });
    // Another run may have done it meanwhile; what is damaged since then must not get a digest that fits.
    if (done.length > 0) yield* fillDigests;
  }).pipe(sql.withTransaction);
});

/** Whoever makes a ledger, or brings it up to date, has no lease yet. */
const busy = (ledger: string) =>
  new LedgerFailed({
    ...{ ledger, isNew: false, isBusy: true },
    problem: "is being made, or brought up to date, by another run: run again when that has ended",
  });

/** A ledger that only reads cannot bring its tables up to date: they have to be those that this tieout knows. */
const checkVersion = Effect.fnUntraced(function* (path: string) {
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

const service = Effect.fnUntraced(function* (path: string) {
  const { withLease, ...lease } = yield* ledgerLease(path);
  const entries = yield* ledgerEntries(path, withLease);
  const listings = yield* ledgerListings(path, entries);
  return Ledger.of({
    ...lease,
    whileLeased: (effect) => withLease(effect).pipe(failing(path, "could not be held")),
    ...(yield* ledgerIdentityOf(path, withLease)),
    ...(yield* ledgerRuns(path, withLease)),
    ...entries,
    ...(yield* ledgerRefusals(path, withLease)),
    sharedTransactions: listings.sharedTransactions,
    mayList: listings.mayList,
    mayRepeat: listings.mayRepeat,
    ...(yield* ledgerCache(path, withLease)),
    ...(yield* ledgerReports(path, withLease)),
    ...(yield* ledgerDecisions(path, withLease)),
    ...(yield* ledgerOutcomes(path)),
    ...(yield* ledgerOverview(path, listings.transactions)),
    ...(yield* ledgerRetention(path, withLease)),
  });
});

/**
 * Opens the ledger in a SQLite file, creating and migrating it as needed, for as long as the layer lives.
 *
 * Fails with {@link LedgerFailed} when the file cannot be created or opened, is not a ledger, belongs to another program,
 * or was written by a newer tieout. An existing file is never replaced.
 */
export const sqliteLedger = (path: string): Layer.Layer<Ledger, LedgerFailed> =>
  Layer.effect(
    Ledger,
    Effect.gen(function* () {
      yield* checkFile(path);
      const isNew = !existsSync(path);
      const client = yield* sqliteClient(path).pipe(
        failing(path, isNew ? "cannot be created" : "cannot be opened", isNew),
      );
      return yield* Effect.gen(function* () {
        const version = yield* schemaVersion.pipe(failing(path, "could not be read"));
        if (version > NEWEST) return yield* refuseNewer(path, version);
        yield* check(path);
        yield* migrate.pipe(
          waitingForLock,
          Effect.catchIf(isLockTimeout, () => busy(path)),
          Effect.andThen(keepDigests),
          failing(path, "could not be brought up to date"),
        );
        return yield* service(path);
      }).pipe(Effect.provideService(SqlClient.SqlClient, client));
    }),
  ).pipe(Layer.provide(Reactivity.layer));

/**
 * Opens an existing ledger to look at it, also while a run holds it: nothing is created, migrated or written.
 *
 * Fails with {@link LedgerFailed} when the file is not there or not a ledger of this tieout's version.
 */
export const readOnlyLedger = (path: string): Layer.Layer<Ledger, LedgerFailed> =>
  Layer.effect(
    Ledger,
    Effect.gen(function* () {
      yield* checkFile(path);
      const client = yield* sqliteClient(path, { isReadOnly: true }).pipe(failing(path, "cannot be opened"));
      return yield* checkVersion(path).pipe(
        failing(path, "could not be read"),
        Effect.andThen(check(path)),
        Effect.andThen(service(path)),
        Effect.provideService(SqlClient.SqlClient, client),
      );
    }),
  ).pipe(Layer.provide(Reactivity.layer));
