import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PublishedManifest, readManifest } from "../verify/published-manifest.ts";
import { type CsvRow, readRecords } from "../verify/read-csv.ts";
import { COMPARED_TABLES, type ComparedTable } from "./compared-tables.ts";

/** A published report as it is compared. */
export interface ReadReport {
  readonly directory: string;
  readonly manifest: PublishedManifest;
  /** By file; of those that it has. */
  readonly rows: ReadonlyMap<string, ReadonlyArray<CsvRow>>;
  /** Settings that shaped its figures, by path; none where an older tieout did not keep them. */
  readonly settings: ReadonlyMap<string, string>;
}

const MANIFEST = "manifest.json";
const SETTINGS = "config.json";

const readRows = async (
  directory: string,
  { file, sameBy }: ComparedTable,
): Promise<ReadonlyArray<CsvRow>> => {
  const rows: Array<CsvRow> = [];
  let header: ReadonlyArray<string> | undefined;
  for await (const record of readRecords(join(directory, file))) {
    if (header === undefined) {
      header = record;
      const lacking = sameBy.find((column) => !record.includes(column));
      if (lacking !== undefined) throw new Error(`has no column ${lacking} in ${file}`);
    } else rows.push(Object.fromEntries(header.map((name, at) => [name, record[at] ?? ""])));
  }
  return rows;
};

/** The members of a JSON value by their paths, each as JSON. */
const membersIn = (value: unknown, path: string): ReadonlyArray<readonly [string, string]> =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, member]) =>
        membersIn(member, path === "" ? name : `${path}.${name}`),
      )
    : [[path, JSON.stringify(value)]];

const readSettings = async (path: string): Promise<ReadonlyMap<string, string>> => {
  if (!existsSync(path)) return new Map();
  const settings: unknown = JSON.parse(await readFile(path, "utf8"));
  // The window stands beside it, and is another one every night.
  return new Map(membersIn(settings, "").filter(([name]) => !name.startsWith("window.")));
};

/** Reads a published report. Rejects with what cannot be read, in a sentence that follows its directory. */
export const readReport = async (directory: string): Promise<ReadReport> => {
  // A pipe would be waited for.
  for (const name of [MANIFEST, SETTINGS, ...COMPARED_TABLES.map(({ file }) => file)])
    if (statSync(join(directory, name), { throwIfNoEntry: false })?.isFile() === false)
      throw new Error(`has something else than a file in the place of ${name}`);
  const read = await readManifest(join(directory, MANIFEST));
  if (!("manifest" in read)) throw new Error(`has a manifest that ${read.problem}`);
  const rows = new Map<string, ReadonlyArray<CsvRow>>();
  for (const table of COMPARED_TABLES)
    if (existsSync(join(directory, table.file))) rows.set(table.file, await readRows(directory, table));
  const settings = await readSettings(join(directory, SETTINGS));
  return { directory, manifest: read.manifest, rows, settings };
};
