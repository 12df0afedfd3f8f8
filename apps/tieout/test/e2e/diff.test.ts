import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { type CsvRow, cell, csv, json } from "./published.ts";
import { afterThreeNights, NIGHTS, PUBLISHED } from "./three-nights.ts";

// What these tests prove: what differs between two reports is named whole, offline, in three forms that say the same.

const cwd = afterThreeNights(lastingDirectory());
const [first, , last] = NIGHTS;
const reportOf = (day: string): string => join(cwd, "again/acme", day, "r1");
const diff = (...args: readonly string[]) => tieout(["diff", ...args], { cwd });

let difference: {
  readonly rows: ReadonlyArray<{
    readonly file: string;
    readonly change: string;
    readonly key: readonly string[];
    readonly cells: ReadonlyArray<{ readonly column: string; readonly from: string; readonly to: string }>;
  }>;
  readonly totals: ReadonlyArray<Readonly<Record<string, string>>>;
  readonly settings: readonly unknown[];
};

beforeAll(async () => {
  for (const { asOf } of [first, last])
    expect((await tieout(["report", "--quiet", "--as-of", asOf, "--out", "again"], { cwd })).code).toBe(0);
  // Offline, and with nothing but the files: not even the ledger is there.
  rmSync(join(cwd, "tieout.db"));
  const { code, stdout, stderr } = await diff(first.day, last.day, "--out", "again", "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  difference = JSON.parse(stdout);
});

const openIds = (day: string): ReadonlySet<string> =>
  new Set(
    csv(reportOf(day), "exceptions.csv")
      .filter((row) => ["new", "open"].includes(cell(row, "status")))
      .map((row) => cell(row, "exception_id")),
  );

const changed = (file: string, ...changes: readonly string[]) =>
  difference.rows.filter((row) => row.file === file && changes.includes(row.change));

describe("the difference of two reports", () => {
  it("has every cell of a batch that both show otherwise, and no other", () => {
    const rowsOf = (day: string) =>
      new Map(
        csv(reportOf(day), "settlement-by-batch.csv").map(
          (row) => [`${cell(row, "batch_id")} ${cell(row, "currency")}`, row] as const,
        ),
      );
    const [before, now] = [rowsOf(first.day), rowsOf(last.day)];
    const expected = [...now].flatMap(([name, row]) => {
      const earlier = before.get(name);
      return earlier === undefined
        ? []
        : Object.keys(row)
            .filter((column) => earlier[column] !== row[column])
            .map((column) => `${name} ${column} ${earlier[column]} ${row[column]}`);
    });
    const named = changed("settlement-by-batch.csv", "changed").flatMap(({ key, cells }) =>
      cells.map(({ column, from, to }) => `${key.join(" ")} ${column} ${from} ${to}`),
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(named.toSorted()).toEqual(expected.toSorted());
    const came = changed("settlement-by-batch.csv", "came", "came_with_window").map(({ key }) =>
      key.join(" "),
    );
    expect(came.toSorted()).toEqual([...now.keys()].filter((name) => !before.has(name)).toSorted());
    const went = changed("settlement-by-batch.csv", "went", "went_with_window").map(({ key }) =>
      key.join(" "),
    );
    expect(went.toSorted()).toEqual([...before.keys()].filter((name) => !now.has(name)).toSorted());
  });

  it("has the exceptions that came and went, and the totals that are others", () => {
    const [before, now] = [openIds(first.day), openIds(last.day)];
    expect(
      changed("exceptions.csv", "came")
        .map(({ key }) => key[0])
        .toSorted(),
    ).toEqual([...now].filter((id) => !before.has(id)).toSorted());
    expect(
      changed("exceptions.csv", "went")
        .map(({ key }) => key[0])
        .toSorted(),
    ).toEqual([...before].filter((id) => !now.has(id)).toSorted());
    const totals = (day: string) => json(reportOf(day), "manifest.json").totals.settlements;
    for (const { currency = "", state = "", name = "", from, to } of difference.totals)
      expect([
        totals(first.day)[currency]?.[state]?.[name] ?? null,
        totals(last.day)[currency]?.[state]?.[name] ?? null,
      ]).toEqual([from, to]);
    expect(difference.totals.length).toBeGreaterThan(5);
    expect(difference.settings).toEqual([]);
  });

  it("is the same as a CSV and as text, and none where a report is compared with itself", async () => {
    const { code, stdout } = await diff(reportOf(first.day), join(cwd, "again/acme/latest"), "--csv");
    const rows: readonly CsvRow[] = parse(stdout, { columns: true });
    expect(code).toBe(0);
    const cells = difference.rows.reduce((sum, row) => sum + Math.max(1, row.cells.length), 0);
    expect(rows).toHaveLength(cells + difference.totals.length);
    const text = (await diff(first.day, `${last.day}/r1`, "--out", "again")).stdout;
    for (const id of changed("exceptions.csv", "came").map(({ key }) => key[0]))
      expect(text).toContain(`  ${id} `);
    expect((await diff(first.day, first.day, "--out", "again")).stdout).toMatch(/\n\nNothing differs\n$/);
  });

  it("names a setting that shaped the figures otherwise", async () => {
    const other = join(cwd, "other");
    cpSync(reportOf(last.day), other, { recursive: true });
    const config = json(other, "config.json");
    writeFileSync(
      join(other, "config.json"),
      JSON.stringify({ ...config, thresholds: { ...config.thresholds, pending_days: 9 } }),
    );
    const { stdout } = await diff(reportOf(last.day), other);
    expect(stdout).toContain(
      `Settings that shape figures\n  thresholds.pending_days: ${config.thresholds.pending_days} → 9\n`,
    );
  });
});

describe("what cannot be compared", () => {
  it.each([
    ["no report", ["nowhere", "again/acme/latest"], 64, "FROM is nowhere, and there is no report\n"],
    [
      "a day without one",
      [first.day, "2020-01-01", "--out", "again"],
      64,
      "TO is 2020-01-01, and there is no report\n",
    ],
    [
      "two forms at once",
      [first.day, first.day, "--csv", "--json"],
      64,
      "--csv and --json are both given; keep one of them\n",
    ],
    [
      "a report of another form",
      [join(PUBLISHED, first.day), "again/acme/latest"],
      65,
      `${join(PUBLISHED, first.day, "r1")} has a manifest that is not the manifest of a report: Expected "tieout/report@2" at ["schema"]; \`tieout verify\` says more\n`,
    ],
  ] as const)("%s is one sentence", async (_, args, code, stderr) => {
    expect(await diff(...args)).toEqual({ code, stdout: "", stderr });
  });

  it("two books, and a file without the columns that tell its rows apart, are one sentence", async () => {
    const other = join(cwd, "other-book");
    cpSync(reportOf(last.day), other, { recursive: true });
    const edit = (file: string, from: string, to: string): void =>
      writeFileSync(join(other, file), readFileSync(join(other, file), "utf8").replace(from, to));
    edit("manifest.json", '"book": "acme"', '"book": "beta"');
    expect(await diff(reportOf(first.day), other)).toMatchObject({
      code: 64,
      stderr: "TO is of the book beta, and FROM of acme; name two of one\n",
    });
    edit("settlement-by-batch.csv", "batch_id", "batch");
    expect(await diff(reportOf(first.day), other)).toMatchObject({
      code: 65,
      stderr: `${other} has no column batch_id in settlement-by-batch.csv; \`tieout verify\` says more\n`,
    });
  });
});
