import { existsSync } from "node:fs";
import { join } from "node:path";
import { unguardFormula } from "../formula-guard.ts";
import type { Table } from "../tables/Table.ts";
import { type CsvRow, readRecords } from "../verify/read-csv.ts";

/** The rows of a published CSV with every text as it came; none where the report has no such file. */
export const publishedRows = async (
  directory: string,
  { file }: Pick<Table, "file">,
): Promise<ReadonlyArray<CsvRow>> => {
  if (!existsSync(join(directory, file))) return [];
  const rows: Array<CsvRow> = [];
  let header: ReadonlyArray<string> | undefined;
  for await (const record of readRecords(join(directory, file))) {
    if (header === undefined) header = record;
    else rows.push(Object.fromEntries(header.map((name, at) => [name, unguardFormula(record[at] ?? "")])));
  }
  return rows;
};

/** What a cell says; null where it is empty. */
export const shownCell = (row: CsvRow, column: string): string | null => row[column] || null;
