import { compareCodePoints } from "@tieout/reconcile";
import { goneThrough } from "../../close/gone-through.ts";
import type { Figures } from "../../close/Report.ts";
import type { SourceRole } from "../../config/sources.ts";
import { type Column, type ColumnFacts, printCell, type SheetCell, sheetCell } from "./column.ts";

/** One CSV of a report, as all that writes, reads or explains it knows it. */
export interface Table {
  readonly file: string;
  /** Whether every report has it, or those of a source that is configured, or those with links. */
  readonly presence: SourceRole | "linked" | "always";
  /** What tells its rows apart, and their order: by code point of each column's text, empty first, unless it is ranked. */
  readonly key: ReadonlyArray<string>;
  /** The columns that alone tell its rows apart: those of the key, unless it has others for the order's sake. */
  readonly identity: ReadonlyArray<string>;
  readonly columns: ReadonlyArray<ColumnFacts>;
  /** The printed rows of a report in the order of the file; null where the report has no such file. */
  readonly records: (report: Figures) => Iterable<ReadonlyArray<string>> | null;
  /** The same rows for a workbook. */
  readonly sheetRows: (report: Figures) => Iterable<ReadonlyArray<SheetCell>> | null;
}

/** What a table is made of. */
interface Definition<Row> extends Pick<Table, "file" | "presence" | "key"> {
  readonly identity?: ReadonlyArray<string>;
  /** In place of the order that the key gives. */
  readonly compare?: (left: Row, right: Row) => number;
  /** In any order where they are a list, else in that of the file; null where the report has no such file. */
  readonly rows: (report: Figures) => Iterable<Row> | null;
  readonly columns: ReadonlyArray<Column<Row>>;
}

/** What a column of texts says of a row: those of other kinds are part of no key. */
const textIn = <Row>(columns: ReadonlyArray<Column<Row>>, name: string) => {
  const column = columns.find((one) => one.name === name);
  if (column === undefined || column.kind === "count" || column.kind === "amount" || column.kind === "figure")
    throw new RangeError(`${name} is no column of texts`);
  return column.of;
};

/** Rows by the texts of their key as they will stand in the file, where half a surrogate pair is another character. */
const sortedByKey = <Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => ReadonlyArray<string>,
): ReadonlyArray<Row> => {
  const keyed = Array.from(rows, (row) => ({ row, key: keyOf(row) }));
  return keyed.sort((left, right) => compareKeys(left.key, right.key)).map(({ row }) => row);
};

/** Rows that come in the order of the file, and are not held. Throws a RangeError where they do not. */
const seenInOrder = function* <Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => ReadonlyArray<string>,
): Generator<Row> {
  let last: ReadonlyArray<string> | undefined;
  for (const row of rows) {
    const key = keyOf(row);
    if (last !== undefined && compareKeys(last, key) > 0)
      throw new RangeError(`the row ${key.join(", ")} came after ${last.join(", ")}`);
    yield row;
    last = key;
  }
};

const compareKeys = (left: ReadonlyArray<string>, right: ReadonlyArray<string>): number => {
  for (const [at, text] of left.entries()) {
    const order = compareCodePoints(text, right[at] ?? "");
    if (order !== 0) return order;
  }
  return 0;
};

/** A table whose rows can be had as they are, in the order of the file. */
interface RowTable<Row> extends Table {
  /** Null where the report has no such file. */
  readonly rows: (report: Figures) => Iterable<Row> | null;
}

/** Makes a table of its definition. Throws a RangeError where its key names a column that it does not have. */
export const table = <Row>({ compare, rows, columns, ...facts }: Definition<Row>): RowTable<Row> => {
  const texts = compare === undefined ? facts.key.map((name) => textIn(columns, name)) : [];
  const keyOf = (row: Row): ReadonlyArray<string> => texts.map((of) => (of(row) ?? "").toWellFormed());
  const hasAmounts = columns.some(({ kind }) => kind === "amount");
  const currencyOf = hasAmounts ? textIn(columns, "currency") : () => null;
  // A report's rows are sorted for its CSV, its page and its workbook.
  const known = new WeakMap<Iterable<Row>, ReadonlyArray<Row>>();
  const sorted = (report: Figures): Iterable<Row> | null => {
    const all = rows(report);
    if (all === null) return null;
    if (!Array.isArray(all)) return goneThrough(() => seenInOrder(all, keyOf));
    const order =
      known.get(all) ?? (compare === undefined ? sortedByKey(all, keyOf) : [...all].sort(compare));
    known.set(all, order);
    return order;
  };
  const cellsBy = <Cell>(print: (column: Column<Row>, row: Row, currency: string | null) => Cell) =>
    function* (all: Iterable<Row>) {
      for (const row of all) {
        const currency = currencyOf(row);
        yield columns.map((column) => print(column, row, currency));
      }
    };
  const [printed, sheet] = [cellsBy(printCell), cellsBy(sheetCell)];
  return {
    ...{ identity: facts.key, ...facts },
    columns,
    rows: sorted,
    records: (report) => {
      const all = sorted(report);
      return all === null ? null : printed(all);
    },
    sheetRows: (report) => {
      const all = sorted(report);
      return all === null ? null : sheet(all);
    },
  };
};

/** The names of a table's columns of one kind. */
export const columnsOf = ({ columns }: Table, kind: ColumnFacts["kind"]): ReadonlyArray<string> =>
  columns.filter((column) => column.kind === kind).map(({ name }) => name);
