import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints } from "@tieout/reconcile";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsvs } from "../../src/publish/write-files.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { figuresWith } from "./figures.ts";
import { DIGIT_IDS, NASTY_TEXTS } from "./nasty-texts.ts";
import { unguard } from "./unguard.ts";

/* Every text from outside, in every cell that takes one, comes back from a strict reader as it was. */

/** The cells that take a text from outside, by file. */
const OUTSIDE = {
  "credentials-by-cohort.csv": ["book", "mode", "program_id", "program_name", "cohort", "batch_ids"],
  "settlement-by-batch.csv": [
    "book",
    "batch_id",
    "processor_batch_id",
    "account_id",
    "terminal_id",
    "processor_name",
    "status",
    "currency",
  ],
  "settlement-by-day.csv": ["book", "account_id", "currency"],
  "cohort-payments.csv": ["book", "program_id", "cohort"],
  "exceptions.csv": ["book", "entity_id", "currency", "expected", "what_happened", "what_to_do"],
  "restatements.csv": ["book", "entity_id", "currency", "published", "restated"],
};

type Row = Readonly<Record<string, string>>;

let reports = 0;

/** Writes a report with the texts and reads its files back, without leave to be lenient. */
const readBack = async (texts: readonly string[], excel: boolean, directory: string) => {
  reports += 1;
  const dir = join(directory, String(reports));
  mkdirSync(dir);
  const files = await writeCsvs(dir, figuresWith(texts), { excel });
  const options = { columns: true, bom: excel, record_delimiter: excel ? "\r\n" : "\n" } as const;
  return files.map(({ name }) => ({
    name,
    rows: parse<Row>(readFileSync(join(dir, name)), options),
  }));
};

const expectTexts = async (texts: readonly string[], excel: boolean, directory: string) => {
  for (const { name, rows } of await readBack(texts, excel, directory))
    for (const column of Object.entries(OUTSIDE).find(([file]) => file === name)?.[1] ?? [])
      expect(
        rows.map((row) => unguard(row[column] ?? "")),
        `${column} of ${name}`,
      ).toStrictEqual(texts.toSorted(compareCodePoints));
};

const DIALECTS = [
  ["plain", false],
  ["Excel's", true],
] as const;

it("takes texts from outside in the columns named here, and in no other", async () => {
  const files = await readBack(["a mark"], false, temporaryDirectory());
  const taking = files.map(({ name, rows: [row = {}] }) => [
    name,
    Object.keys(row).filter((column) => row[column] === "a mark"),
  ]);
  expect(Object.fromEntries(taking)).toStrictEqual(OUTSIDE);
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
