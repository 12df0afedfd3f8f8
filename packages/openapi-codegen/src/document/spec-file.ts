import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { parseDocument } from "yaml";
import type { ClientPaths } from "./client-paths.ts";
import { misspeltIn } from "./extensions.ts";
import { isArray, isObject, type Json, type JsonObject, objectAt, SpecRefused, textAt } from "./json.ts";
import { placing, readFault, type Source, saysWhere, unresolvedAt } from "./place.ts";
import { demandVersion } from "./upgrade.ts";

const redoclyCli = createRequire(import.meta.url).resolve("@redocly/cli/package.json");

/**
 * Runs Redocly's command line in the workspace root, where its rules (`redocly.yaml`) lie.
 * A process of its own, because the package ships no library; it takes a third of a second.
 */
export const redocly = (
  root: string,
  args: readonly string[],
): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(dirname(redoclyCli), "bin", "cli.js"), ...args], {
      cwd: root,
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const texts = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      texts.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      texts.err += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, ...texts }));
  });

const problemLine = (paths: ClientPaths, problem: JsonObject): string => {
  const location = isArray(problem["location"]) ? problem["location"].find(isObject) : undefined;
  const start = objectAt(location ?? {}, "start");
  const file = textAt(objectAt(location ?? {}, "source"), "ref") ?? relative(paths.root, paths.specFile);
  return `${file}:${start["line"]}:${start["col"]} ${problem["ruleId"]}: ${problem["message"]}`;
};

/** The object that a text of YAML or JSON holds; an empty one where it is neither. */
const objectIn = (text: string): JsonObject => {
  const read = parseDocument(text, { prettyErrors: false });
  const value: Json = read.errors.length > 0 ? {} : read.toJS();
  if (!isObject(value)) throw new SpecRefused("#: a document of OpenAPI is an object");
  return value;
};

const parseObject = (text: string): JsonObject => {
  // JSON.parse promises nothing; the check makes it so.
  const value: Json = JSON.parse(text);
  if (!isObject(value)) throw new SpecRefused("expected a JSON object");
  return value;
};

/** What the linter finds in a spec, each with file, line and rule. `args` say by which rules; those of `redocly.yaml` where none do. */
export const lintFindings = async (
  paths: ClientPaths,
  args: readonly string[] = [],
): Promise<readonly string[]> => {
  const file = relative(paths.root, paths.specFile);
  const all = ["--format=json", `--max-problems=${Number.MAX_SAFE_INTEGER}`];
  const result = await redocly(paths.root, ["lint", ...all, ...args, file]);
  if (!result.out.startsWith("{")) {
    throw new SpecRefused(readFault(file, result.err || result.out));
  }
  const found = parseObject(result.out)["problems"];
  const problems = isArray(found) ? found.filter(isObject) : [];
  if (problems.length === 0 && result.code !== 0) throw new SpecRefused(result.err.trim().slice(0, 2000));
  return problems.map((problem) => problemLine(paths, problem));
};

/** Refuses a spec with any lint finding, warnings included. */
const lintSpec = async (paths: ClientPaths): Promise<void> => {
  const lines = await lintFindings(paths);
  if (lines.length === 0) return;
  const folder = `specs/${paths.name}`;
  const way = `A provider's document is held to none of these rules: put ${folder}/overlay.yaml beside it (docs/bring-an-api.md).`;
  throw new SpecRefused([`${folder} does not lint:`, ...lines, way].join("\n  "));
};

/** A document as it was read. */
export interface ReadDocument {
  readonly document: JsonObject;
  /** Its positions are those of references that lead nowhere; they are left as they are. */
  readonly source: Source;
}

/** Reads a document with every file that it refers to as one, members in the order of the source. `file` is a path from `root`. */
export const readDocument = async (root: string, file: string): Promise<ReadDocument> => {
  const folder = await mkdtemp(join(tmpdir(), "openapi-codegen-"));
  try {
    const bundled = join(folder, "openapi.json");
    // With `--force` a reference that leads nowhere does not cost the document.
    const result = await redocly(root, ["bundle", file, "--force", "--output", bundled]);
    const text = await readFile(resolve(root, file), "utf8").catch(() => undefined);
    if (text === undefined) throw new SpecRefused(`${file} cannot be read: there is no such file`);
    if (result.code !== 0) {
      // What it says without a place is of the version, as a rule, which is not read here either.
      if (!saysWhere(result.err))
        await placing({ file, text, positions: [] }, () => demandVersion(objectIn(text)));
      throw new SpecRefused(readFault(file, result.err));
    }
    const nameOf = (other: string) => (resolve(root, other) === resolve(root, file) ? file : other);
    const document = parseObject(await readFile(bundled, "utf8"));
    return { document, source: { file, text, positions: unresolvedAt(result.err, nameOf) } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * Reads a spec that is written by hand. Refuses a version that is not read, any lint finding, a reference that leads nowhere, and
 * an extension by nearly the name of one that is read.
 */
export const readSpec = async (paths: ClientPaths): Promise<ReadDocument> => {
  const read = await readDocument(paths.root, relative(paths.root, paths.specFile));
  // First: a person who mends each finding of the linter would learn it last.
  await placing(read.source, () => demandVersion(read.document));
  await lintSpec(paths);
  const faults = read.source.positions.map(
    ({ at, pointer }) => `${at}: ${pointer}: a reference leads nowhere`,
  );
  if (faults.length > 0) throw new SpecRefused(faults.join("\n"));
  const misspelt = misspeltIn(read.document).map(({ pointer, fault }) => `${pointer}: ${fault}`);
  await placing(read.source, () => {
    if (misspelt.length > 0) throw new SpecRefused(misspelt.join("\n"));
  });
  return read;
};
