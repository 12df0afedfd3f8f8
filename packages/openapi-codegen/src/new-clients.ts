import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { filesOf, type GeneratedFiles, writeFiles } from "./generated-files.ts";
import { SpecRefused } from "./json.ts";
import { operationsOf } from "./operation-model.ts";
import { type ClientPlace, lintSpec, placeOf, readSpec } from "./spec-file.ts";
import { type ClientNames, clientNames } from "./templates/names.ts";
import { packageJson, readme, tsconfigJson, tsdownConfig, vitestConfig } from "./templates/package-files.ts";
import {
  clientSource,
  clientTest,
  errorsSource,
  indexSource,
  testingSource,
} from "./templates/source-files.ts";

const handwrittenFiles = (names: ClientNames): GeneratedFiles => ({
  "package.json": packageJson(names),
  "tsconfig.json": tsconfigJson(),
  "tsdown.config.ts": tsdownConfig(),
  "vitest.config.ts": vitestConfig(),
  "README.md": readme(names),
  "src/client.ts": clientSource(names),
  "src/errors.ts": errorsSource(names),
  "src/index.ts": indexSource(names),
  "src/testing.ts": testingSource(names),
  "test/client.test.ts": clientTest(names),
});

const scaffold = async (place: ClientPlace): Promise<void> => {
  await lintSpec(place);
  const document = await readSpec(place);
  const files = handwrittenFiles(clientNames(place.name, document, operationsOf(document)));
  // Made first, so that a spec which cannot be generated from leaves no half package behind.
  const generated = await filesOf(place.name, document);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(place.packageFolder, name)), { recursive: true });
    await writeFile(join(place.packageFolder, name), text);
  }
  await writeFiles(place.generatedFolder, generated);
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
  for (const name of names) await scaffold(placeOf(join(root, "packages", `${name}-client`)));
  return names;
};
