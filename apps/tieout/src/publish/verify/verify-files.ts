import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { SOURCES, type SourceRole } from "../../config/sources.ts";
import { CONFIG, DOCUMENTS } from "../documents.ts";
import { fileSha256 } from "../revisions.ts";
import { SIGNATURE, SUMS } from "../signature.ts";
import { TABLES } from "../tables/tables.ts";
import { checking, type Problem, reasonOf } from "./problem.ts";
import type { PublishedManifest } from "./published-manifest.ts";

export const MANIFEST = "manifest.json";
/** The one file of a report whose bytes nobody vouches for: it tells how the run went. */
const RUN = "run.json";

type Hashes = ReadonlyMap<string, string>;

/** Reads the lines of `SHA256SUMS`, as `sha256sum --check` would. */
const readSums = async (
  dir: string,
): Promise<{ readonly sums: Hashes; readonly problems: ReadonlyArray<Problem> }> => {
  const sums = new Map<string, string>();
  const problems: Array<Problem> = [];
  try {
    const lines = (await readFile(join(dir, SUMS), "utf8")).split("\n");
    for (const [at, line] of lines.entries()) {
      const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (hash !== undefined && name !== undefined) sums.set(name, hash);
      else if (line !== "" || at < lines.length - 1)
        problems.push({ file: SUMS, problem: `is not readable in line ${at + 1}` });
    }
  } catch (cause) {
    problems.push({
      file: SUMS,
      problem: isMissing(cause) ? "is missing" : `cannot be read: ${reasonOf(cause)}`,
    });
  }
  return { sums, problems };
};

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ENOENT";

/** Which files of these vouch for a hash that a file does not have. */
const disowning = (
  name: string,
  hash: string,
  lists: Readonly<Record<string, Hashes>>,
): ReadonlyArray<string> =>
  Object.entries(lists).flatMap(([list, hashes]) => {
    const promised = hashes.get(name);
    return promised === undefined || promised === hash ? [] : [list];
  });

const verifyFile = async (
  dir: string,
  name: string,
  { lists, bytes }: { readonly lists: Readonly<Record<string, Hashes>>; readonly bytes: number | undefined },
): Promise<ReadonlyArray<Problem>> => {
  const path = join(dir, name);
  const { size } = await stat(path);
  const lacking = disowning(name, await fileSha256(path), lists);
  if (lacking.length > 0)
    return [
      {
        file: name,
        problem: `is not as it was published: its SHA-256 is not the one in ${lacking.join(" and ")}`,
      },
    ];
  return bytes === undefined || bytes === size
    ? []
    : [{ file: name, problem: `has ${size} bytes, and ${MANIFEST} says ${bytes}` }];
};

/** Whether a source has files: it was asked some time. Where a manifest does not say, it was where it was configured. */
const isShown = (source: PublishedManifest["sources"][string] | undefined): boolean =>
  source !== undefined && (source.last_asked === undefined ? source.configured : source.last_asked !== null);

/** Files that a report of these sources always has, and that its manifest does not name. */
const unnamed = ({ sources, files }: PublishedManifest): ReadonlyArray<Problem> => {
  const names = new Set(files.map(({ name }) => name));
  const isConfigured = (role: SourceRole): boolean =>
    SOURCES.some((source) => source.role === role && isShown(sources[source.name]));
  const csvs = TABLES.filter(
    ({ presence }) => presence === "always" || (presence !== "linked" && isConfigured(presence)),
  );
  return [...csvs.map(({ file }) => file), ...DOCUMENTS.map(({ name }) => name)]
    .filter((name) => !names.has(name))
    .map((name) => ({ file: MANIFEST, problem: `does not name ${name}, which this report has to have` }));
};

/** Where a manifest names another configuration than the one that the report shows. */
const misnamedConfiguration = ({
  files,
  config_sha256: stated,
}: PublishedManifest): ReadonlyArray<Problem> => {
  const shown = files.find(({ name }) => name === CONFIG);
  return shown === undefined || shown.sha256 === stated
    ? []
    : [{ file: MANIFEST, problem: `has a config_sha256 that is not the SHA-256 of ${CONFIG}` }];
};

/**
 * Holds the files of a report's directory against its manifest and its `SHA256SUMS`: each there, none too many, each
 * with the size and hash stated. `manifest` is undefined where it could not be read; the sums alone decide then.
 */
export const verifyFiles = async (
  dir: string,
  manifest: PublishedManifest | undefined,
): Promise<ReadonlyArray<Problem>> => {
  const there = new Set(await readdir(dir));
  const { sums, problems } = await readSums(dir);
  const files = manifest?.files ?? [];
  const stated: Hashes = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  const bytes = new Map(files.map((file) => [file.name, file.bytes]));
  const known = new Set([...stated.keys(), ...sums.keys(), MANIFEST]);

  const found: Array<Problem> = [
    ...problems,
    ...(manifest === undefined ? [] : [...unnamed(manifest), ...misnamedConfiguration(manifest)]),
  ];
  for (const name of [...known].sort()) {
    if (!there.has(name)) {
      // A manifest that is missing has been said to be by whoever tried to read it.
      if (name !== MANIFEST) found.push({ file: name, problem: "is missing" });
      continue;
    }
    found.push(
      ...(await checking(name, () =>
        verifyFile(dir, name, { lists: { [MANIFEST]: stated, [SUMS]: sums }, bytes: bytes.get(name) }),
      )),
    );
    if (sums.size > 0 && !sums.has(name)) found.push({ file: SUMS, problem: `does not name ${name}` });
    if (manifest !== undefined && name !== MANIFEST && !stated.has(name))
      found.push({ file: MANIFEST, problem: `does not name ${name}, and ${SUMS} does` });
  }
  for (const name of [...there].sort())
    if (!known.has(name) && ![SUMS, SIGNATURE, RUN].includes(name))
      found.push({ file: name, problem: "is no file of this report" });
  return found;
};
