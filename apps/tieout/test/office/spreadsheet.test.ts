import { mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "../../src/publish/csv.ts";
import { exceptions } from "../../src/publish/tables/exceptions.ts";
import { payments } from "../../src/publish/tables/payments.ts";
import { restatements } from "../../src/publish/tables/restatements.ts";
import { settlementDays } from "../../src/publish/tables/settlement-days.ts";
import { settlements } from "../../src/publish/tables/settlements.ts";
import { TABLES } from "../../src/publish/tables/tables.ts";
import { writeCsvs } from "../../src/publish/write-files.ts";
import { figuresInCurrencies, figuresWith } from "../publish/figures.ts";
import { DIGIT_IDS, NASTY_TEXTS } from "../publish/nasty-texts.ts";
import { type Cell, cellAt, cellsOf } from "./flat-sheet.ts";
import { type ImportSettings, LANGUAGE, savedAsSheets } from "./libre-office.ts";

/*
 * What a user sees who opens the CSVs in LibreOffice. They are the app's own, with a row for each nasty
 * text that has it in every cell that takes one from outside, and amounts in currencies of every kind.
 */

/** What the dialog proposes to somebody who never changed it: see CSVImport in LibreOffice's own registry. */
const PROPOSED: ImportSettings = { separators: "\t,;" };
const WORST: ImportSettings = { ...PROPOSED, specialNumbers: true, evaluateFormulas: true };
const AS_TEXT: ImportSettings = { separators: ",", asText: true };

const directory = mkdtempSync(join(tmpdir(), "tieout-office-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Written {
  readonly path: string;
  /** The cells as a strict reader has them. */
  readonly cells: readonly (readonly string[])[];
}

const written: Written[] = [];

beforeAll(async () => {
  const figures = figuresWith(NASTY_TEXTS.map(([, text]) => text));
  const money = figuresInCurrencies(123_456_789n);
  const report = {
    ...figures,
    settlements: [...(figures.settlements ?? []), ...(money.settlements ?? [])],
    days: [...(figures.days ?? []), ...(money.days ?? [])],
  };
  for (const excel of [false, true])
    for (const { name } of await writeCsvs(directory, report, { excel })) {
      const path = join(directory, `${excel ? "excel" : "plain"}-${name}`);
      renameSync(join(directory, name), path);
      const options = { bom: excel, record_delimiter: excel ? "\r\n" : "\n" };
      written.push({ path, cells: parse(readFileSync(path), options) });
    }
});

/** Opens CSVs and reads what LibreOffice made of them. */
const opened = async (paths: readonly string[], settings: ImportSettings | null) => {
  const sheets = await savedAsSheets(paths, settings);
  const rows = sheets.map((sheet) => cellsOf(readFileSync(sheet, "utf8")));
  for (const sheet of sheets) rmSync(dirname(sheet), { recursive: true, force: true });
  return rows;
};

const openedReport = (settings: ImportSettings | null) =>
  opened(
    written.map(({ path }) => path),
    settings,
  );

const formulasIn = (sheets: readonly (readonly (readonly Cell[])[])[]): readonly Cell[] =>
  sheets.flat(2).filter(({ formula }) => formula !== null);

/** A text as a sheet can show it: lines end in one way, and control characters do not exist in its XML. */
const shown = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
  text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");

const seenAs = (cell: Cell) =>
  cell.type === "float"
    ? { type: cell.type, value: Number(cell.value) }
    : { type: cell.type, value: cell.type === "date" ? cell.value : cell.text };

/** What a cell has to be: amounts and counts numbers, days dates, everything else text as it is written. */
const wanted = (text: string) => {
  if (text === "") return { type: "empty", value: "" };
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { type: "float", value: Number(text) };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { type: "date", value: text };
  return { type: "string", value: shown(text) };
};

const expectCells = (
  sheets: readonly (readonly (readonly Cell[])[])[],
  as: (text: string) => { readonly type: string; readonly value: string | number },
) => {
  expect(sheets).toHaveLength(2 * TABLES.length);
  for (const [index, { path, cells }] of written.entries()) {
    const rows = sheets[index] ?? [];
    expect(rows, path).toHaveLength(cells.length);
    const found = cells.map((row, line) => row.map((_, column) => seenAs(cellAt(rows[line] ?? [], column))));
    expect(found, path).toStrictEqual(cells.map((row) => row.map(as)));
  }
};

describe("a report in LibreOffice", () => {
  it.each([
    ["as proposed", PROPOSED],
    ["with everything recognised and formulas evaluated", WORST],
  ])("shows every text whole, and amounts, counts and days as such: %s", async (_, settings) => {
    const sheets = await openedReport(settings);
    expect(formulasIn(sheets)).toStrictEqual([]);
    expectCells(sheets, wanted);
  });

  it("shows negative amounts as numbers, whatever the decimals of their currency", async () => {
    const sheets = await openedReport(PROPOSED);
    /** The cells of a column as they are seen, in all files of that name, the last rows of each. */
    const last = (file: string, name: string, rows: number) =>
      written.flatMap(({ path, cells: [header = []] }, index) =>
        path.endsWith(file)
          ? (sheets[index] ?? []).slice(-rows).map((row) => seenAs(cellAt(row, header.indexOf(name))))
          : [],
      );
    const floats = (...values: readonly number[]) =>
      [...values, ...values].map((value) => ({ type: "float", value }));

    /** All numbers of a column, smallest first: rows stand in the order of the file's key. */
    const numbers = (file: string, name: string) =>
      last(file, name, Number.MAX_SAFE_INTEGER)
        .flatMap(({ type, value }) => (type === "float" ? [Number(value)] : []))
        .toSorted((left, right) => left - right);
    const inCurrencies = [-123_456_789, -1_234_567.89, -123_456.789, -12_345.6789].flatMap((one) => [
      one,
      one,
    ]);
    expect(numbers(settlements.file, "unexplained")).toStrictEqual(inCurrencies);
    expect(numbers(settlementDays.file, "net_declared")).toStrictEqual(inCurrencies);
    expect(last(payments.file, "difference", 1)).toStrictEqual(floats(-24.68));
    expect(last(exceptions.file, "actual", 1)).toStrictEqual(floats(-12.34));
    expect(last(restatements.file, "difference", 1)).toStrictEqual(floats(-12.34));
  });

  it("shows every cell as it is written where all columns are read as text", async () => {
    expectCells(await openedReport(AS_TEXT), (text) => ({
      type: text === "" ? "empty" : "string",
      value: shown(text),
    }));
  });

  it.each([
    ["at semicolons alone", { ...WORST, separators: ";" }],
    ["at semicolons alone, in German", { ...WORST, separators: ";", language: LANGUAGE.german }],
    ["at tabs alone", { ...WORST, separators: "\t" }],
    ["as it likes, told nothing", null],
  ])("runs nothing even where it is split in the wrong places: %s", async (_, settings) => {
    expect(formulasIn(await openedReport(settings))).toStrictEqual([]);
  });
});

/** One column of cells that nothing guards. */
const plainColumn = async (name: string, cells: readonly string[]): Promise<string> => {
  const path = join(directory, name);
  await writeCsv({ path, name }, { header: ["a"], rows: cells.map((cell) => [cell]) }, { excel: false });
  return path;
};

describe("without the guard", () => {
  it("these settings do run formulas, so the tests above can fail", async () => {
    const path = await plainColumn(
      "unguarded.csv",
      NASTY_TEXTS.map(([, text]) => text),
    );
    expect(formulasIn(await opened([path], WORST)).map(({ formula }) => formula)).toContain(
      'of:=HYPERLINK("http://x";"a")',
    );
    expect(formulasIn(await opened([path], { ...WORST, separators: ";" })).length).toBeGreaterThan(0);
  });
});

describe("what docs/report-format.md warns of", () => {
  it("ids of digits alone lose zeros and digits as numbers, and nothing as text", async () => {
    const path = await plainColumn("ids.csv", DIGIT_IDS);
    const [numbers = []] = await opened([path], PROPOSED);
    expect(numbers.slice(1).map((row) => cellAt(row, 0).text)).toStrictEqual([
      "1.23456789012346E+016",
      "1.23456789012346E+018",
      "17",
    ]);
    const [texts = []] = await opened([path], AS_TEXT);
    expect(texts.slice(1).map((row) => cellAt(row, 0).text)).toStrictEqual(DIGIT_IDS);
  });

  it("where the decimal comma rules, a point is read as grouping or as text", async () => {
    const path = await plainColumn("amounts.csv", ["1.234", "-12.34"]);
    const [rows = []] = await opened([path], { ...PROPOSED, language: LANGUAGE.german });
    expect(rows.slice(1).map((row) => seenAs(cellAt(row, 0)))).toStrictEqual([
      { type: "float", value: 1234 },
      { type: "string", value: "-12.34" },
    ]);
  });
});
