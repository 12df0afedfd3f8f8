#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { SpecRefused } from "./document/json.ts";
import { addNewClients } from "./scaffold/new-clients.ts";
import { generateClient, type Mode } from "./write/generate.ts";

/** Lays out what specs/ asks for and is not there yet. Run in the workspace root. */
const addClients = async (mode: Mode): Promise<number> => {
  const names = await addNewClients(process.cwd(), mode);
  for (const name of names) process.stdout.write(`packages/${name}-client: laid out for specs/${name}\n`);
  if (names.length === 0) return 0;
  // The new package is unknown to the lockfile until it is installed. How long its lines are depends on its name.
  const folders = names.map((name) => `packages/${name}-client`);
  const install = spawnSync("pnpm", ["install", "--no-frozen-lockfile"], { stdio: "inherit" });
  const format = spawnSync("pnpm", ["exec", "biome", "check", "--write", ...folders], { stdio: "inherit" });
  return install.status || format.status || 0;
};

/** Writes the generated half of the client package in whose folder it runs. */
const generate = async (mode: Mode): Promise<number> => {
  process.stdout.write(`${await generateClient(process.cwd(), mode)}\n`);
  return 0;
};

const COMMANDS = new Map([
  ["generate", generate],
  ["add-clients", addClients],
]);

try {
  const [name = "generate", ...rest] = process.argv.slice(2);
  const command = COMMANDS.get(name);
  if (command === undefined || rest.length > 0) {
    throw new SpecRefused(
      `openapi-codegen ${[name, ...rest].join(" ")}: knows ${[...COMMANDS.keys()].join(", ")}`,
    );
  }
  process.exitCode = await command(process.env["CI"] ? "compare" : "write");
} catch (error) {
  if (!(error instanceof SpecRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
