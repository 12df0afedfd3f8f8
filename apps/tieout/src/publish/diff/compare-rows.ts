import { formatMinor, isDayIn, parseAmount, type Window } from "@tieout/reconcile";
import { type CsvRow, cell } from "../verify/read-csv.ts";
import type { ComparedTable } from "./compared-tables.ts";

/** A cell that the same thing has otherwise in the other report. */
export interface CellChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  /** `to` less `from`; null where there is nothing to subtract. */
  readonly difference: string | null;
}

/** A row that came, went, or shows the same thing otherwise. Cells are as they stand in the files. */
export interface RowChange {
  readonly file: string;
  /** `came` and `went`: with its day where only one of the two windows has it. */
  readonly change: "changed" | "came" | "went" | "came_with_window" | "went_with_window";
  /** The cells that tell what it is about. */
  readonly key: ReadonlyArray<string>;
  /** As the later of the two has it. */
  readonly row: CsvRow;
  /** Empty but for `changed`. */
  readonly cells: ReadonlyArray<CellChange>;
}

/** The rows of one CSV in two reports; undefined where a report has no such file. */
export interface TwoSides {
  readonly from: ReadonlyArray<CsvRow>;
  readonly to: ReadonlyArray<CsvRow>;
}

const differenceOf = (
  { amounts, counts }: ComparedTable,
  column: string,
  [from, to]: readonly [from: CsvRow, to: CsvRow],
): string | null => {
  const [before, now] = [cell(from, column), cell(to, column)];
  if (counts.has(column) && before !== "" && now !== "") return String(BigInt(now) - BigInt(before));
  const currency = cell(to, "currency");
  if (!amounts.has(column) || currency !== cell(from, "currency")) return null;
  const [less, whole] = [parseAmount(before, currency), parseAmount(now, currency)];
  return less === undefined || whole === undefined ? null : formatMinor(whole - less, currency);
};

const cellChanges = (table: ComparedTable, from: CsvRow, to: CsvRow): ReadonlyArray<CellChange> =>
  Object.keys({ ...from, ...to })
    .filter((column) => !table.leftOut.has(column) && cell(from, column) !== cell(to, column))
    .map((column) => ({
      column,
      from: cell(from, column),
      to: cell(to, column),
      difference: differenceOf(table, column, [from, to]),
    }));

const keyOf = ({ sameBy }: ComparedTable, row: CsvRow): ReadonlyArray<string> =>
  sameBy.map((column) => cell(row, column));

/** Whether a row has a day that the other window does not have, so that its absence there says nothing. */
const isOutside = (row: CsvRow, window: Window): boolean => {
  const day = cell(row, "business_date");
  return day !== "" && !isDayIn(day, window);
};

/**
 * What is otherwise in the rows of one CSV of two reports, in the order of the second file, what went behind it in the
 * order of the first. Exceptions are about everything the ledger knows, whatever the window.
 */
export const compareRows = (
  table: ComparedTable,
  { from, to }: TwoSides,
  windows: { readonly from: Window; readonly to: Window },
): ReadonlyArray<RowChange> => {
  const { file, isThere } = table;
  const isDated = file.startsWith("settlement-");
  const before = new Map(
    from.filter(isThere).map((row) => [JSON.stringify(keyOf(table, row)), row] as const),
  );
  const found = to.filter(isThere).flatMap((row): ReadonlyArray<RowChange> => {
    const key = keyOf(table, row);
    const name = JSON.stringify(key);
    const earlier = before.get(name);
    before.delete(name);
    if (earlier === undefined) {
      const change = isDated && isOutside(row, windows.from) ? "came_with_window" : "came";
      return [{ file, change, key, row, cells: [] }];
    }
    const cells = cellChanges(table, earlier, row);
    return cells.length === 0 ? [] : [{ file, change: "changed", key, row, cells }];
  });
  const gone = [...before.values()].map((row): RowChange => {
    const change = isDated && isOutside(row, windows.to) ? "went_with_window" : "went";
    return { file, change, key: keyOf(table, row), row, cells: [] };
  });
  return [...found, ...gone];
};
