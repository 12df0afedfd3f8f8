import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints } from "@tieout/reconcile";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/publish/tables/Table.ts";
import { TABLES } from "../../src/publish/tables/tables.ts";
import { writeCsvs } from "../../src/publish/write-files.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { figuresWith } from "./figures.ts";
import { DIGIT_IDS, NASTY_TEXTS } from "./nasty-texts.ts";
import { unguard } from "./unguard.ts";

/* Every text from outside, in every cell that takes one, comes back from a strict reader as it was. */

/**
 * What is printed without a guard, by file: words of tieout's own, ids that it made, days and instants. Whoever adds
 * a column here says that nothing from outside can get into it.
 */
const UNGUARDED = {
  "credentials-by-cohort.csv": ["first_issued_at", "last_issued_at", "state"],
  "settlement-by-batch.csv": [
    "business_date",
    "state",
    "currency_source",
    "opened_at",
    "closed_at",
    "captured_basis",
    "refunded_basis",
  ],
  "settlement-by-day.csv": ["business_date", "state"],
  "cohort-payments.csv": ["currency", "state"],
  "exceptions.csv": [
    "exception_id",
    "code",
    "severity",
    "source",
    "entity",
    "business_date",
    "first_seen",
    "status",
    "decision",
    "decision_until",
  ],
  "restatements.csv": ["source", "entity", "business_date", "field", "first_published_in", "cause"],
  "decisions.csv": ["exception_id", "code", "entity", "decided_at", "as", "until", "state"],
};

/** The columns that take a text from outside in each row of {@link figuresWith}. */
const takingText = (table: Table): readonly string[] =>
  table.columns
    .filter(({ name, kind }) => kind === "text" || (kind === "figure" && !NO_TEXT.has(name)))
    .map(({ name }) => name);

/** Kinds of which no cell can be a formula: a text is guarded, a number begins with a digit or its sign. */
const GUARDED_OR_NUMBERS: ReadonlySet<string> = new Set(["text", "figure", "count", "amount"]);

/** Figures that are amounts in these rows. */
const NO_TEXT: ReadonlySet<string> = new Set(["actual", "difference"]);

type Row = Readonly<Record<string, string>>;

let reports = 0;

/** Writes a report with the texts and reads its files back, without leave to be lenient. */
const readBack = async (texts: readonly string[], excel: boolean, directory: string) => {
  reports += 1;
  const dir = join(directory, String(reports));
  mkdirSync(dir);
  const files = await writeCsvs(dir, figuresWith(texts), { excel });
  const options = { columns: true, bom: excel, record_delimiter: excel ? "\r\n" : "\n" } as const;
  expect(files.map(({ name }) => name)).toStrictEqual(TABLES.map(({ file }) => file));
  return TABLES.map((table) => ({
    table,
    name: table.file,
    rows: parse<Row>(readFileSync(join(dir, table.file)), options),
  }));
};

const expectTexts = async (texts: readonly string[], excel: boolean, directory: string) => {
  for (const { name, table, rows } of await readBack(texts, excel, directory))
    for (const column of takingText(table))
      expect(
        rows.map((row) => unguard(row[column] ?? "")),
        `${column} of ${name}`,
      ).toStrictEqual(texts.toSorted(compareCodePoints));
};

const DIALECTS = [
  ["plain", false],
  ["Excel's", true],
] as const;

it("takes texts from outside in every cell that has a guard", async () => {
  for (const { table, rows } of await readBack(["a mark"], false, temporaryDirectory())) {
    const [row = {}] = rows;
    expect(
      Object.keys(row).filter((column) => row[column] === "a mark"),
      table.file,
    ).toStrictEqual(takingText(table));
  }
});

it("prints without a guard the columns named here, and no other", () => {
  const unguarded = TABLES.map(({ file, columns }) => [
    file,
    columns.filter(({ kind }) => !GUARDED_OR_NUMBERS.has(kind)).map(({ name }) => name),
  ]);
  expect(Object.fromEntries(unguarded)).toStrictEqual(UNGUARDED);
});

describe.each(DIALECTS)("the %s dialect", (_dialect, excel) => {
  it("gives back every nasty text", async () => {
    await expectTexts([...NASTY_TEXTS.map(([, text]) => text), ...DIGIT_IDS], excel, temporaryDirectory());
  });

  it("gives back whatever Unicode has, control characters included", async () => {
    const directory = temporaryDirectory();
    const special = fc.constantFrom(
      ..."\u0000\t\n\r\u000b\u001b\u007f\u0085\u00a0\u200b\u202e\u2066\ufeff,;\"'=+-@＝",
    );
    const piece = fc.oneof(fc.string({ unit: "binary", maxLength: 5 }), special);
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) =>
        expectTexts(texts, excel, directory),
      ),
      { numRuns: 100 },
    );
  });

  it("shows U+FFFD for half a surrogate pair, which UTF-8 does not have, and the rest as it was", async () => {
    const files = await readBack(["a\ud83d=b", "\udf93", "\ud83c\udf93"], excel, temporaryDirectory());
    const cohorts = files.find(({ name }) => name === "credentials-by-cohort.csv");
    expect(cohorts?.rows.map(({ cohort }) => cohort)).toStrictEqual(["a\ufffd=b", "\ufffd", "🎓"]);
  });

  it("reads any UTF-16 back as its well-formed text", async () => {
    const directory = temporaryDirectory();
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xff_ff }), fc.integer({ min: 0xd8_00, max: 0xdf_ff }));
    const text = fc.array(unit, { maxLength: 8 }).map((units) => String.fromCharCode(...units));
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const [file] = await readBack([one], excel, directory);
        expect(unguard(file?.rows[0]?.["cohort"] ?? "")).toBe(one.toWellFormed());
      }),
      { numRuns: 100 },
    );
  });
});
