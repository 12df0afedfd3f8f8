import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { csvMetadata } from "../../src/publish/csv-metadata.ts";
import { printedJson } from "../../src/publish/printed-json.ts";
import { writeCsvs } from "../../src/publish/write-files.ts";
import { read } from "../docs/repository.ts";
import { tieout } from "../e2e/bundle.ts";
import { COLLECTED } from "../e2e/collected.ts";
import { lastingDirectory } from "../e2e/lasting-directory.ts";
import { json } from "../e2e/published.ts";
import { figuresInCurrencies, figuresWith } from "../publish/figures.ts";
import { NASTY_TEXTS } from "../publish/nasty-texts.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { python } from "./python.ts";

// What these tests prove: programs that others wrote read a report by its csv-metadata.json, to the last digit.

/** What csvw complains of in the CSVs of each directory, by the metadata there: a list a directory. */
const VALIDATE = `
import json, logging, os, sys
from csvw import CSVW
said = []
class Said(logging.Handler):
    def emit(self, record): said.append(record.getMessage())
logging.getLogger().addHandler(Said())
complaints = {}
for directory in json.load(sys.stdin):
    csvw = CSVW(os.path.join(directory, "csv-metadata.json"), validate=True)
    try: valid = csvw.is_valid
    except ValueError as error: said.append(str(error)); valid = False
    complaints[directory] = [*said, *(str(one.message) for one in csvw.warnings)]
    if not valid and complaints[directory] == []: complaints[directory] = ["not valid"]
    said.clear()
print(json.dumps(complaints))
`;

/** Directories in which csvw finds something that is not as their metadata says, with what it says of it. */
const complaintsAbout = async (
  directories: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const all: Record<string, string[]> = JSON.parse(
    await python(VALIDATE, home, { input: JSON.stringify(directories) }),
  );
  expect(Object.keys(all)).toHaveLength(directories.length);
  return Object.fromEntries(Object.entries(all).filter(([, complaints]) => complaints.length > 0));
};

const home = lastingDirectory();
const latest = join(home, "tieout-demo/out/default/latest");
beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
});

/** A report's CSVs and their metadata, of rows with nasty texts and amounts with 0, 2, 3 and 4 decimals. */
const nastyReport = async (): Promise<string> => {
  const directory = temporaryDirectory();
  const figures = figuresWith(NASTY_TEXTS.map(([, text]) => text));
  const money = figuresInCurrencies(1_234_567n);
  // Rows of one batch in one currency would be one row too many, whatever their texts.
  const csvs = await writeCsvs(
    directory,
    {
      ...figures,
      settlements: [...(figures.settlements ?? []), ...(money.settlements ?? [])],
      days: [...(figures.days ?? []), ...(money.days ?? [])],
      exceptions: figures.exceptions.map((row, at) => ({ ...row, exceptionId: `x_${at}` })),
    },
    { excel: false },
  );
  writeFileSync(
    join(directory, "csv-metadata.json"),
    printedJson(csvMetadata({ book: "b", day: "2026-11-17" }, csvs)),
  );
  return directory;
};

/** The same with one cell that is not of its kind. */
const broken = async ([pattern, wrong]: readonly [RegExp, string]): Promise<string> => {
  const directory = await nastyReport();
  const file = join(directory, "settlement-by-day.csv");
  const text = readFileSync(file, "utf8");
  const changed = text.replace(pattern, wrong);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
  return directory;
};

const NO_AMOUNT = [/,\d+\.\d\d,/, ",1e3,"] as const;
const NO_COUNT = [/,\d+,/, ",many,"] as const;
const NO_DAY = [/2026-\d\d-\d\d,/, "2026-99-99,"] as const;

describe("csvw", () => {
  it("finds every report that tests published as its metadata says", async () => {
    const sums = readFileSync(join(latest, "SHA256SUMS"), "utf8").matchAll(/^(\w+) {2}(\S+\.csv)$/gm);
    // The demo's are among them: what this file publishes is collected as well.
    for (const [, sha256 = "", name = ""] of sums)
      expect(readdirSync(join(COLLECTED, sha256))).toEqual(["csv-metadata.json", name].sort());
    const collected = readdirSync(COLLECTED).map((name) => join(COLLECTED, name));
    const days = ["2026-11-17", "2026-11-18", "2026-11-19"];
    const demo = days.map((day) => join(home, "tieout-demo/out/default", day, "r1"));
    expect(await complaintsAbout([...demo, ...collected, await nastyReport()])).toEqual({});
  });

  it("finds an amount, a count and a day that are none, and two rows of one key", async () => {
    const twice = await nastyReport();
    const file = join(twice, "settlement-by-day.csv");
    const [header = "", row = "", ...rows] = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, [header, row, row, ...rows].join("\n"));
    const wrong = [await broken(NO_AMOUNT), await broken(NO_COUNT), await broken(NO_DAY), twice];
    expect(Object.keys(await complaintsAbout(wrong))).toEqual(wrong);
  });
});

describe("the examples of docs/reading-reports.md", () => {
  it.each(["DuckDB", "pandas"])("%s adds up what was settled as the manifest has it", async (name) => {
    const page = read("docs/reading-reports.md");
    const program = new RegExp(`## ${name}\n\n\`\`\`python\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";
    const { settlements } = json(latest, "manifest.json").totals;
    const wanted = Object.keys(settlements)
      .filter((currency) => settlements[currency].final !== undefined)
      .toSorted()
      .map((currency) => {
        const sums = settlements[currency].final;
        const { captured_computed, refunded_computed, net_computed, unexplained } = sums;
        return [currency, captured_computed, refunded_computed, net_computed, unexplained];
      });
    expect(wanted.length).toBeGreaterThan(1);
    const plain = (text: string) => text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
    expect(await python(program, latest)).toBe(
      wanted.map((line) => `${line.map((one) => plain(String(one))).join(" ")}\n`).join(""),
    );
  });
});
