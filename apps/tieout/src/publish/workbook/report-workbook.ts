import type { Report } from "../../close/Report.ts";
import type { WrittenFile } from "../csv.ts";
import { TABLES } from "../tables/tables.ts";
import { tableSheet } from "./sheet.ts";
import { STYLE_SHEET } from "./styles.ts";
import { type ShownSheet, summarySheet } from "./summary-sheet.ts";
import { type ZipEntry, zipped } from "./zip.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const SUMMARY = "Summary";

const sheetFile = (at: number): string => `worksheets/sheet${at + 1}.xml`;

const whole = (name: string, text: string): ZipEntry => ({ name, pieces: [`${XML}${text}\n`] });

/** The parts that say what the others are. */
const frame = (names: ReadonlyArray<string>): ReadonlyArray<ZipEntry> => [
  whole(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${names.map((_, at) => `<Override PartName="/xl/${sheetFile(at)}" ContentType="${TYPE}.worksheet+xml"/>`).join("")}</Types>`,
  ),
  whole(
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  whole(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
  ),
  whole(
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="${sheetFile(at)}"/>`).join("")}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ),
  { name: "xl/styles.xml", pieces: [STYLE_SHEET] },
];

/** The CSVs of a report in the order in which they are written, with what tells of them. */
const shownTables = (csvs: ReadonlyArray<WrittenFile>) =>
  csvs.flatMap((csv) => {
    const table = TABLES.find(({ file }) => file === csv.name);
    return table === undefined ? [] : [{ csv, table, name: csv.name.replace(/\.csv$/, "") }];
  });

const entries = function* (report: Report, csvs: ReadonlyArray<WrittenFile>): Iterable<ZipEntry> {
  const tables = shownTables(csvs);
  yield* frame([SUMMARY, ...tables.map(({ name }) => name)]);
  const shown: Array<ShownSheet> = [];
  for (const [at, { csv, table, name }] of tables.entries()) {
    const header = table.columns.map((column) => column.name);
    const pieces = function* () {
      const notes = yield* tableSheet(header, table.sheetRows(report) ?? []);
      shown.push({ csv, name, notes });
    };
    yield { name: `xl/${sheetFile(at + 1)}`, pieces: pieces() };
  }
  // The first sheet is written last, since it says what the others could not show.
  yield { name: `xl/${sheetFile(0)}`, pieces: [summarySheet(report, shown)] };
};

/** `report.xlsx`, in pieces: a summary, and a sheet a CSV. Memory holds a piece of a sheet at a time. */
export const reportWorkbook = (report: Report, csvs: ReadonlyArray<WrittenFile>): Iterable<Uint8Array> =>
  zipped(entries(report, csvs));
