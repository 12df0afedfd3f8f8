import type * as PgPool from "@effect/sql-pg/PgPool";
import { Duration, Effect, Redacted } from "effect";
import { SqlError, UnknownError } from "effect/sql/SqlError";
import { readGivenFile } from "../../config/given-file.ts";
import type { PostgresPlace } from "../../config/ledger-place.ts";
import { ServerFailed } from "./ServerFailed.ts";
import { WIRE_TYPES } from "./wire-types.ts";

/** One writes, one shows heartbeats, and the others look. */
const CONNECTIONS_MAX = 5;

/** A message of the server holds a row at most; this is what PostgreSQL itself stores in a field. */
const MESSAGE_BYTES_MAX = 2 ** 30;

/** A server whose machine is gone says nothing: it is asked again after that long without a word. */
const KEEP_ALIVE = Duration.seconds(10);

/** How a connection fails that is not to be made: what is wrong is what was configured. */
export const notToConnect = (sentence: string): SqlError => {
  const cause = new ServerFailed(sentence, "misconfigured");
  return new SqlError({ reason: new UnknownError({ cause, operation: "connect" }) });
};

/** Node takes any file for certificates, and one without any for a list of nobody. */
const readCertificates = (file: string): Effect.Effect<Buffer, SqlError> =>
  Effect.try({
    try: () => readGivenFile(file),
    catch: (cause) =>
      notToConnect(
        `sslrootcert names ${file}, which cannot be read (${cause instanceof Error ? cause.message : cause})`,
      ),
  }).pipe(
    Effect.filterOrFail(
      (read) => read.includes("-----BEGIN CERTIFICATE-----"),
      () => notToConnect(`sslrootcert names ${file}, which holds no certificate in PEM`),
    ),
  );

const tlsOf = Effect.fnUntraced(function* ({ tls, rootCertificates }: PostgresPlace) {
  if (tls === "disable") return false;
  if (tls === "require") return { rejectUnauthorized: false };
  return rootCertificates === null ? true : { ca: yield* readCertificates(rootCertificates) };
});

/** How the client reaches a ledger. Fails where the certificates that it is to trust cannot be had. */
export const connectionTo = (place: PostgresPlace): Effect.Effect<PgPool.Config, SqlError> =>
  Effect.map(tlsOf(place), (ssl) => ({
    ...(place.socketDirectory === null ? { host: place.host } : { host: place.socketDirectory }),
    port: place.port,
    database: place.databaseName,
    username: place.user,
    ...(place.password !== null && { password: Redacted.make(place.password.reveal()) }),
    ssl,
    prepare: place.isPreparing,
    applicationName: "tieout",
    keepAlive: KEEP_ALIVE,
    maxConnections: CONNECTIONS_MAX,
    maxMessageSize: MESSAGE_BYTES_MAX,
    types: WIRE_TYPES,
  }));
