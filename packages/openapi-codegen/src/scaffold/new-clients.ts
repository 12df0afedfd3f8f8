import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ClientPaths, clientPaths, specIn } from "../document/client-paths.ts";
import { SpecRefused } from "../document/json.ts";
import { placing } from "../document/place.ts";
import { operationsOf } from "../model/operation-model.ts";
import { filesOf, type GeneratedFiles, readClientSource, writeFiles } from "../write/generated-files.ts";
import { clientSource } from "./client-source.ts";
import { type ClientNames, clientNames } from "./names.ts";
import { packageJson, tsconfigJson, tsdownConfig, vitestConfig } from "./package-files.ts";
import { agents, readme } from "./package-pages.ts";
import { clientTest, errorsSource, indexSource, picksSource, testingSource } from "./source-files.ts";

const handwrittenFiles = (names: ClientNames): GeneratedFiles => ({
  "package.json": packageJson(names),
  "tsconfig.json": tsconfigJson(),
  "tsdown.config.ts": tsdownConfig(),
  "vitest.config.ts": vitestConfig(),
  "README.md": readme(names),
  "AGENTS.md": agents(names),
  "src/client.ts": clientSource(names),
  "src/errors.ts": errorsSource(names),
  "src/index.ts": indexSource(names),
  "src/picks.ts": picksSource(names),
  "src/testing.ts": testingSource(names),
  "test/client.test.ts": clientTest(names),
});

/** A package that is ready to be written. */
interface NewPackage {
  readonly paths: ClientPaths;
  readonly handwritten: GeneratedFiles;
  readonly generated: GeneratedFiles;
  readonly notes: readonly string[];
}

const newPackage = async (paths: ClientPaths): Promise<NewPackage> => {
  const { document, source, from, notes } = await readClientSource(paths);
  return placing(source, async () => {
    const handwritten = handwrittenFiles(clientNames(paths.name, document, operationsOf(document)));
    return { paths, handwritten, generated: await filesOf(paths.name, document, from), notes };
  });
};

/** All packages, or the reasons why one of them cannot be: all at once, of all specs. */
const newPackages = async (all: readonly ClientPaths[]): Promise<readonly NewPackage[]> => {
  const ready: NewPackage[] = [];
  const faults: string[] = [];
  for (const paths of all) {
    try {
      ready.push(await newPackage(paths));
    } catch (error) {
      if (!(error instanceof SpecRefused)) throw error;
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new SpecRefused(faults.join("\n"));
  return ready;
};

const writePackage = async ({ paths, handwritten, generated }: NewPackage): Promise<void> => {
  for (const [name, text] of Object.entries(handwritten)) {
    await mkdir(dirname(join(paths.packageFolder, name)), { recursive: true });
    await writeFile(join(paths.packageFolder, name), text);
  }
  await writeFiles(paths.generatedFolder, generated);
};

/** The folders of `specs/` that have a spec but no client package, by name. */
export const specsWithoutClient = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(join(root, "specs"), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && specIn(join(root, "specs", entry.name)) !== undefined)
    .map((entry) => entry.name)
    .filter((name) => !existsSync(join(root, "packages", `${name}-client`, "package.json")))
    .sort();
};

/**
 * Lays out a client package for every spec that has none, and answers with their names and what is to be said of them.
 * All or none: where one spec cannot be generated from, or one file cannot be written, nothing stays.
 *
 * What it writes outside `src/generated/` belongs to people from then on and is never written again.
 * In `compare` mode nothing is written, and a spec without a client is refused.
 */
export const addNewClients = async (
  root: string,
  mode: "write" | "compare",
): Promise<{ readonly names: readonly string[]; readonly notes: readonly string[] }> => {
  const names = await specsWithoutClient(root);
  if (mode === "compare" && names.length > 0) {
    const lines = names.map((name) => `  missing: packages/${name}-client`);
    throw new SpecRefused(
      ["Specs without a client package:", ...lines, "To fix this, run: pnpm generate"].join("\n"),
    );
  }
  const all = names.map((name) => clientPaths(join(root, "packages", `${name}-client`)));
  const taken = all.filter(({ packageFolder }) => existsSync(packageFolder));
  if (taken.length > 0) {
    const lines = taken.map(({ name }) => `packages/${name}-client is there, and holds no package.json`);
    throw new SpecRefused(lines.join("\n"));
  }
  const packages = await newPackages(all);
  try {
    for (const one of packages) await writePackage(one);
  } catch (error) {
    for (const { packageFolder } of all) await rm(packageFolder, { recursive: true, force: true });
    throw error;
  }
  return { names, notes: packages.flatMap(({ notes }) => notes) };
};
