import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CsvRow, cell } from "../published.ts";
import type { SandboxProcess } from "../sandbox-process.ts";
import { expectedCohorts, expectedSettlements, like } from "./planted-rows.ts";
import { fileDirectory, type Judged, judged, plantedSandbox } from "./planted-world.ts";

const BERLIN = { timezone: "Europe/Berlin", cutoff: "02:30" } as const;

// Worked out by hand. On 29 March there is no 02:30: the day begins at 03:30 summer time, 01:30 UTC. On 25 October
// there are two: the day begins at the first, which is summer time, 00:30 UTC.
const CHANGES = [
  {
    name: "2026-03-29, a day of 23 hours",
    today: "2026-04-02",
    begins: [
      "2026-03-28T01:30:00.000Z",
      "2026-03-29T01:30:00.000Z",
      "2026-03-30T00:30:00.000Z",
      "2026-03-31T00:30:00.000Z",
    ],
    days: ["2026-03-28", "2026-03-29", "2026-03-30"],
    hours: [24, 23, 24],
    // What a day of 24 hours would give to the other side.
    disputed: ["2026-03-30T00:30:00.000Z", "2026-03-30T01:30:00.000Z", "2026-03-30"],
  },
  {
    name: "2026-10-25, a day of 25 hours",
    today: "2026-10-29",
    begins: [
      "2026-10-24T00:30:00.000Z",
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
      "2026-10-27T01:30:00.000Z",
    ],
    days: ["2026-10-24", "2026-10-25", "2026-10-26"],
    hours: [24, 25, 24],
    disputed: ["2026-10-26T00:30:00.000Z", "2026-10-26T01:30:00.000Z", "2026-10-25"],
  },
] as const;

const instantOf = (row: CsvRow): string => cell(row, "closed_at") || cell(row, "opened_at");
const sumOf = (rows: readonly CsvRow[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(cell(row, column)), 0);

describe.each(CHANGES)("D18: Europe/Berlin with a cut-off at 02:30 on $name", (change) => {
  const { begins, days, hours, disputed } = change;
  const { cwd, remove } = fileDirectory();
  let sandbox: SandboxProcess;
  let report: Judged;
  beforeAll(async () => {
    const sizes = ["--batches", "200", "--transactions", "2", "--cohorts", "100", "--seed", "2"];
    sandbox = await plantedSandbox("captured-mismatch", "--today", change.today, ...sizes);
    report = await judged(sandbox, { cwd, calendar: BERLIN });
  });
  afterAll(async () => {
    await sandbox.kill();
    remove();
  });

  it.each([0, 1, 2] as const)(
    "puts into day %i what lies between its two beginnings, and nothing else",
    (nth) => {
      const [from, to] = [begins[nth], begins[nth + 1] ?? ""];
      expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBe(hours[nth]);
      const inDay = report.settlements.filter((row) => cell(row, "business_date") === days[nth]);
      const inRange = report.settlements.filter((row) => from <= instantOf(row) && instantOf(row) < to);
      expect(inDay.length).toBeGreaterThan(3);
      expect(inDay).toEqual(inRange);
      const summed = report.days.filter((row) => cell(row, "business_date") === days[nth]);
      expect(sumOf(summed, "batches")).toBe(inRange.length);
      expect(sumOf(summed, "transactions_captured")).toBe(sumOf(inRange, "transactions_captured"));
    },
  );

  it("gives the hour in dispute to the right side", () => {
    const [from, to, day] = disputed;
    const rows = report.settlements.filter((row) => from <= instantOf(row) && instantOf(row) < to);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => cell(row, "business_date")))).toEqual(new Set([day]));
  });

  it("has every figure right, each batch in one day", () => {
    const settlements = expectedSettlements(report.truth);
    expect(like(report.settlements, settlements)).toEqual(settlements);
    expect(new Set(report.settlements.map((row) => cell(row, "batch_id"))).size).toBe(settlements.length);
    const cohorts = expectedCohorts(report.truth);
    expect(like(report.cohorts, cohorts)).toEqual(cohorts);
  });

  it("counts in a window of that day the credentials issued in its hours", async () => {
    const [from, to] = [begins[1], begins[2]];
    const options = ["--from", days[1], "--to", days[2]];
    const answer = await fetch(`${sandbox.env.RECORD_BASE_URL}/credentials`, {
      headers: { authorization: `Bearer ${sandbox.env.RECORD_API_TOKEN}` },
    });
    const { data } = JSON.parse(await answer.text());
    const issued = data
      .filter(({ issuedAt }: { issuedAt: string }) => {
        const atMs = Date.parse(issuedAt);
        return Date.parse(from) <= atMs && atMs < Date.parse(to);
      })
      .reduce((sum: number, { recipientCount }: { recipientCount: number }) => sum + recipientCount, 0);
    const { cohorts } = await judged(sandbox, {
      ...{ cwd, calendar: BERLIN, options, out: "day" },
      place: `${days[1]}_${days[2]}/r1`,
    });
    expect(issued).toBeGreaterThan(0);
    expect(sumOf(cohorts, "issued_in_window")).toBe(issued);
  });
});
