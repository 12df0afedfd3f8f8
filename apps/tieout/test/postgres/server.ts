import { onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { freePort } from "./free-port.ts";
import { followingAt, launchPostgres, type PostgresServer } from "./launch.ts";

/** Makes and starts a PostgreSQL server of a test's own, gone when the test is. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const server = await launchPostgres(temporaryDirectory(), await freePort());
  onTestFinished(server.kill);
  return server;
};

/** Makes and starts a server that follows another one and can only be read, until `SELECT pg_promote()`. */
export const startStandby = async (primary: PostgresServer): Promise<PostgresServer> => {
  const making = followingAt(Number(new URL(primary.url).port));
  const server = await launchPostgres(temporaryDirectory(), await freePort(), making);
  onTestFinished(server.kill);
  return server;
};
