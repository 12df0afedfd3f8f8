import * as PgClient from "@effect/sql-pg/PgClient";
import { Effect, Layer } from "effect";
import * as SqlMessageStorage from "effect/cluster/SqlMessageStorage";
import * as SqlRunnerStorage from "effect/cluster/SqlRunnerStorage";
import * as SqlClient from "effect/sql/SqlClient";
import type { PostgresPlace } from "../../../config/ledger-place.ts";
import { connectionTo } from "../../../ledger/postgres/postgres-client.ts";

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

/** The database of the engine, with its tables; a runner holds one of the connections, to lock what it works on. */
export const engineDatabase = (place: PostgresPlace) => {
  // It reads numbers as they come: its own are larger than those of the ledger.
  const { types: _, ...connection } = connectionTo(place);
  const client = PgClient.layer({
    ...connection,
    startupParameters: { search_path: SCHEMA },
    connectTimeout: "5 seconds",
  });
  return settingUp.pipe(Layer.provideMerge(client));
};
