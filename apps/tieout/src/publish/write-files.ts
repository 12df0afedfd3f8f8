import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Figures } from "../close/Report.ts";
import { sha256 } from "../ledger/store/blob.ts";
import { type CsvDialect, type WrittenFile, writeCsv } from "./csv.ts";
import { cohortColumns } from "./tables/cohort-columns.ts";
import type { Column } from "./tables/column.ts";
import { exceptionColumns } from "./tables/exception-columns.ts";
import { paymentColumns } from "./tables/payment-columns.ts";
import { restatementColumns } from "./tables/restatement-columns.ts";
import { dayColumns, settlementColumns } from "./tables/settlement-columns.ts";

/** The CSVs that a report may have, in the order a manifest lists them. */
export const CSV_FILES = {
  cohorts: "credentials-by-cohort.csv",
  settlements: "settlement-by-batch.csv",
  days: "settlement-by-day.csv",
  payments: "cohort-payments.csv",
  exceptions: "exceptions.csv",
  restatements: "restatements.csv",
} as const;

/** Writes a report's CSVs into a directory, or into none to learn their sizes; a source that is not configured has none. */
export const writeCsvs = async (
  dir: string | null,
  report: Figures,
  dialect: CsvDialect,
): Promise<ReadonlyArray<WrittenFile>> => {
  const written: Array<WrittenFile> = [];
  const write = async <Row>(
    name: string,
    columns: ReadonlyArray<Column<Row>>,
    rows: ReadonlyArray<Row> | null,
  ) => {
    if (rows !== null)
      written.push(
        await writeCsv({ path: dir === null ? null : join(dir, name), name }, columns, rows, dialect),
      );
  };
  await write(CSV_FILES.cohorts, cohortColumns, report.cohorts);
  await write(CSV_FILES.settlements, settlementColumns, report.settlements);
  await write(CSV_FILES.days, dayColumns, report.days);
  await write(CSV_FILES.payments, paymentColumns, report.payments);
  await write(CSV_FILES.exceptions, exceptionColumns, report.exceptions);
  await write(CSV_FILES.restatements, restatementColumns, report.restatements);
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
