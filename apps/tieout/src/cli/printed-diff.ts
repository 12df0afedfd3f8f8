import { asLines } from "../operate/printable.ts";
import type { ReportDifference } from "../publish/diff/compare-reports.ts";
import type { CellChange, RowChange } from "../publish/diff/compare-rows.ts";
import type { ReadReport } from "../publish/diff/read-report.ts";
import { exceptions } from "../publish/tables/exceptions.ts";
import { line, plural } from "./layout.ts";

/** Lines that are printed of one file; a machine gets them all. */
const LINES_MAX = 50;

const HEADER = ["file", "change", "key", "currency", "column", "from", "to", "difference"] as const;

const nothing = (text: string): string => (text === "" ? "(empty)" : text);

const cellText = ({ column, from, to, difference }: CellChange): string =>
  `${column} ${nothing(from)} → ${nothing(to)}${difference === null ? "" : ` (${difference})`}`;

const WORDS = {
  changed: "changed",
  came: "came",
  went: "went",
  came_with_window: "only in the second window",
  went_with_window: "only in the first window",
} as const satisfies Record<RowChange["change"], string>;

const rowText = ({ file, change, key, row, cells }: RowChange): string => {
  const what =
    file === exceptions.file ? ` ${row["severity"]} ${row["code"]} ${row["entity"]} ${row["entity_id"]}` : "";
  const how = cells.length === 0 ? WORDS[change] : cells.map(cellText).join(", ");
  return `  ${key.join(" ")}${what}: ${how}`;
};

const counted = (rows: ReadonlyArray<RowChange>): string =>
  Object.entries(WORDS)
    .map(([change, word]) => [rows.filter((row) => row.change === change).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");

const fileLines = (file: string, rows: ReadonlyArray<RowChange>): ReadonlyArray<string> => [
  "",
  `${file}: ${counted(rows)}`,
  ...rows.slice(0, LINES_MAX).map(rowText),
  ...(rows.length > LINES_MAX ? [`  and ${rows.length - LINES_MAX} more; --csv has them all`] : []),
];

const reportLine = (name: string, { directory, manifest }: ReadReport): ReadonlyArray<string> => [
  line(name, `${directory}: ${manifest.book}, ${manifest.day}, ${manifest.verdict}`),
  line("", `${manifest.window.from} up to, not including, ${manifest.window.to}`),
];

const isNothing = ({ settings, totals, rows, files }: ReportDifference): boolean =>
  [settings, totals, rows, files].every(({ length }) => length === 0);

/** Prints what differs between two reports for a person. */
export const printedDifference = (difference: ReportDifference): string => {
  const { from, to, settings, totals, rows, files } = difference;
  return asLines([
    ...reportLine("From", from),
    ...reportLine("To", to),
    ...(isNothing(difference) ? ["", "Nothing differs"] : []),
    ...(settings.length === 0 ? [] : ["", "Settings that shape figures"]),
    ...settings.map((one) => `  ${one.setting}: ${one.from ?? "not there"} → ${one.to ?? "not there"}`),
    ...files.map(({ file, only }) => `${file} is only in the ${only === "from" ? "first" : "second"} report`),
    ...(totals.length === 0 ? [] : ["", `Totals: ${plural(totals.length, "figure")} changed`]),
    ...totals.map(
      ({ currency, state, name, from: was, to: is, difference: by }) =>
        `  ${currency} ${state}: ${cellText({ column: name, from: was ?? "", to: is ?? "", difference: by })}`,
    ),
    ...[...Map.groupBy(rows, ({ file }) => file)].flatMap(([file, all]) => fileLines(file, all)),
  ]);
};

/** The same as rows of a CSV, every change of a cell in one. Cells are as they stand in the files, guards included. */
export const differenceRows = ({ rows, totals, settings }: ReportDifference) => ({
  header: HEADER,
  rows: [
    ...settings.map(({ setting, from, to }) => [
      "config.json",
      "changed",
      setting,
      "",
      "",
      from ?? "",
      to ?? "",
      "",
    ]),
    ...totals.map(({ currency, state, name, from, to, difference }) => [
      ...["manifest.json", "changed", state, currency, name, from ?? "", to ?? "", difference ?? ""],
    ]),
    ...rows.flatMap(({ file, change, key, row, cells }) => {
      const about = [file, change, key.join(";"), row["currency"] ?? ""];
      return cells.length === 0
        ? [[...about, "", "", "", ""]]
        : cells.map(({ column, from, to, difference }) => [...about, column, from, to, difference ?? ""]);
    }),
  ],
});

const reportJson = ({ directory, manifest }: ReadReport) => ({
  ...{ directory, book: manifest.book, day: manifest.day, revision: manifest.revision },
  ...{ verdict: manifest.verdict, window: manifest.window, as_of: manifest.as_of ?? null },
});

/** The same for a program that wants it whole. */
export const differenceJson = ({ from, to, settings, totals, rows, files }: ReportDifference): string =>
  JSON.stringify({
    from: reportJson(from),
    to: reportJson(to),
    ...{ settings, totals, files },
    rows: rows.map(({ file, change, key, row, cells }) => ({
      ...{ file, change, key, currency: row["currency"] ?? null, cells },
    })),
  });
