import { onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { freePort } from "./free-port.ts";
import { launchPostgres, type PostgresServer } from "./launch.ts";

/** Makes and starts a PostgreSQL server of a test's own, gone when the test is. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const server = await launchPostgres(temporaryDirectory(), await freePort());
  onTestFinished(server.kill);
  return server;
};
