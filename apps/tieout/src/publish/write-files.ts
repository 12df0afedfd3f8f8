import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Figures } from "../close/Report.ts";
import { sha256 } from "../ledger/store/blob.ts";
import { type CsvDialect, type WrittenFile, writeCsv } from "./csv.ts";
import { TABLES } from "./tables/tables.ts";

/** Writes a report's CSVs into a directory, or into none to learn their sizes; a source that is not configured has none. */
export const writeCsvs = async (
  dir: string | null,
  report: Figures,
  dialect: CsvDialect,
): Promise<ReadonlyArray<WrittenFile>> => {
  const written: Array<WrittenFile> = [];
  for (const { file: name, columns, records } of TABLES) {
    const rows = records(report);
    if (rows === null) continue;
    const place = { path: dir === null ? null : join(dir, name), name };
    written.push(await writeCsv(place, { header: columns.map((column) => column.name), rows }, dialect));
  }
  return written;
};

/** Writes a small text file and flushes it to the disk; returns its SHA-256. */
export const writeText = async (path: string, text: string): Promise<string> => {
  const file = await open(path, "wx");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return sha256(text);
};

/** A value as the JSON files of a report print it: indented, with a line end. */
export const printedJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** `SHA256SUMS` in the form that `sha256sum --check` reads. */
export const printedSums = (files: ReadonlyArray<Pick<WrittenFile, "name" | "sha256">>): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
