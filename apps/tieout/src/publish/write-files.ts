import { join } from "node:path";
import type { Figures, Report } from "../close/Report.ts";
import { type CsvDialect, type WrittenFile, writeCsv } from "./csv.ts";
import { DOCUMENTS } from "./documents.ts";
import { TABLES } from "./tables/tables.ts";
import { writePieces } from "./write-pieces.ts";

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

/** Writes the files beside the CSVs; into none to learn their sizes. */
export const writeDocuments = async (
  dir: string | null,
  report: Report,
  csvs: ReadonlyArray<WrittenFile>,
): Promise<ReadonlyArray<WrittenFile>> => {
  const written: Array<WrittenFile> = [];
  for (const { name, pieces } of DOCUMENTS) {
    const path = dir === null ? null : join(dir, name);
    written.push({ name, rows: null, ...(await writePieces(path, await pieces(report, csvs))) });
  }
  return written;
};

/** `SHA256SUMS` in the form that `sha256sum --check` reads. */
export const printedSums = (files: ReadonlyArray<Pick<WrittenFile, "name" | "sha256">>): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
