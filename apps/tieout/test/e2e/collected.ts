import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where each CSV that a test had the built app publish lies once, with what the report's metadata says of it. */
export const COLLECTED = fileURLToPath(new URL("../../reports/published", import.meta.url));

const SUMS = "SHA256SUMS";
const METADATA = "csv-metadata.json";

/** The directories of reports that were published below one since an instant. */
const publishedSince = (cwd: string, sinceMs: number): readonly string[] =>
  // Directories may vanish meanwhile, where several processes publish into one: a glob passes over them.
  globSync(`**/${SUMS}`, { cwd })
    .filter((path) => !path.includes("/.staging-"))
    .map((path) => join(cwd, path))
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > sinceMs)
    .map(dirname);

/** Makes a directory for a CSV; false where another report has had the same one. */
const isNew = (directory: string): boolean => mkdirSync(directory, { recursive: true }) !== undefined;

const collect = (report: string): void => {
  const metadata = JSON.parse(readFileSync(join(report, METADATA), "utf8"));
  for (const line of readFileSync(join(report, SUMS), "utf8").split("\n")) {
    const [sha256 = "", name = ""] = line.split("  ");
    const directory = join(COLLECTED, sha256);
    if (!name.endsWith(".csv") || !isNew(directory)) continue;
    const tables = metadata.tables.filter(({ url }: { url: string }) => url === name);
    copyFileSync(join(report, name), join(directory, name));
    writeFileSync(join(directory, METADATA), JSON.stringify({ ...metadata, tables }));
  }
};

/** Collects what a command published since it began; a report that another one takes away meanwhile is not there. */
export const collectPublished = (cwd: string, sinceMs: number): void => {
  if (!existsSync(cwd)) return;
  for (const report of publishedSince(cwd, sinceMs)) if (existsSync(join(report, METADATA))) collect(report);
};
