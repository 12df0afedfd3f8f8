import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { type CsvRow, cell, csv, namesIn } from "./published.ts";
import { afterThreeNights, NIGHTS } from "./three-nights.ts";

// What these tests prove: every row of every batch is in the itemised CSV, in order, and those that it says are counted
// add up to what the report of the same window shows.

const cwd = afterThreeNights(lastingDirectory());
const { asOf } = NIGHTS[2];
const WINDOW = ["--from", "2026-11-01", "--to", "2026-11-20"] as const;
const report = join(cwd, "own/acme/2026-11-01_2026-11-20/r1");

const exported = (...args: readonly string[]) =>
  tieout(["export", "transactions", "--as-of", asOf, ...args], { cwd });

let rows: readonly CsvRow[] = [];
beforeAll(async () => {
  const own = await tieout(["report", "--quiet", "--as-of", asOf, ...WINDOW, "--out", "own"], { cwd });
  expect(own.code).toBe(0);
  const { code, stdout, stderr } = await exported(...WINDOW);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  rows = parse(stdout, { columns: true });
});

const minor = (amount: string): bigint => BigInt(amount.replace(".", "") || "0");

const sum = (all: readonly CsvRow[], column: string): bigint =>
  all.reduce((total, row) => total + minor(cell(row, column)), 0n);

describe("an itemised CSV", () => {
  it("has every row of each batch of the window, in the order of the key, and nothing of anybody", () => {
    const settlements = csv(report, "settlement-by-batch.csv");
    const ids = new Set(settlements.map((row) => cell(row, "batch_id")));
    expect(new Set(rows.map((row) => cell(row, "batch_id"))).size).toBeGreaterThan(20);
    for (const row of rows) expect(ids).toContain(cell(row, "batch_id"));
    const places = rows.map(
      (row) => [cell(row, "business_date"), cell(row, "batch_id"), Number(cell(row, "position"))] as const,
    );
    for (const [at, [day, id, position]] of places.entries()) {
      const [lastDay, lastId, lastPosition] = places[at - 1] ?? ["", "", 0];
      const isNext = day === lastDay && id === lastId;
      expect(position).toBe(isNext ? lastPosition + 1 : 1);
      if (!isNext) expect(`${lastDay} ${lastId}` < `${day} ${id}`).toBe(true);
    }
    expect(Object.keys(rows[0] ?? {})).toEqual(
      "book business_date batch_id processor_batch_id transaction_id position type status currency total reversed refunded base counted reason".split(
        " ",
      ),
    );
  });

  it("adds up to what the report computes, batch by batch and currency by currency", () => {
    let compared = 0;
    for (const batch of csv(report, "settlement-by-batch.csv")) {
      if (cell(batch, "captured_computed") === "") continue;
      const own = rows.filter(
        (row) =>
          cell(row, "batch_id") === cell(batch, "batch_id") &&
          cell(row, "currency") === cell(batch, "currency"),
      );
      const captured = own.filter((row) => cell(row, "counted") === "captured");
      expect([cell(batch, "batch_id"), sum(captured, "base")]).toEqual([
        cell(batch, "batch_id"),
        minor(cell(batch, "captured_computed")),
      ]);
      expect(captured.length).toBe(Number(cell(batch, "transactions_captured")));
      if (cell(batch, "refunded_basis") === "refund_rows")
        expect(
          sum(
            own.filter((row) => cell(row, "counted") === "refund"),
            "total",
          ),
        ).toBe(minor(cell(batch, "refunded_computed")));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it("says in one word why a row counts nowhere, and only then", () => {
    for (const row of rows) expect(cell(row, "counted") === "").toBe(/^[a-z_]+$/.test(cell(row, "reason")));
    const reasons = new Set(rows.map((row) => cell(row, "reason")));
    for (const reason of ["declined", "other_batch", "invalid"]) expect(reasons).toContain(reason);
  });

  it("of one batch, by its id or its number, is the same rows, and also in a file", async () => {
    const [one] = rows;
    const of = (id: string) => rows.filter((row) => cell(row, "batch_id") === id);
    const id = cell(one ?? {}, "batch_id");
    expect(parse((await exported("--batch", id)).stdout, { columns: true })).toEqual(of(id));
    const ended = await exported("--batch", cell(one ?? {}, "processor_batch_id"), "--file", "batch.csv");
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const file: readonly CsvRow[] = parse(readFileSync(join(cwd, "batch.csv"), "utf8"), { columns: true });
    expect(file.filter((row) => cell(row, "batch_id") === id)).toEqual(of(id));
    expect(ended.stdout).toBe(`batch.csv: ${file.length} rows of 1 batch\n`);
    expect(namesIn(cwd).filter((name) => name.includes(".part-"))).toEqual([]);
  });

  it("ends without a complaint where its reader has read enough", () => {
    const bundle = new URL("../../dist/bin.mjs", import.meta.url).pathname;
    const piped = `"${process.execPath}" "${bundle}" export transactions --as-of ${asOf} --from 2026-01-01 --to 2026-11-20 | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const said = execFileSync("bash", ["-c", `${piped} 2>&1`], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env["PATH"] },
    });
    expect(said).toMatch(/^book,business_date,[a-z_,]+\n0\n$/);
  });
});

describe("what cannot be exported", () => {
  it.each([
    ["nothing", [], 64, "--batch is missing; name a batch, or days with --month, or --from and --to\n"],
    [
      "a batch and days",
      ["--batch", "b1", ...WINDOW],
      64,
      "--batch is given, and days as well; keep one of them\n",
    ],
    [
      "a batch that is none",
      ["--batch", "b_1"],
      64,
      "--batch is b_1, which is no settlement batch that the ledger knows\n",
    ],
    [
      "half a window",
      ["--to", "2026-11-20"],
      64,
      "--to is 2026-11-20; name the first day as well, with --from\n",
    ],
  ] as const)("%s is one sentence and exit 64", async (_, args, code, stderr) => {
    expect(await exported(...args)).toEqual({ code, stdout: "", stderr });
  });

  it("to a place that is none is exit 73, and to one that is a directory 74, which stays", async () => {
    expect(await exported(...WINDOW, "--file", "nowhere/x.csv")).toMatchObject({
      code: 73,
      stderr: expect.stringMatching(/^nowhere\/x.csv could not be created: /),
    });
    mkdirSync(join(cwd, "taken"));
    expect((await exported(...WINDOW, "--file", "taken")).code).toBe(74);
    expect(namesIn(cwd).filter((name) => name.startsWith("taken"))).toEqual(["taken"]);
  });
});
