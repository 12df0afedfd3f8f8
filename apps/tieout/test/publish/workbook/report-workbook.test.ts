import { formatMinor } from "@tieout/reconcile";
import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { expect, it, onTestFinished } from "vitest";
import type { Report } from "../../../src/close/Report.ts";
import type { WrittenFile } from "../../../src/publish/csv.ts";
import { TABLES } from "../../../src/publish/tables/tables.ts";
import { reportWorkbook } from "../../../src/publish/workbook/report-workbook.ts";
import { writeCsvs } from "../../../src/publish/write-files.ts";
import { exceptionRow } from "../../records.ts";
import { figuresInCurrencies, figuresWith } from "../figures.ts";
import { DIGIT_IDS, NASTY_TEXTS } from "../nasty-texts.ts";
import { NO_ROWS, reportOf } from "../report-of.ts";
import { unguard } from "../unguard.ts";

// What these tests prove: the workbook has the rows of the CSVs, texts as they came and figures as numbers, and the
// same bytes whenever it is made.

const csvsOf = (report: Report): Promise<readonly WrittenFile[]> => writeCsvs(null, report, { excel: false });

const bytesOf = async (report: Report): Promise<Buffer> =>
  Buffer.concat([...reportWorkbook(report, await csvsOf(report))]);

/** A sheet as a reader has it; numbers come as the text that stands in the file. */
const sheetOf = (workbook: Buffer, sheet: string) =>
  readSheet(workbook, sheet, { parseNumber: (text) => `number ${text}`, trim: false });

const NASTY = reportOf(
  figuresWith([...NASTY_TEXTS.map(([, text]) => text), ...DIGIT_IDS, "<img onerror=x>", "]]>", "_x0041_"]),
);

it.each(TABLES)("has the rows of $file: every text as it came, every figure as a number", async (table) => {
  const money = figuresInCurrencies(123_456_789n);
  const report = reportOf({
    ...figuresWith(NASTY_TEXTS.map(([, text]) => text)),
    settlements: [...(NASTY.settlements ?? []), ...(money.settlements ?? [])],
    days: [...(NASTY.days ?? []), ...(money.days ?? [])],
  });
  const [header = [], ...rows] = await sheetOf(await bytesOf(report), table.file.replace(".csv", ""));
  expect(header).toEqual(table.columns.map(({ name }) => name));
  const printed = [...(table.records(report) ?? [])];
  expect(rows).toHaveLength(printed.length);
  for (const [at, cells] of printed.entries()) {
    const shown = table.columns.map(({ kind }, column) => {
      const text = cells[column] ?? "";
      if (text === "") return null;
      if (kind === "count" || kind === "amount") return `number ${text}`;
      if (kind === "figure" && /^-?\d+\.\d+$/.test(text)) return `number ${text}`;
      return kind === "text" || kind === "figure" ? unguard(text) : text;
    });
    expect(rows[at]).toEqual(shown);
  }
});

/** The XML of the sheets of a workbook, in their order. */
const sheetsOf = async (report: Report): Promise<readonly string[]> => {
  const parts = unzipSync(await bytesOf(report));
  return Object.keys(parts)
    .filter((name) => name.startsWith("xl/worksheets/"))
    .sort((left, right) => left.localeCompare(right, "en", { numeric: true }))
    .map((name) => strFromU8(parts[name] ?? new Uint8Array()));
};

it("keeps headers in sight and filters, prints its summary as wide as a page, and has no formula", async () => {
  const [, ...sheets] = await sheetsOf(NASTY);
  expect(sheets).toHaveLength((await csvsOf(NASTY)).length);
  for (const sheet of sheets) {
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).not.toMatch(/<f[ >]/);
    const rows = sheet.split("<row ").length - 1;
    const [, last = ""] = [...(sheet.split("</row>")[0] ?? "").matchAll(/<c r="([A-Z]+)1"/g)].at(-1) ?? [];
    expect(sheet).toContain(`<autoFilter ref="A1:${last}${rows}"/>`);
  }
  const [summary = ""] = await sheetsOf(reportOf(NO_ROWS));
  expect(summary).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(summary).toContain('<pageSetup orientation="landscape" fitToHeight="0"/>');
  // The longest cell there is the name of a sheet; headings reach over the next columns.
  expect(summary).toContain(`<col min="1" max="1" width="${"credentials-by-cohort".length + 2}"`);
});

