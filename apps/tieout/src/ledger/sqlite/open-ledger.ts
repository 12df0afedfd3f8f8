import { existsSync } from "node:fs";
import { Effect, Layer } from "effect";
import * as Reactivity from "effect/reactivity/Reactivity";
import * as Migrator from "effect/sql/Migrator";
import * as SqlClient from "effect/sql/SqlClient";
import { fillDigests, keepDigests } from "../digest/keep-digests.ts";
import type { LedgerFailed } from "../failures.ts";
import { Ledger } from "../Ledger.ts";
import { ledgerService } from "../ledger-service.ts";
import {
  checkLedger,
  checkVersion,
  MIGRATION_TABLE,
  NEWEST,
  refuseNewer,
  schemaVersion,
  unlessBusy,
} from "../ledger-version.ts";
import { failing } from "../sql-failure.ts";
import { checkFile } from "./ledger-file.ts";
import { MIGRATIONS } from "./migrations.ts";
import { sqliteClient } from "./sqlite-client.ts";

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
        yield* checkLedger(path);
        yield* migrate.pipe(
          unlessBusy(path),
          Effect.andThen(keepDigests),
          failing(path, "could not be brought up to date"),
        );
        return yield* ledgerService(path);
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
        Effect.andThen(checkLedger(path)),
        Effect.andThen(ledgerService(path)),
        Effect.provideService(SqlClient.SqlClient, client),
      );
    }),
  ).pipe(Layer.provide(Reactivity.layer));
