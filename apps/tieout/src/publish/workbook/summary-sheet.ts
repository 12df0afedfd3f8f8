import { formatMinor, isOpenException, isUndecided, type ListedException } from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import type { WrittenFile } from "../csv.ts";
import type { SheetCell } from "../tables/column.ts";
import { exceptions as EXCEPTIONS } from "../tables/exceptions.ts";
import { plainSheet, type SheetNotes } from "./sheet.ts";

/** A sheet that the workbook has, and the CSV that it shows. */
export interface ShownSheet {
  readonly name: string;
  readonly csv: WrittenFile;
  readonly notes: SheetNotes;
}

type Row = ReadonlyArray<SheetCell>;

/** Open exceptions that the summary names; the sheet has them all. */
const MAX_EXCEPTIONS = 200;

const text = (value: string | null): SheetCell => ({ isNumber: false, text: value ?? "" });
const count = (value: number | null): SheetCell => ({
  isNumber: true,
  text: value === null ? "" : String(value),
});
const amount = (minor: bigint | null, currency: string): SheetCell => ({
  isNumber: true,
  text: minor === null ? "" : formatMinor(minor, currency),
});
const texts = (...values: ReadonlyArray<string>): Row => values.map(text);

const EMPTY: Row = [];

const money = ({ totals }: Report): ReadonlyArray<Row> => [
  texts("Money by currency and state"),
  texts(
    "currency",
    "state",
    "batches",
    "captured",
    "refunded",
    "net",
    "not explained",
    "not explained, absolute",
  ),
  ...totals.settlements.map((sum) => [
    ...texts(sum.currency, sum.state),
    count(sum.batches),
    ...[
      sum.captured_computed,
      sum.refunded_computed,
      sum.net_computed,
      sum.unexplained,
      sum.unexplained_absolute,
    ].map((minor) => amount(minor, sum.currency)),
  ]),
];

const credentials = ({ totals: { credentials: sums }, cohorts }: Report): ReadonlyArray<Row> =>
  cohorts === null
    ? []
    : [
        EMPTY,
        texts("Credentials"),
        texts("declared", "issued", "people"),
        [count(sums.declared), count(sums.issued), count(sums.people)],
      ];

const exception = ({ decision, ...row }: ListedException): Row =>
  texts(
    ...[row.severity, row.code, row.exceptionId, row.entity, row.entityId],
    ...[decision?.as ?? "", row.whatHappened, row.whatToDo],
  );

/** What people have to do, and then what somebody has decided about. */
const exceptions = (report: Report): ReadonlyArray<Row> => {
  const open = [...(EXCEPTIONS.rows(report) ?? [])].filter(isOpenException);
  const listed = [...open.filter(isUndecided), ...open.filter((row) => !isUndecided(row))];
  const left = listed.length - MAX_EXCEPTIONS;
  return [
    EMPTY,
    texts("Open exceptions, those that are decided last"),
    texts(
      "severity",
      "code",
      "exception_id",
      "entity",
      "entity_id",
      "decision",
      "what happened",
      "what to do",
    ),
    ...listed.slice(0, MAX_EXCEPTIONS).map(exception),
    ...(left > 0 ? [texts(`${left} more are in ${EXCEPTIONS.file}`, "")] : []),
  ];
};

const noteOf = ({ csv, notes }: ShownSheet): string =>
  [
    ...(csv.rows === notes.rows
      ? []
      : [`The sheet ends at ${notes.rows} rows; ${csv.name} has all ${csv.rows}.`]),
    ...(notes.textFigures === 0
      ? []
      : [`${notes.textFigures} figures of more than 15 digits are texts: a spreadsheet would round them.`]),
    ...(notes.cutTexts === 0
      ? []
      : [`${notes.cutTexts} texts are longer than a cell may be and are cut; ${csv.name} has them whole.`]),
  ].join(" ");

const sheets = (shown: ReadonlyArray<ShownSheet>): ReadonlyArray<Row> => [
  EMPTY,
  texts("Sheets"),
  texts("sheet", "CSV", "rows of the CSV", "rows here", "note", "SHA-256 of the CSV"),
  ...shown.map((sheet) => [
    ...texts(sheet.name, sheet.csv.name),
    ...[count(sheet.csv.rows), count(sheet.notes.rows)],
    ...texts(noteOf(sheet), sheet.csv.sha256),
  ]),
];

/** The first sheet: what the report is, what is settled first, what to do, and where a sheet does not have all. */
export const summarySheet = (report: Report, shown: ReadonlyArray<ShownSheet>): string =>
  plainSheet([
    texts(`${report.book}, ${report.day}`.toWellFormed()),
    texts("verdict", report.verdict),
    texts("first business day", report.window.from),
    texts("last business day", report.day),
    texts("as of", report.asOf),
    [text("open exceptions"), count(report.openExceptions.open)],
    [text("of them decided"), count(report.openExceptions.decided)],
    EMPTY,
    ...money(report),
    ...credentials(report),
    ...exceptions(report),
    ...sheets(shown),
  ]);
