import * as PgClient from "@effect/sql-pg/PgClient";
import type { PgConnection } from "@effect/sql-pg/PgConnection";
import * as PgPool from "@effect/sql-pg/PgPool";
import { Effect, Stream } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { Connection } from "effect/sql/SqlConnection";
import { SqlError, UnknownError } from "effect/sql/SqlError";
import type { PostgresPlace } from "../../config/ledger-place.ts";
import { connectionTo } from "./connection.ts";
import { ServerFailed } from "./ServerFailed.ts";
import { namedFailure } from "./server-failure.ts";

/**
 * What holds inside a transaction, and only there, since a pooler hands its session to others afterwards: how long a
 * statement waits for a lock, as long as SQLite does; that a run that stands still keeps its locks, with which it keeps
 * others from what it is about to do; and that it is tieout which writes, so that rows get their digests.
 */
const SETTINGS = `SELECT set_config('lock_timeout', '4s', true),
  set_config('idle_in_transaction_session_timeout', '0', true), set_config('tieout.writes', 'on', true)`;

const naming = Effect.mapError(namedFailure);

type Transform = Parameters<Connection["execute"]>[2];

const connect = (session: PgConnection): Connection => {
  const run = (isPrepared: boolean) => (text: string, params: ReadonlyArray<unknown>, transform: Transform) =>
    Effect.map(naming(session.query(text, params, isPrepared)), ({ rows }) =>
      transform === undefined ? rows : transform(rows),
    );
  return {
    execute: run(true),
    executeUnprepared: run(false),
    executeRaw: (text, params) => naming(session.query(text, params)),
    executeValues: (text, params) => naming(session.queryValues(text, params)),
    executeValuesUnprepared: (text, params) => naming(session.queryValues(text, params, false)),
    // Nothing of a ledger is read as a stream, and all of it would wait for the transaction that it is read in.
    executeStream: (text, params, transform) => Stream.fromIterableEffect(run(true)(text, params, transform)),
  };
};

const control = (connection: Connection, text: string) =>
  Effect.asVoid(connection.execute(text, [], undefined));

/** The server rolls back what was begun on a connection that is gone; that it went is what the transaction failed with. */
const unlessGone = (connection: Connection, text: string) => Effect.ignore(control(connection, text));

/** PostgreSQL answers `ROLLBACK` to the COMMIT of a transaction in which a statement failed. */
const commit = Effect.fnUntraced(function* (connection: Connection) {
  const answer = yield* connection.executeRaw("COMMIT", []);
  const isCommitted =
    typeof answer === "object" && answer !== null && "command" in answer && answer.command === "COMMIT";
  if (isCommitted) return;
  const cause = new ServerFailed("a statement had failed, and nothing of its transaction was kept", "failed");
  return yield* new SqlError({ reason: new UnknownError({ cause, operation: "commit" }) });
});

/**
 * Connects to a PostgreSQL server as Effect's `SqlClient`, until the scope ends; a few connections at most, each made when
 * it is needed. With `isReadOnly` every statement in a transaction that would change anything fails.
 *
 * The client of `@effect/sql-pg` takes a transaction whose connection went away for a defect, and cannot say how one
 * begins; the rest is as there. Fails with `SqlError` of a {@link ServerFailed} where nobody can be reached as the place says.
 */
export const postgresClient = Effect.fnUntraced(function* (
  place: PostgresPlace,
  { isReadOnly = false }: { readonly isReadOnly?: boolean } = {},
) {
  const pool = yield* PgPool.make(yield* connectionTo(place));
  const transactionAcquirer = naming(Effect.map(pool.reserve, connect));
  const client = yield* SqlClient.make({
    acquirer: naming(Effect.map(pool.get, connect)),
    borrower: (use) =>
      Effect.mapError(
        pool.use((session) => use(connect(session))),
        (failed) => (failed instanceof SqlError ? namedFailure(failed) : failed),
      ),
    transactionAcquirer,
    compiler: PgClient.makeCompiler(),
    driver: "pg",
    spanAttributes: [["db.system.name", "postgresql"]],
  });
  const begin = isReadOnly ? "BEGIN READ ONLY" : "BEGIN";
  const withTransaction = SqlClient.makeWithTransaction({
    transactionService: client.transactionService,
    spanAttributes: [["db.system.name", "postgresql"]],
    acquireConnection: (restore) => restore(transactionAcquirer),
    begin: (connection) => Effect.andThen(control(connection, begin), control(connection, SETTINGS)),
    savepoint: (connection, id) => control(connection, `SAVEPOINT of_ledger_${id}`),
    releaseSavepoint: (connection, id) => unlessGone(connection, `RELEASE SAVEPOINT of_ledger_${id}`),
    commit,
    rollback: (connection) => unlessGone(connection, "ROLLBACK"),
    rollbackSavepoint: (connection, id) => unlessGone(connection, `ROLLBACK TO SAVEPOINT of_ledger_${id}`),
  });
  return Object.assign(client, { withTransaction });
});
