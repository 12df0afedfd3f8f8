import type { Report } from "../close/Report.ts";
import type { WrittenFile } from "./csv.ts";
import type { ColumnFacts } from "./tables/column.ts";
import type { Table } from "./tables/Table.ts";
import { TABLES } from "./tables/tables.ts";

/** Up to four digits behind the point: no currency has more, and those with fewer print fewer. */
const AMOUNT = { base: "decimal", format: { pattern: "#0.####" } };

/** What a reader makes of a cell. */
const DATATYPES: Readonly<Record<ColumnFacts["kind"], unknown>> = {
  text: "string",
  own: "string",
  // An amount in one row and a word in another.
  figure: "string",
  count: "integer",
  amount: AMOUNT,
  instant: "dateTime",
  day: "date",
};

const described = ({ name, kind, meaning }: ColumnFacts) => ({
  name,
  titles: name,
  "dc:description": meaning,
  datatype: DATATYPES[kind],
});

const tableOf = ({ file, identity, columns }: Table) => ({
  url: file,
  tableSchema: { null: "", columns: columns.map(described), primaryKey: identity },
});

/** `csv-metadata.json`: what the CSVs beside it hold, as CSV on the Web (https://www.w3.org/TR/tabular-metadata/) says it. */
export const csvMetadata = (
  { book, day }: Pick<Report, "book" | "day">,
  csvs: ReadonlyArray<WrittenFile>,
) => {
  const names = new Set(csvs.map(({ name }) => name));
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    "dc:title": `${book}, ${day}`,
    "dc:description":
      "An empty cell is not known or does not apply, and never zero. A text from outside that a spreadsheet would read as a formula has an apostrophe before it.",
    tables: TABLES.filter(({ file }) => names.has(file)).map(tableOf),
  };
};
