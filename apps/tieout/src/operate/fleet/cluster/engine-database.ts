import * as PgClient from "@effect/sql-pg/PgClient";
import * as PgConnection from "@effect/sql-pg/PgConnection";
import { Effect, Layer } from "effect";
import * as SqlMessageStorage from "effect/cluster/SqlMessageStorage";
import * as SqlRunnerStorage from "effect/cluster/SqlRunnerStorage";
import * as SqlClient from "effect/sql/SqlClient";
import type { PostgresPlace } from "../../../config/ledger-place.ts";
import { connectionTo, notToConnect } from "../../../ledger/postgres/connection.ts";

/** Where the tables of the engine are, apart from everything else in the database. */
const SCHEMA = "tieout_fleet";

/** Any number that nobody else in the database takes for a lock of the same kind. */
const SETTING_UP = 7_460_214;

/** Makes the engine's tables where they are not there yet: whoever comes at the same time waits. */
const settingUp = Layer.effectDiscard(
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient;
    yield* Effect.gen(function* () {
      yield* sql`SELECT pg_advisory_xact_lock(${SETTING_UP})`;
      yield* sql`CREATE SCHEMA IF NOT EXISTS ${sql(SCHEMA)}`;
      yield* Layer.build(
        Layer.merge(SqlMessageStorage.layerMigrations({}), SqlRunnerStorage.layerMigrations({})),
      );
    }).pipe(sql.withTransaction);
  }),
);

const POOLER =
  "a pooler answers there, and a runner holds locks that it would give to others: name the server itself in TIEOUT_FLEET_DATABASE";

/**
 * Fails where a pooler answers in the place of the server. One that hands each transaction another session breaks nothing
 * that anybody would see: its locks are held by whoever comes next, and the engine's tables are made among others. Nobody
 * says that he is one, but each gives a session a number of his own, and not that of the server's process.
 */
const refusePooler = Effect.fnUntraced(function* (connection: PgConnection.Config) {
  const session = yield* PgConnection.make(connection);
  const { rows } = yield* session.query("SELECT pg_backend_pid() AS pid", [], false);
  if (rows[0]?.["pid"] !== session.processId) return yield* notToConnect(POOLER);
}, Effect.scoped);

/** The database of the engine, with its tables; a runner holds one of the connections, to lock what it works on. */
export const engineDatabase = (place: PostgresPlace) =>
  Layer.unwrap(
    Effect.gen(function* () {
      // It reads numbers as they come: its own are larger than those of the ledger.
      const { types: _, ...ofLedger } = yield* connectionTo(place);
      const connection = { ...ofLedger, connectTimeout: "5 seconds" } as const;
      yield* refusePooler(connection);
      const client = PgClient.layer({ ...connection, startupParameters: { search_path: SCHEMA } });
      return settingUp.pipe(Layer.provideMerge(client));
    }),
  );
