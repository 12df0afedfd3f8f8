import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "./free-port.ts";
import { launchPostgres } from "./launch.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server on which the ledger's own tests run; undefined where they run on SQLite. */
    readonly postgresUrl: string | undefined;
  }
}

/** One server for all tests of the ledger, each of which has a database of its own in it. */
export const setup = async (project: TestProject) => {
  const home = mkdtempSync(join(tmpdir(), "tieout-postgres-"));
  const server = await launchPostgres(home, await freePort());
  project.provide("postgresUrl", server.url);
  return async () => {
    await server.kill();
    rmSync(home, { recursive: true, force: true });
  };
};
