import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { csvMetadata } from "../../src/publish/csv-metadata.ts";
import { printedJson } from "../../src/publish/printed-json.ts";
import { writeCsvs } from "../../src/publish/write-files.ts";
import { read } from "../docs/repository.ts";
import { tieout } from "../e2e/bundle.ts";
import { lastingDirectory } from "../e2e/lasting-directory.ts";
import { json } from "../e2e/published.ts";
import { figuresInCurrencies, figuresWith } from "../publish/figures.ts";
import { NASTY_TEXTS } from "../publish/nasty-texts.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { python } from "./python.ts";

// What these tests prove: programs that others wrote read a report by its csv-metadata.json, to the last digit.

/** Prints every complaint of csvw about the CSVs that a metadata file describes, and how many rows it read of each. */
const VALIDATE = `
import sys, warnings, logging
from csvw import CSVW
said = []
class Said(logging.Handler):
    def emit(self, record): said.append(record.getMessage())
logging.getLogger().addHandler(Said())
csvw = CSVW("csv-metadata.json", validate=True)
valid = csvw.is_valid
for line in [*said, *(str(one.message) for one in csvw.warnings)]: print("SAID", line)
print("VALID" if valid else "INVALID")
`;

const validated = (directory: string) => python(VALIDATE, directory);

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

describe("csvw", () => {
  it("finds the reports of the demo as their metadata says", async () => {
    for (const day of ["2026-11-17", "2026-11-18", "2026-11-19"])
      expect(await validated(join(home, "tieout-demo/out/default", day, "r1"))).toBe("VALID\n");
  });

  it("finds texts from outside and amounts of every number of decimals as the metadata says", async () => {
    expect(await validated(await nastyReport())).toBe("VALID\n");
  });

  it.each([
    ["an amount that is none", /,\d+\.\d\d,/, ",1e3,"],
    ["a count that is none", /,\d+,/, ",many,"],
    ["a day that is none", /2026-\d\d-\d\d,/, "2026-99-99,"],
  ])("finds %s", async (_, pattern, wrong) => {
    const directory = await nastyReport();
    const file = join(directory, "settlement-by-day.csv");
    const text = readFileSync(file, "utf8");
    const broken = text.replace(pattern, wrong);
    expect(broken).not.toBe(text);
    writeFileSync(file, broken);
    expect(await validated(directory)).toContain("INVALID");
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
