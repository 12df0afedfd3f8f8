#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { SpecRefused } from "./json.ts";
import { addNewClients } from "./new-clients.ts";

try {
  const names = await addNewClients(process.cwd(), process.env["CI"] ? "compare" : "write");
  for (const name of names) process.stdout.write(`packages/${name}-client: laid out for specs/${name}\n`);
  if (names.length > 0) {
    // The new package is unknown to the lockfile until it is installed. How long its lines are depends on its name.
    const folders = names.map((name) => `packages/${name}-client`);
    const install = spawnSync("pnpm", ["install", "--no-frozen-lockfile"], { stdio: "inherit" });
    const format = spawnSync("pnpm", ["exec", "biome", "check", "--write", ...folders], { stdio: "inherit" });
    process.exitCode = install.status || format.status || 0;
  }
} catch (error) {
  if (!(error instanceof SpecRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
