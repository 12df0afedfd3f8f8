import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ClientPaths } from "../document/client-paths.ts";
import { type JsonObject, objectAt, textAt } from "../document/json.ts";
import { placing, type Source } from "../document/place.ts";
import { readSpec } from "../document/spec-file.ts";
import { upgraded } from "../document/upgrade.ts";
import { withMarkedFiles } from "../model/files.ts";
import { operationsOf } from "../model/operation-model.ts";
import { responseView } from "../model/response-view.ts";
import { readProvider } from "../provider/read-provider.ts";
import { writeOperations } from "./write-operations.ts";
import { writePicks } from "./write-picks.ts";
import { writeSchemas } from "./write-schemas.ts";
import { writeTesting, writeTestingTypes } from "./write-testing.ts";
import { writeTypes } from "./write-types.ts";
import { writeValidators, writeValidatorTypes } from "./write-validators.ts";
import { writeVocabularies } from "./write-vocabularies.ts";

/** Generated files by name, whole. */
export type GeneratedFiles = Readonly<Record<string, string>>;

/** How the files in the tree differ from what the spec gives. */
export interface Staleness {
  readonly stale: readonly string[];
  readonly missing: readonly string[];
  /** Files that nothing generates any more. */
  readonly leftOver: readonly string[];
}

/**
 * Makes every generated file of a client from its spec, without writing any. The same spec gives the same bytes.
 * `name` is the folder of the spec, `from` what it is made from there. Refuses a spec that no client can be made from.
 */
export const filesOf = async (
  name: string,
  written: JsonObject,
  from = "openapi.yaml",
): Promise<GeneratedFiles> => {
  const document = withMarkedFiles(upgraded(written));
  const operations = operationsOf(document);
  const view = responseView(document);
  const origin = `Generated from specs/${name}/${from} by \`pnpm generate\`. Change the spec, not this file.`;
  const title = textAt(objectAt(document, "info"), "title") ?? name;
  const code = (text: string) => `// ${origin}\n\n${text}`;
  const types = await writeTypes(view);
  return {
    "types.ts": code(types),
    "schemas.ts": code(writeSchemas(types)),
    "vocabularies.ts": code(writeVocabularies(document)),
    "validators.js": code(writeValidators(document, view)),
    "validators.d.ts": code(writeValidatorTypes(document)),
    "operations.ts": code(writeOperations(document, title, operations)),
    "picks.ts": code(writePicks(operations)),
    "testing.js": code(writeTesting(document, operations)),
    "testing.d.ts": code(writeTestingTypes(document, operations)),
    // JSON has no comments, so an extension says where the file comes from.
    "openapi.json": `${JSON.stringify({ "x-generated": origin, ...written }, null, 2)}\n`,
  };
};

/** What a client is made of, and what whoever makes it is told. */
export interface ClientSource {
  readonly document: JsonObject;
  /** What findings are placed in. */
  readonly source: Source;
  /** The files of `specs/<name>` that it stands in. */
  readonly from: string;
  readonly notes: readonly string[];
}

/** Reads what a client is made of. A spec of our own has to lint; a provider's is taken as it is, under its overlay. */
export const readClientSource = async (paths: ClientPaths): Promise<ClientSource> => {
  const from = basename(paths.specFile);
  if (paths.overlayFile !== undefined) {
    const spec = await readProvider(paths, paths.overlayFile);
    return { ...spec, from: `${from} and ${basename(paths.overlayFile)}` };
  }
  return { ...(await readSpec(paths)), from, notes: [] };
};

/** Makes a client's files from the spec as it lies in the workspace. */
export const generateFiles = async (
  paths: ClientPaths,
): Promise<{ readonly files: GeneratedFiles; readonly notes: readonly string[] }> => {
  const { document, source, from, notes } = await readClientSource(paths);
  return { files: await placing(source, () => filesOf(paths.name, document, from)), notes };
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
};

/** Compares the folder with what it should hold, both ways. All three lists empty means that it is up to date. */
export const compareFiles = async (folder: string, files: GeneratedFiles): Promise<Staleness> => {
  const found = await namesIn(folder);
  const wanted = Object.keys(files);
  const isStale = await Promise.all(
    wanted.map(
      async (name) => found.includes(name) && (await readFile(join(folder, name), "utf8")) !== files[name],
    ),
  );
  return {
    stale: wanted.filter((_, index) => isStale[index]),
    missing: wanted.filter((name) => !found.includes(name)),
    leftOver: found.filter((name) => !wanted.includes(name)),
  };
};

/** Makes the folder hold exactly these files. A file that is already right is not touched, so that watchers stay calm. */
export const writeFiles = async (folder: string, files: GeneratedFiles): Promise<Staleness> => {
  const before = await compareFiles(folder, files);
  await mkdir(folder, { recursive: true });
  for (const name of [...before.stale, ...before.missing])
    await writeFile(join(folder, name), files[name] ?? "");
  for (const name of before.leftOver) await rm(join(folder, name));
  return before;
};
