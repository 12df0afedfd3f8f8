#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { clientPaths } from "./document/client-paths.ts";
import { SpecRefused } from "./document/json.ts";
import { lintFindings } from "./document/spec-file.ts";
import { corpusLines } from "./provider/corpus.ts";
import { providerFindings } from "./provider/read-provider.ts";
import { type Trial, trialLines, tryDocument } from "./provider/try-documents.ts";
import { addNewClients } from "./scaffold/new-clients.ts";
import { generateClient, type Mode } from "./write/generate.ts";

/** Lays out what specs/ asks for and is not there yet. Run in the workspace root. */
const addClients = async (mode: Mode): Promise<number> => {
  const { names, notes } = await addNewClients(process.cwd(), mode);
  for (const name of names) process.stdout.write(`packages/${name}-client: laid out for specs/${name}\n`);
  for (const note of notes) process.stdout.write(`${note}\n`);
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

/** Tries documents as they lie there, and writes nothing: what `pnpm generate --try FILE…` does. */
const tryFiles = async (args: readonly string[]): Promise<number> => {
  const files = args.filter((arg) => arg !== "--json");
  const unknown = files.find((arg) => arg.startsWith("-"));
  if (files.length === 0 || unknown !== undefined) {
    throw new SpecRefused(
      `generate --try: ${unknown ?? "no file"}: give files, and --json for an answer as JSON`,
    );
  }
  const trials: Trial[] = [];
  for (const file of files) trials.push(await tryDocument(file, async () => {}));
  const text = args.includes("--json") ? JSON.stringify(trials, null, 2) : trialLines(trials).join("\n");
  process.stdout.write(`${text}\n`);
  return trials.every(({ generated }) => generated > 0) ? 0 : 1;
};

/** The same for every document in a folder, with what it took, and with its types compiled. */
const corpus = async ([folder, ...rest]: readonly string[]): Promise<number> => {
  if (folder === undefined || rest.length > 0) throw new SpecRefused("corpus: give one folder of documents");
  for (const line of await corpusLines(folder)) process.stdout.write(`${line}\n`);
  return 0;
};

/** What the linter has to say of the spec of a client: of a provider's, all that `pnpm generate` only counts. */
const findings = async ([name, ...rest]: readonly string[]): Promise<number> => {
  if (name === undefined || rest.length > 0) throw new SpecRefused("findings: give one folder of specs/");
  const paths = clientPaths(join(process.cwd(), "packages", `${name}-client`));
  const lines = paths.overlayFile === undefined ? await lintFindings(paths) : await providerFindings(paths);
  process.stdout.write([...lines, `${lines.length} findings`, ""].join("\n"));
  return 0;
};

const mode = (): Mode => (process.env["CI"] ? "compare" : "write");

const COMMANDS = new Map<string, (args: readonly string[]) => Promise<number>>([
  ["generate", (args) => withoutArguments(args, generate)],
  ["add-clients", (args) => withoutArguments(args, addClients)],
  ["try", tryFiles],
  ["corpus", corpus],
  ["findings", findings],
]);

const withoutArguments = (
  args: readonly string[],
  command: (mode: Mode) => Promise<number>,
): Promise<number> => {
  if (args.length > 0) throw new SpecRefused(`${args.join(" ")}: this command takes nothing`);
  return command(mode());
};

try {
  const [name = "generate", ...args] = process.argv.slice(2);
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new SpecRefused(`openapi-codegen ${name}: knows ${[...COMMANDS.keys()].join(", ")}`);
  }
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof SpecRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
