import { readlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { expectedRows, expectedTotals, publishedRows } from "./expected-figures.ts";
import { type CsvRow, cell, csv, json } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "1");
});
afterAll(() => sandbox.kill());

const NIGHTS = ["2026-11-18", "2026-11-19", "2026-11-20"] as const;

const pullNight = async (cwd: string, night: number) => {
  await sandbox.night(night);
  const asOf = `${NIGHTS[night - 1]}T02:00:00Z`;
  const { code, stdout } = await tieout(["run", "--json", "--as-of", asOf], { cwd, env: sandbox.env });
  expect(code).toBe(0);
  return JSON.parse(stdout).books[0];
};

const history = (rows: readonly CsvRow[], code: string, id: string) =>
  rows
    .filter((row) => row["code"] === code && row["entity_id"] === id)
    .map((row) => `${cell(row, "status")} ${cell(row, "nights")} ${cell(row, "first_seen")}`);

describe("three nights in a row", () => {
  it("tells what is new, what is still open since when, and what is resolved, once", async () => {
    const cwd = temporaryDirectory();
    const truth = await sandbox.truth({ timezone: "UTC", cutoff: "00:00", from: NIGHTS[0], to: NIGHTS[1] });
    const idOf = (code: string): string => {
      const found = truth.planted.find((one) => one.code === code);
      if (found === undefined) throw new Error(`the world has no ${code}`);
      return found.entityId;
    };
    const reports: Array<readonly CsvRow[]> = [];
    const manifests = [];
    for (const night of [1, 2, 3]) {
      const summary = await pullNight(cwd, night);
      const directory = join(cwd, "out/default/latest");
      expect(readlinkSync(directory)).toBe(`2026-11-${16 + night}/r1`);
      const rows = csv(directory, "exceptions.csv");
      const count = (status: string) => rows.filter((row) => row["status"] === status).length;
      expect(summary.exceptions).toMatchObject({
        new: count("new"),
        resolved: count("resolved"),
        open: count("new") + count("open"),
      });
      reports.push(rows);
      manifests.push(json(directory, "manifest.json"));
    }
    const over = (code: string) => reports.map((rows) => history(rows, code, idOf(code)));

    // Never mended.
    expect(over("CAPTURED_MISMATCH")).toEqual([
      ["new 1 2026-11-17"],
      ["open 2 2026-11-17"],
      ["open 3 2026-11-17"],
    ]);
    // Mended on the second night, and gone from the third.
    expect(over("UNKNOWN_PROGRAM")).toEqual([["new 1 2026-11-17"], ["resolved 1 2026-11-17"], []]);
    // Mended on the third night.
    expect(over("COUNT_MISMATCH")).toEqual([
      ["new 1 2026-11-17"],
      ["open 2 2026-11-17"],
      ["resolved 2 2026-11-17"],
    ]);
    for (const rows of reports) {
      const ids = rows.map((row) => cell(row, "exception_id"));
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(manifests.map(({ previous }) => previous?.report ?? null)).toEqual([
      null,
      "2026-11-17/r1",
      "2026-11-18/r1",
    ]);
  });

  it("has every figure right on every night, though it does not read again what cannot have changed", async () => {
    const cwd = temporaryDirectory();
    for (const night of [1, 2, 3]) {
      await pullNight(cwd, night);
      const directory = join(cwd, "out/default/latest");
      const { window, totals } = json(directory, "manifest.json");
      const truth = await sandbox.truth({
        timezone: "UTC",
        cutoff: "00:00",
        from: window.from,
        to: window.to,
      });
      expect(truth.night).toBe(night);
      const expected = expectedRows(truth);
      const published = {
        settlements: csv(directory, "settlement-by-batch.csv"),
        days: csv(directory, "settlement-by-day.csv"),
        cohorts: csv(directory, "credentials-by-cohort.csv"),
      };
      expect(publishedRows(published, expected)).toEqual(expected);
      expect(totals.settlements).toEqual(expectedTotals(truth));
    }
  });

  it("leaves `latest` where it is when an earlier night is made up for", async () => {
    const cwd = temporaryDirectory();
    await pullNight(cwd, 3);
    await pullNight(cwd, 1);
    expect(readlinkSync(join(cwd, "out/default/latest"))).toBe("2026-11-19/r1");
  });

  it("compares a second run of a day with the day before, not with the first run", async () => {
    const cwd = temporaryDirectory();
    await pullNight(cwd, 1);
    await pullNight(cwd, 2);
    const once = csv(join(cwd, "out/default/latest"), "exceptions.csv");
    const again = await pullNight(cwd, 2);
    expect(again.published).toBe(false);
    // With another window the day is published again, and its exceptions are as old as they were.
    const { code } = await tieout(["run", "--as-of", `${NIGHTS[1]}T02:00:00Z`, "--days", "17"], {
      cwd,
      env: sandbox.env,
    });
    expect(code).toBe(0);
    expect(readlinkSync(join(cwd, "out/default/latest"))).toBe("2026-11-18/r2");
    expect(csv(join(cwd, "out/default/latest"), "exceptions.csv")).toEqual(once);
  });
});
