import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SpecRefused } from "../document/json.ts";
import { type ClientPaths, clientPaths, lintSpec, readSpec } from "../document/spec-file.ts";
import { operationsOf } from "../model/operation-model.ts";
import { filesOf, type GeneratedFiles, writeFiles } from "../write/generated-files.ts";
import { clientSource } from "./client-source.ts";
import { type ClientNames, clientNames } from "./names.ts";
import { packageJson, tsconfigJson, tsdownConfig, vitestConfig } from "./package-files.ts";
import { agents, readme } from "./package-pages.ts";
import { clientTest, errorsSource, indexSource, testingSource } from "./source-files.ts";

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
  "src/testing.ts": testingSource(names),
  "test/client.test.ts": clientTest(names),
});

const scaffold = async (paths: ClientPaths): Promise<void> => {
  await lintSpec(paths);
  const document = await readSpec(paths);
  const files = handwrittenFiles(clientNames(paths.name, document, operationsOf(document)));
  // Made first, so that a spec which cannot be generated from leaves no half package behind.
  const generated = await filesOf(paths.name, document);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(paths.packageFolder, name)), { recursive: true });
    await writeFile(join(paths.packageFolder, name), text);
  }
  await writeFiles(paths.generatedFolder, generated);
};

/** The folders of `specs/` that have an `openapi.yaml` but no client package, by name. */
export const specsWithoutClient = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(join(root, "specs"), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(root, "specs", entry.name, "openapi.yaml")))
    .map((entry) => entry.name)
    .filter((name) => !existsSync(join(root, "packages", `${name}-client`, "package.json")))
    .sort();
};

/**
 * Lays out a client package for every spec that has none, and answers with their names.
 *
 * What it writes outside `src/generated/` belongs to people from then on and is never written again.
 * In `compare` mode nothing is written, and a spec without a client is refused.
 */
export const addNewClients = async (root: string, mode: "write" | "compare"): Promise<readonly string[]> => {
  const names = await specsWithoutClient(root);
  if (mode === "compare" && names.length > 0) {
    const lines = names.map((name) => `  missing: packages/${name}-client`);
    throw new SpecRefused(
      ["Specs without a client package:", ...lines, "To fix this, run: pnpm generate"].join("\n"),
    );
  }
  for (const name of names) await scaffold(clientPaths(join(root, "packages", `${name}-client`)));
  return names;
};
