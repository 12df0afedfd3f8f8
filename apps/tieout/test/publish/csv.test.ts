import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows, writeCsv } from "../../src/publish/csv.ts";
import { outside, printCell } from "../../src/publish/tables/column.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

type Cells = readonly string[];

/** A cell of a column of this kind, printed in this currency. */
const amount = (minor: bigint | null, currency: string | null): string =>
  printCell({ name: "a", kind: "amount", meaning: "", of: () => minor }, null, currency);
const count = (value: number | null): string =>
  printCell({ name: "a", kind: "count", meaning: "", of: () => value }, null, null);
const own = (text: string | null): string =>
  printCell({ name: "a", kind: "own", meaning: "", of: () => text }, null, null);

let files = 0;
const written = async (
  directory: string,
  names: readonly string[],
  rows: readonly Cells[],
  excel = false,
) => {
  files += 1;
  const path = join(directory, `${files}.csv`);
  const file = await writeCsv({ path, name: "some.csv" }, { header: names, rows }, { excel });
  return { path, file, bytes: readFileSync(path), text: readFileSync(path, "utf8") };
};

/** Reads back as the strictest reader would: exact record ends, the same number of cells in every row. */
const reread = (bytes: Buffer, excel: boolean): readonly Cells[] =>
  parse(bytes, { bom: excel, record_delimiter: excel ? "\r\n" : "\n", relax_column_count: false });

describe("a CSV", () => {
  it("has its header when it has no row", async () => {
    const { text, file } = await written(temporaryDirectory(), ["book", "day"], []);
    expect(text).toBe("book,day\n");
    expect(file.rows).toBe(0);
  });

  it("is measured as it stands on the disk, the header not counted as a row", async () => {
    const { file, bytes } = await written(temporaryDirectory(), ["name"], [["Ünïcode"], ["b"]]);
    expect(file).toEqual({
      name: "some.csv",
      rows: 2,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
  });

  it("shows a negative amount as a bare number", async () => {
    const { text } = await written(
      temporaryDirectory(),
      ["net"],
      [[amount(-1234n, "USD")], [amount(-5n, "KWD")]],
    );
    expect(text).toBe("net\n-12.34\n-0.005\n");
  });

  it.each([
    ["plain", false, "\n"],
    ["Excel's dialect", true, "\r\n"],
  ])("quotes what would break a row: %s", async (_dialect, excel, end) => {
    const cells = [
      "a,b",
      'say "Q1"',
      "line\nfeed",
      "carriage\rreturn",
      "both\r\nof them",
      "b1;b2",
      "a\ttab",
      " blank ",
      "",
    ];
    const names = cells.map((_cell, index) => `c${index}`);
    const { text, bytes } = await written(temporaryDirectory(), names, [cells], excel);
    expect(text.replace("\ufeff", "")).toBe(
      `${names.join(",")}${end}"a,b","say ""Q1""","line\nfeed","carriage\rreturn","both\r\nof them","b1;b2","a\ttab", blank ,${end}`,
    );
    expect(reread(bytes, excel)).toEqual([names, cells]);
  });

  it("begins with a byte order mark for Excel, and only for Excel", async () => {
    const directory = temporaryDirectory();
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    expect((await written(directory, ["a"], [["1"]], true)).bytes.subarray(0, 3)).toEqual(mark);
    expect((await written(directory, ["a"], [["1"]])).bytes.subarray(0, 3)).not.toEqual(mark);
  });

  it("is handed on in pieces, whose size does not grow with it, none of them within a row", () => {
    const cells = ["x".repeat(1000), "y"];
    const pieces = [
      ...csvRows(
        Array.from({ length: 1000 }, () => cells),
        { excel: false },
      ),
    ];
    expect(pieces.join("")).toBe(`${cells.join(",")}\n`.repeat(1000));
    const last = pieces.pop() ?? "";
    expect(pieces).toHaveLength(15);
    for (const piece of pieces) {
      expect(piece.length).toBeGreaterThanOrEqual(64 * 1024);
      expect(piece.length).toBeLessThan(66 * 1024);
      expect(piece.endsWith("\n")).toBe(true);
    }
    expect(last.length).toBeLessThan(64 * 1024);
  });

  it("never replaces a file that is there", async () => {
    const path = join(temporaryDirectory(), "there.csv");
    writeFileSync(path, "untouched");
    await expect(
      writeCsv({ path, name: "there.csv" }, { header: ["a"], rows: [] }, { excel: false }),
    ).rejects.toThrow("EEXIST");
    expect(readFileSync(path, "utf8")).toBe("untouched");
  });

  it("fails where its directory is missing", async () => {
    const path = join(temporaryDirectory(), "no", "such.csv");
    await expect(
      writeCsv({ path, name: "such.csv" }, { header: ["a"], rows: [] }, { excel: false }),
    ).rejects.toThrow("ENOENT");
    expect(existsSync(path)).toBe(false);
  });

  it("gives every cell back to a strict reader, whatever is in it", async () => {
    const directory = temporaryDirectory();
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (cells, excel) => {
        const { bytes } = await written(directory, ["a", "b", "c"], cells, excel);
        expect(reread(bytes, excel)).toEqual([["a", "b", "c"], ...cells]);
      }),
      { numRuns: 150 },
    );
  });

  it("is what csv-stringify makes of it, although rows without anything to quote pass it by", async () => {
    const directory = temporaryDirectory();
    const names = ["a", "b", "c"];
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (cells, excel) => {
        const { text } = await written(directory, names, cells, excel);
        const expected = stringify([...cells], {
          header: true,
          columns: names,
          bom: excel,
          record_delimiter: excel ? "\r\n" : "\n",
          quoted_match: /[;\t\r\n]/,
        });
        expect(text).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });
});

const piece = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(",", '"', "\n", "\r", "\r\n", "'", "=", ";", "\t", "\ufeff", '""', "", "plain"),
);

/** A reader cannot tell a row of one empty cell from an empty line, so rows have two cells at least. */
const rows = fc.array(
  fc.array(
    fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join("")),
    { minLength: 3, maxLength: 3 },
  ),
  { maxLength: 6 },
);

describe("a cell", () => {
  it("is empty for what is not known, and zero for zero", () => {
    expect([outside(null), own(null), count(null), amount(null, "USD"), amount(1n, null)]).toEqual([
      "",
      "",
      "",
      "",
      "",
    ]);
    expect([count(0), amount(0n, "USD"), amount(0n, "JPY"), amount(0n, "KWD")]).toEqual([
      "0",
      "0.00",
      "0",
      "0.000",
    ]);
  });

  it("is guarded where its text came from outside, and only there", () => {
    expect([outside("=1"), own("-12.34")]).toEqual(["'=1", "-12.34"]);
  });
});
