import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatMinor, parseAmount } from "@tieout/reconcile";
import { beforeAll, expect, it } from "vitest";
import { TABLES } from "../../src/publish/tables/tables.ts";
import { reportWorkbook } from "../../src/publish/workbook/report-workbook.ts";
import { writeCsvs } from "../../src/publish/write-files.ts";
import { tieout } from "../e2e/bundle.ts";
import { lastingDirectory } from "../e2e/lasting-directory.ts";
import { cell, csv, json } from "../e2e/published.ts";
import { figuresInCurrencies, figuresWith } from "../publish/figures.ts";
import { DIGIT_IDS, NASTY_TEXTS } from "../publish/nasty-texts.ts";
import { reportOf } from "../publish/report-of.ts";
import { unguard } from "../publish/unguard.ts";
import { type Cell, cellAt, tablesOf } from "./flat-sheet.ts";
import { savedAsSheets } from "./libre-office.ts";

// What these tests prove: LibreOffice opens a report's workbook with the values of its CSVs, and runs nothing in it.

const home = lastingDirectory();
const latest = join(home, "tieout-demo/out/default/latest");
const figures = figuresWith([...NASTY_TEXTS.map(([, text]) => text), ...DIGIT_IDS, "x".repeat(10_000)]);
const money = figuresInCurrencies(123_456_789n);
const NASTY = reportOf({
  ...figures,
  settlements: [...(figures.settlements ?? []), ...(money.settlements ?? [])],
  days: [...(figures.days ?? []), ...(money.days ?? [])],
});

let demo: ReadonlyMap<string, readonly (readonly Cell[])[]> = new Map();
let nasty: typeof demo = new Map();

beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
  const file = join(home, "nasty.xlsx");
  writeFileSync(
    file,
    Buffer.concat([...reportWorkbook(NASTY, await writeCsvs(null, NASTY, { excel: false }))]),
  );
  const sheets = await savedAsSheets([join(latest, "report.xlsx"), file], null);
  [demo = demo, nasty = nasty] = sheets.map((sheet) => tablesOf(readFileSync(sheet, "utf8")));
});

/** A text as a sheet can show it: lines end in one way, and control characters do not exist in its XML. */
const shown = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replace(/[[\p{Cc}--[\t\n\u0080-\u009f\u007f]]\ufffe\uffff]/gv, "");

const seen = (row: readonly Cell[], at: number) => {
  const { type, value, text } = cellAt(row, at);
  return type === "float" ? Number(value) : type === "empty" ? "" : shown(text);
};

it.each(TABLES)("shows every text, amount and count of $file", ({ file, columns, records }) => {
  const [header = [], ...rows] = nasty.get(file.replace(".csv", "")) ?? [];
  expect(columns.map((_, at) => seen(header, at))).toEqual(columns.map(({ name }) => name));
  const wanted = [...(records(NASTY) ?? [])].map((cells) =>
    columns.map(({ kind }, at) => {
      const text = cells[at] ?? "";
      const isNumber =
        kind === "count" || kind === "amount" || (kind === "figure" && /^-?\d+\.\d+$/.test(text));
      return text !== "" && isNumber
        ? Number(text)
        : shown(kind === "text" || kind === "figure" ? unguard(text) : text);
    }),
  );
  expect(rows.map((row) => columns.map((_, at) => seen(row, at)))).toEqual(wanted);
});

it("runs nothing, and keeps the zeros of ids", () => {
  const all = [...demo.values(), ...nasty.values()].flat(2);
  expect(all.filter(({ formula }) => formula !== null)).toEqual([]);
  const ids = (nasty.get("settlement-by-batch") ?? []).map((row) => cellAt(row, 2).text);
  for (const id of DIGIT_IDS) expect(ids).toContain(id);
});

it("has a first sheet, one a CSV, and sums that equal the manifest", () => {
  const csvs = json(latest, "manifest.json").files.flatMap(({ name }: { name: string }) =>
    name.endsWith(".csv") ? [name.replace(".csv", "")] : [],
  );
  expect([...demo.keys()]).toEqual(["Summary", ...csvs]);
  const [header = [], ...rows] = demo.get("settlement-by-batch") ?? [];
  const names = header.map(({ text }) => text);
  const { settlements } = json(latest, "manifest.json").totals;
  const sums = (currency: string, state: string, column: string): string =>
    formatMinor(
      rows
        .filter((row) => cellAt(row, names.indexOf("currency")).text === currency)
        .filter((row) => cellAt(row, names.indexOf("state")).text === state)
        .map((row) => Number(cellAt(row, names.indexOf(column)).value))
        .reduce((sum, value) => sum + (parseAmount(value.toFixed(decimals(currency)), currency) ?? 0n), 0n),
      currency,
    );
  const decimals = (currency: string): number => formatMinor(0n, currency).replace(/^0\.?/, "").length;
  for (const [currency, states] of Object.entries<Record<string, Record<string, string>>>(settlements))
    for (const [state, totals] of Object.entries(states))
      for (const column of ["captured_computed", "refunded_computed", "net_computed", "unexplained"])
        expect([currency, state, column, sums(currency, state, column)]).toEqual([
          currency,
          state,
          column,
          totals[column],
        ]);
  expect(rows).toHaveLength(csv(latest, "settlement-by-batch.csv").length);
  const summary = (demo.get("Summary") ?? []).map((row) => row.map((_, at) => seen(row, at)));
  for (const row of csv(latest, "exceptions.csv").filter((one) => cell(one, "status") !== "resolved"))
    expect(summary.flat()).toContain(cell(row, "exception_id"));
});