it("says first what the report is, under headings of one cell, and which sheet has which CSV", async () => {
  const rows = await sheetOf(await bytesOf(NASTY), "Summary");
  const headings = rows
    .filter((row) => row.filter((cell) => cell !== null).length === 1)
    .map(([text]) => text);
  expect(headings).toContain("Sheets");
  expect(headings.every((text) => typeof text === "string" && text !== "")).toBe(true);
  const at = rows.findIndex(([text]) => text === "Sheets");
  expect(rows[at + 1]?.filter((cell) => cell !== null)).toEqual([
    "sheet",
    "CSV",
    "rows of the CSV",
    "rows here",
    "note",
    "SHA-256 of the CSV",
  ]);
  expect(rows.slice(at + 2).map(([, file]) => file)).toEqual((await csvsOf(NASTY)).map(({ name }) => name));
});

it("cuts a text where a cell ends, never within a character, and says so", async () => {
  const most = 32_767;
  const texts = ["a".repeat(most), "b".repeat(most + 1), `${"c".repeat(most - 1)}😀`];
  const exceptions = texts.map((whatToDo, at) => ({ ...exceptionRow(`x_${at}`), whatToDo }));
  const workbook = await bytesOf(reportOf({ ...NO_ROWS, exceptions }));
  const [header = [], ...rows] = await sheetOf(workbook, "exceptions");
  expect(rows.map((row) => row[header.indexOf("what_to_do")])).toEqual([
    "a".repeat(most),
    "b".repeat(most),
    `${"c".repeat(most - 1)}\ufffd`,
  ]);
  const summary = await sheetOf(workbook, "Summary");
  const noted = summary.find(([name, file]) => name === "exceptions" && file === "exceptions.csv");
  expect(noted?.[4]).toBe(
    "2 texts are longer than a cell may be and are cut; exceptions.csv has them whole.",
  );
});

it("has the same bytes whenever and wherever it is made", async () => {
  const zone = process.env["TZ"];
  onTestFinished(() => {
    process.env["TZ"] = zone;
  });
  const made: string[] = [];
  for (const other of ["UTC", "Pacific/Auckland"]) {
    process.env["TZ"] = other;
    made.push((await bytesOf(NASTY)).toString("base64"));
  }
  expect(made[1]).toBe(made[0]);
});

it("makes a text of a figure that a spreadsheet would round, ends a sheet at 20,000 rows, and says both first", async () => {
  const exceptions = Array.from({ length: 20_001 }, (_, at) => ({
    ...exceptionRow(`x_${String(at).padStart(6, "0")}`),
    moneyAtStake: at === 0 ? "1234567890123456.78" : formatMinor(BigInt(at), "USD"),
    currency: "USD",
  }));
  const report = reportOf({ ...NO_ROWS, exceptions });
  const workbook = await bytesOf(report);
  const sheet = await sheetOf(workbook, "exceptions");
  expect(sheet).toHaveLength(20_001);
  const [header = [], first] = sheet;
  expect(first?.[header.indexOf("money_at_stake")]).toBe("1234567890123456.78");
  const summary = await sheetOf(workbook, "Summary");
  const row = summary.find(([name, file]) => name === "exceptions" && file === "exceptions.csv");
  expect(row?.slice(2, 5)).toEqual([
    "number 20001",
    "number 20000",
    "The sheet ends at 20000 rows; exceptions.csv has all 20001. 1 figures of more than 15 digits are texts: a spreadsheet would round them.",
  ]);
});

it("holds a piece of a sheet at a time", async () => {
  const exceptions = Array.from({ length: 20_000 }, (_, at) =>
    exceptionRow(`x_${String(at).padStart(6, "0")}`),
  );
  const report = reportOf({ ...NO_ROWS, exceptions });
  const pieces = Array.from(reportWorkbook(report, await csvsOf(report)), ({ length }) => length);
  expect(pieces.length).toBeGreaterThan(20);
  expect(Math.max(...pieces)).toBeLessThan(128 * 1024);
});
