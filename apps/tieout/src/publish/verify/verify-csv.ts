import { addDays, isDayIn, parseAmount } from "@tieout/reconcile";
import { outside } from "../tables/column.ts";
import { settlementDays } from "../tables/settlement-days.ts";
import { settlements } from "../tables/settlements.ts";
import { columnsOf, type Table } from "../tables/Table.ts";
import { readAmount, readCount } from "./CellSums.ts";
import { capped, type Problem, reasonOf } from "./problem.ts";
import type { PublishedManifest } from "./published-manifest.ts";
import { type CsvRow, cell, readRecords } from "./read-csv.ts";
import { isBeforeIn } from "./row-order.ts";

/** Sums that hold within a row where all three cells are filled: the first is the second less the third. */
const DIFFERENCES = [
  ["net_computed", "captured_computed", "refunded_computed"],
  ["refunded_difference", "refunded_declared", "refunded_computed"],
  ["unexplained", "net_declared", "net_computed"],
] as const;

const cellFaults = (row: CsvRow, table: Table): ReadonlyArray<string> => {
  const currency = cell(row, "currency");
  return [
    ...columnsOf(table, "amount")
      .filter((column) => readAmount(cell(row, column), currency) === undefined)
      .map(
        (column) => `${column} is ${cell(row, column)}, which is no amount in ${currency || "no currency"}`,
      ),
    ...columnsOf(table, "count")
      .filter((column) => readCount(cell(row, column)) === undefined)
      .map((column) => `${column} is ${cell(row, column)}, which is no count`),
  ];
};

const differenceFaults = (row: CsvRow): ReadonlyArray<string> =>
  DIFFERENCES.flatMap(([result, from, less]) => {
    const [difference, whole, part] = [result, from, less].map((column) =>
      parseAmount(cell(row, column), cell(row, "currency")),
    );
    if (difference === undefined || whole === undefined || part === undefined) return [];
    return difference === whole - part
      ? []
      : [`${result} is ${cell(row, result)}, and ${from} less ${less} is something else`];
  });

/** What a row says of where it belongs: to the manifest's book, and for settlements to its window. */
const placeFaults = (
  { file, columns }: Table,
  row: CsvRow,
  { book, window, day }: PublishedManifest,
): ReadonlyArray<string> => {
  const date = cell(row, "business_date");
  const isDated = file === settlements.file || file === settlementDays.file;
  return [
    ...(!columns.some(({ name }) => name === "book") || cell(row, "book") === outside(book)
      ? []
      : [`book is ${cell(row, "book")}, not ${book}`]),
    ...(isDated && !isDayIn(date, { from: window.from, to: addDays(day, 1) })
      ? [`business_date is ${date}, outside of the window`]
      : []),
  ];
};

const headerFault = (header: ReadonlyArray<string>, { columns }: Table): string | undefined => {
  const at = columns.findIndex(({ name }, index) => header[index] !== name);
  if (at >= 0) return `has ${header[at] ?? "nothing"} as column ${at + 1} where ${columns[at]?.name} belongs`;
  return header.length > columns.length ? `has a column too many: ${header[columns.length]}` : undefined;
};

/** A CSV that a manifest names, as it should be. */
export interface StatedCsv {
  readonly table: Table;
  /** As the manifest states them. */
  readonly rows: number | null | undefined;
  readonly manifest: PublishedManifest;
}

/**
 * Reads a published CSV against its table: header, form of each cell, sums within a row, order of rows, and
 * the number of rows that the manifest states. `onRow` gets each row. Holds one row at a time.
 */
export const verifyCsv = async (
  path: string,
  { table, rows, manifest }: StatedCsv,
  onRow: (row: CsvRow) => void,
): Promise<ReadonlyArray<Problem>> => {
  const isBefore = isBeforeIn(table);
  const faults: Array<string> = [];
  let header: ReadonlyArray<string> | undefined;
  let previous: CsvRow | undefined;
  let count = 0;
  try {
    for await (const record of readRecords(path)) {
      if (header === undefined) {
        header = record;
        const fault = headerFault(record, table);
        if (fault === undefined) continue;
        faults.push(fault);
        return capped(table.file, faults);
      }
      count += 1;
      const row: CsvRow = Object.fromEntries(table.columns.map(({ name }, at) => [name, record[at] ?? ""]));
      for (const fault of [
        ...cellFaults(row, table),
        ...differenceFaults(row),
        ...placeFaults(table, row, manifest),
      ])
        faults.push(`row ${count}: ${fault}`);
      if (previous !== undefined && !isBefore(previous, row))
        faults.push(`row ${count}: does not come after row ${count - 1} in the order of the file`);
      previous = row;
      onRow(row);
    }
  } catch (cause) {
    faults.push(`cannot be read as CSV after row ${count}: ${reasonOf(cause)}`);
    return capped(table.file, faults);
  }
  if (header === undefined) faults.unshift("is empty, without even a header");
  else if (count !== rows)
    faults.unshift(`has ${count} rows, and the manifest says ${rows ?? "nothing of rows"}`);
  return capped(table.file, faults);
};
