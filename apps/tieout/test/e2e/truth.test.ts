import { join } from "node:path";
import type { Planted } from "@tieout/sandbox";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { decimal, expectedRows, expectedTotals, publishedRows } from "./expected-figures.ts";
import { type CsvRow, cell, csv, json } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

// Figures are held against what the sandbox knows of its world, counted by code that shares nothing with the report's.

const sandboxWith = async (...options: readonly string[]): Promise<SandboxProcess> => {
  const sandbox = await startSandboxProcess(...options);
  onTestFinished(() => sandbox.kill());
  return sandbox;
};

const reportOn = async (
  sandbox: SandboxProcess,
  { timezone, cutoff }: { readonly timezone: string; readonly cutoff: string },
  asOf = sandbox.asOf,
) => {
  const cwd = temporaryDirectory();
  const args = ["run", "--quiet", "--as-of", asOf, "--timezone", timezone, "--cutoff", cutoff];
  const ended = await tieout(args, { cwd, env: sandbox.env });
  expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
  const directory = join(cwd, "out/default/latest");
  const manifest = json(directory, "manifest.json");
  const { from, to } = manifest.window;
  return {
    manifest,
    truth: await sandbox.truth({ timezone, cutoff, from, to }),
    settlements: csv(directory, "settlement-by-batch.csv"),
    days: csv(directory, "settlement-by-day.csv"),
    cohorts: csv(directory, "credentials-by-cohort.csv"),
    exceptions: csv(directory, "exceptions.csv"),
  };
};

type Accounted = Readonly<Record<"listed" | "in_window" | "before" | "after" | "invalid", number>>;

const expectFigures = (report: Awaited<ReturnType<typeof reportOn>>): void => {
  const expected = expectedRows(report.truth);
  expect(expected.settlements.length).toBeGreaterThan(20);
  expect(expected.cohorts.length).toBeGreaterThan(5);
  expect(publishedRows(report, expected)).toEqual(expected);
  const totals = expectedTotals(report.truth);
  expect(report.manifest.totals.settlements).toEqual(totals);
  expect(report.manifest.sources.record.listed).toBe(
    report.truth.counts.credentialBatches + report.truth.counts.credentialBatchesAfterWindow,
  );
  expect(report.manifest.sources.record.after).toBe(report.truth.counts.credentialBatchesAfterWindow);
  expect(report.manifest.sources.koard.in_window).toBe(report.truth.counts.settlementBatches);
  for (const { listed, in_window, before, after, invalid } of Object.values<Accounted>(
    report.manifest.sources,
  ))
    expect(in_window + before + after + invalid).toBe(listed);
  expect(new Set(report.settlements.map((row) => cell(row, "batch_id"))).size).toBe(
    report.truth.counts.settlementBatches,
  );
};

/** The keys by which a contract sorts its rows, as one text each; no cell of the sandbox holds a control character. */
const keys = (rows: readonly CsvRow[], ...columns: readonly string[]): readonly string[] =>
  rows.map((row) => columns.map((column) => cell(row, column)).join("\u0000"));

const expectSorted = (texts: readonly string[]): void => {
  expect(texts).toEqual([...texts].sort());
};

const isSeen = ({ fromNight, mendedOnNight }: Planted, night: number): boolean =>
  fromNight <= night && (mendedOnNight === null || night < mendedOnNight);

const summary = (row: CsvRow) => ({
  code: cell(row, "code"),
  entity: cell(row, "entity"),
  entityId: cell(row, "entity_id"),
});

describe("a report on a world whose truth is known", () => {
  it.each([1, 2, 7])("has every figure right, seed %i", async (seed) => {
    const sandbox = await sandboxWith("--seed", String(seed));
    const report = await reportOn(sandbox, { timezone: "UTC", cutoff: "00:00" });
    expectFigures(report);

    expectSorted(keys(report.settlements, "business_date", "batch_id", "currency"));
    expectSorted(keys(report.days, "business_date", "account_id", "currency", "state"));

    const planted = report.truth.planted.filter((one) => one.code !== null && isSeen(one, 1));
    expect(planted.length).toBeGreaterThan(5);
    expect(report.exceptions.map(summary)).toEqual(
      expect.arrayContaining(planted.map(({ code, entity, entityId }) => ({ code, entity, entityId }))),
    );
    for (const { code, entityId, amountMinor, currency } of planted) {
      if (amountMinor === null || currency === null) continue;
      const row = report.exceptions.find((one) => one["code"] === code && one["entity_id"] === entityId);
      expect(row).toMatchObject({ currency, money_at_stake: decimal(amountMinor, currency) });
    }
    // What was not planted is not claimed either: the worst are exactly those that the world has.
    const worst = report.exceptions.filter(({ severity }) => severity === "critical" || severity === "high");
    expect(worst.map(({ code }) => code).sort()).toEqual(
      ["CAPTURED_MISMATCH", "COUNT_MISMATCH", "PARTIALLY_ACCEPTED", "SETTLEMENT_REJECTED"].filter((code) =>
        planted.some((one) => one.code === code),
      ),
    );
  });

  it.each([
    { timezone: "Europe/Berlin", cutoff: "02:30" },
    { timezone: "America/St_Johns", cutoff: "17:45" },
  ])("cuts its days at $cutoff in $timezone", async (calendar) => {
    const sandbox = await sandboxWith("--seed", "3");
    const report = await reportOn(sandbox, calendar);
    expectFigures(report);
    expect(report.manifest.window).toMatchObject(calendar);
    const utc = await sandbox.truth({ ...report.manifest.window, timezone: "UTC", cutoff: "00:00" });
    // The zone has to matter here, or the test shows nothing.
    expect(expectedRows(utc).days).not.toEqual(expectedRows(report.truth).days);
  });

  it("finds nothing serious in a world without a fault, on a night long after the first", async () => {
    const sandbox = await sandboxWith("--clean", "--seed", "5", "--night", "9");
    const report = await reportOn(sandbox, { timezone: "UTC", cutoff: "00:00" });
    expectFigures(report);
    expect(report.truth.planted).toEqual([]);
    const severities = new Set(report.exceptions.map(({ severity }) => severity));
    expect(severities).not.toContain("critical");
    expect(severities).not.toContain("high");
    for (const { final } of Object.values<Record<string, { unexplained_absolute: string }>>(
      report.manifest.totals.settlements,
    ))
      expect(final?.unexplained_absolute).toMatch(/^0(\.0+)?$/);
  });
});
