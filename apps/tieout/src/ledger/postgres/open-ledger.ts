import { Effect, Layer } from "effect";
import * as Reactivity from "effect/reactivity/Reactivity";
import * as Migrator from "effect/sql/Migrator";
import * as SqlClient from "effect/sql/SqlClient";
import type { PostgresPlace } from "../../config/ledger-place.ts";
import { inTurn, tableNames } from "../dialect.ts";
import { LEDGER_TABLES } from "../digest/digested-tables.ts";
import { fillDigests, keepServerDigests } from "../digest/keep-digests.ts";
import { LedgerFailed } from "../failures.ts";
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
import { makeMigrationTable } from "./migrations/0019-first-on-postgres.ts";
import { MIGRATIONS } from "./migrations.ts";
import { postgresClient } from "./postgres-client.ts";

/** Brings the tables up to date, all of them or none. */
const migrate = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  if ((yield* schemaVersion) === NEWEST) return;
  yield* Effect.gen(function* () {
    yield* inTurn(sql, "migrating");
    // Another run may have done it while this one waited.
    if ((yield* schemaVersion) === NEWEST) return;
    yield* makeMigrationTable;
    yield* Migrator.make({})({ loader: Migrator.fromRecord(MIGRATIONS), table: MIGRATION_TABLE });
    yield* keepServerDigests;
    yield* fillDigests;
  }).pipe(sql.withTransaction);
});

/** Tables of a ledger come all at once: where some are there and not the others, they are somebody else's. */
const refuseForeign = Effect.fnUntraced(function* (name: string) {
  const names = yield* tableNames(yield* SqlClient.SqlClient);
  const own = LEDGER_TABLES.filter((table) => names.includes(table));
  if (own.length > 0 && !own.includes("lease"))
    return yield* new LedgerFailed({
      ledger: name,
      problem: `is a database of another program, whose tables are called as those of a ledger (${own.join(", ")}), and nothing was written to it; make a database, or a schema, for tieout alone`,
      ...{ isNew: false, isForeign: true },
    });
});

/**
 * Opens the ledger in a PostgreSQL database, making and migrating its tables as needed, for as long as the layer lives.
 *
 * Fails with {@link LedgerFailed} when the server cannot be reached or refuses the role, when other tables stand in the
 * way, or when the ledger was written by a newer tieout.
 */
export const postgresLedger = (place: PostgresPlace): Layer.Layer<Ledger, LedgerFailed> =>
  Layer.effect(
    Ledger,
    Effect.gen(function* () {
      const { name } = place;
      const client = yield* postgresClient(place).pipe(failing(name, "cannot be opened"));
      return yield* Effect.gen(function* () {
        yield* refuseForeign(name).pipe(failing(name, "cannot be opened"));
        const version = yield* schemaVersion.pipe(failing(name, "could not be read"));
        if (version > NEWEST) return yield* refuseNewer(name, version);
        yield* checkLedger(name);
        yield* migrate.pipe(unlessBusy(name), failing(name, "could not be brought up to date"));
        return yield* ledgerService(name);
      }).pipe(Effect.provideService(SqlClient.SqlClient, client));
    }),
  ).pipe(Layer.provide(Reactivity.layer));

/** Opens an existing ledger in a PostgreSQL database to look at it: nothing is made, migrated or written. */
export const readOnlyPostgresLedger = (place: PostgresPlace): Layer.Layer<Ledger, LedgerFailed> =>
  Layer.effect(
    Ledger,
    Effect.gen(function* () {
      const { name } = place;
      const client = yield* postgresClient(place, { isReadOnly: true }).pipe(
        failing(name, "cannot be opened"),
      );
      return yield* refuseForeign(name).pipe(
        failing(name, "cannot be opened"),
        Effect.andThen(checkVersion(name).pipe(failing(name, "could not be read"))),
        Effect.andThen(checkLedger(name)),
        Effect.andThen(ledgerService(name)),
        Effect.provideService(SqlClient.SqlClient, client),
      );
    }),
  ).pipe(Layer.provide(Reactivity.layer));

/** Whether there are tables of a ledger. Fails with {@link LedgerFailed} where nobody can be asked. */
export const isPostgresLedgerThere = (place: PostgresPlace): Effect.Effect<boolean, LedgerFailed> =>
  postgresClient(place, { isReadOnly: true }).pipe(
    Effect.flatMap(tableNames),
    Effect.map((names) => names.includes(MIGRATION_TABLE)),
    Effect.scoped,
    Effect.provide(Reactivity.layer),
    failing(place.name, "cannot be opened"),
  );
