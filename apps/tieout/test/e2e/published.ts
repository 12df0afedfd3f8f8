import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** A row of a published CSV by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/** A cell, which a test asks for by a name that has to be there. */
export const cell = (row: CsvRow, column: string): string => {
  const text = row[column];
  if (text === undefined) throw new Error(`no column ${column}`);
  return text;
};

/** Reads a published CSV with a strict parser: a row with too few or too many cells is an error. */
export const csv = (directory: string, name: string): readonly CsvRow[] =>
  parse(readFileSync(join(directory, name)), { columns: true, bom: true });

/** A JSON file of a report. */
export const json = (directory: string, name: string) =>
  JSON.parse(readFileSync(join(directory, name), "utf8"));

/** Every file under a directory with its path from there, sorted; links are not followed. */
export const filesUnder = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.isFile() ?? false)
    .sort();

/** The names under a directory, whatever they are; none where there is no directory. */
export const namesIn = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
};

/** SHA-256 of each file of a report but `run.json`, by name: what two equal reports have in common. */
export const fingerprint = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    namesIn(directory)
      .filter((name) => name !== "run.json")
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(directory, name)))
          .digest("hex"),
      ]),
  );

/** Checks a report as its reader would, with the system's own tool; throws when a hash is another. */
export const checkSums = (directory: string): void => {
  execFileSync("sh", ["-c", "sha256sum --check --strict SHA256SUMS"], { cwd: directory, stdio: "ignore" });
};
