import { cpSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tieout } from "./bundle.ts";
import { plantedSandbox, plantsOf } from "./data-cases/planted-world.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { type CsvRow, cell, checkSums, csv, filesUnder, fingerprint, json, namesIn } from "./published.ts";
import type { SandboxProcess } from "./sandbox-process.ts";

// What these tests prove: every batch is in some nightly report, however late it turns up and however many nights were
// missed; the manifest accounts for all that is listed; and a window of one's own changes nothing of the series.

const cwd = lastingDirectory();
const book = join(cwd, "out/default");

/** The day of a night's report, and the instant that it is made as of. */
const dayOf = (night: number): string => new Date(Date.UTC(2026, 10, 16 + night)).toISOString().slice(0, 10);
const asOf = (night: number): string => `${dayOf(night + 1)}T02:00:00Z`;
const reportOf = (night: number): string => join(book, dayOf(night), "r1");

let sandbox: SandboxProcess;
const run = async (night: number, ...options: readonly string[]) => {
  await sandbox.night(night);
  const ended = await tieout(["run", "--json", "--as-of", asOf(night), ...options], {
    cwd,
    env: sandbox.env,
  });
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(ended.stdout).books[0];
};

/** The business day of each batch of a report. */
const batchesIn = (report: string): ReadonlyMap<string, string> =>
  new Map(
    csv(report, "settlement-by-batch.csv").map((row) => [cell(row, "batch_id"), cell(row, "business_date")]),
  );

const windowOf = (report: string) => json(report, "manifest.json").window;

/** The report of a month in the middle of the series, and everything of the book as it was before and after it. */
const MONTH = join(book, "2026-10-01_2026-11-01/r1");
const around: { before: Readonly<Record<string, string>>; after: Readonly<Record<string, string>> } = {
  before: {},
  after: {},
};
const hashes = () =>
  Object.fromEntries(
    filesUnder(book)
      .map((file) => file.split("/").slice(0, -1).join("/"))
      .filter((dir) => !dir.includes("_"))
      .flatMap((dir) =>
        Object.entries(fingerprint(join(book, dir))).map(([name, sum]) => [`${dir}/${name}`, sum]),
      ),
  );

/** Nights after which nine weeks were missed. */
const LAST = 67;

beforeAll(async () => {
  sandbox = await plantedSandbox(
    "listed-late,future-closed-at,header-bad-time,captured-mismatch:6,late-refund:2",
    "--seed",
    "3",
  );
  for (const night of [1, 2, 3]) await run(night);
  around.before = hashes();
  const ended = await tieout(["report", "--json", "--as-of", asOf(3), "--month", "2026-10"], { cwd });
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
  around.after = hashes();
  await run(4);
  await run(LAST);
});
afterAll(() => sandbox.kill());

describe("a nightly window", () => {
  it("reaches back to a batch that no nightly report has shown, and no further the next night", async () => {
    const truth = await sandbox.truth({ timezone: "UTC", cutoff: "00:00", from: "2026-01-01", to: dayOf(4) });
    const [{ entityId }] = plantsOf({ truth }, "listed-late");
    const day = batchesIn(reportOf(3)).get(entityId) ?? "";
    expect(batchesIn(reportOf(1)).has(entityId)).toBe(false);
    expect(day < "2026-10-16").toBe(true);
    expect(windowOf(reportOf(3))).toMatchObject({ from: day, to: dayOf(4) });
    expect(windowOf(reportOf(4))).toMatchObject({ from: "2026-10-17", to: dayOf(5) });
    // Its day had been published: what is new about it is said.
    const restated = csv(reportOf(3), "restatements.csv").filter(
      (row) => cell(row, "entity_id") === entityId,
    );
    expect(new Set(restated.map((row) => cell(row, "cause")))).toEqual(new Set(["appeared_late"]));
  });

  it("is the same when the night is repeated", async () => {
    expect(await run(LAST)).toMatchObject({ published: false, revision: 1 });
    expect(namesIn(join(book, dayOf(LAST)))).toEqual(["r1"]);
  });

  it("reaches back to the last report where nights were missed, so that each batch is in some report", async () => {
    expect(windowOf(reportOf(LAST))).toMatchObject({ from: dayOf(4), to: dayOf(LAST + 1) });
    const shown = new Map([1, 2, 3, 4, LAST].flatMap((night) => [...batchesIn(reportOf(night))]));
    const { from } = windowOf(reportOf(1));
    const truth = await sandbox.truth({ timezone: "UTC", cutoff: "00:00", from, to: dayOf(LAST + 1) });
    const all = new Set(truth.settlements.map(({ batchId }) => batchId));
    expect(all.size).toBeGreaterThan(120);
    expect([...all].filter((id) => !shown.has(id))).toEqual([]);
  });

  it("is as long as --days says", async () => {
    const place = { cwd, env: { TIEOUT_DAYS: "70" } };
    const { code } = await tieout(["report", "--quiet", "--as-of", asOf(4), "--out", "long"], place);
    expect(code).toBe(0);
    expect(windowOf(join(cwd, "long/default/latest")).from).toBe("2026-09-12");
  });
});

it("accounts in the manifest for every batch that is listed", () => {
  for (const night of [1, 3, 4, LAST]) {
    const { sources, window } = json(reportOf(night), "manifest.json");
    for (const { listed, in_window, before, after, invalid } of Object.values<Record<string, number>>(
      sources,
    ))
      expect((in_window ?? 0) + (before ?? 0) + (after ?? 0) + (invalid ?? 0)).toBe(listed);
    const days = batchesIn(reportOf(night));
    expect(sources.koard.in_window).toBe(days.size);
    expect([...days.values()].every((day) => window.from <= day && day < window.to)).toBe(true);
    expect(sources.koard.invalid).toBe(1);
  }
});

it("names a batch that was closed at a time still to come, and counts it as after the window", async () => {
  const truth = await sandbox.truth({ timezone: "UTC", cutoff: "00:00", from: "2026-01-01", to: dayOf(4) });
  const [{ entityId }] = plantsOf({ truth }, "future-closed-at");
  const rows = csv(reportOf(1), "exceptions.csv").filter((row) => cell(row, "entity_id") === entityId);
  expect(rows).toMatchObject([
    {
      code: "FUTURE_CLOSED_AT",
      severity: "medium",
      expected: dayOf(2),
      actual: expect.stringMatching(/^2026-12-2\dT18:00:00.000Z$/),
      business_date: expect.stringMatching(/^2026-12-2/),
    },
  ]);
  expect(Number(cell(rows[0] ?? {}, "money_at_stake"))).toBeGreaterThan(0);
  expect(batchesIn(reportOf(1)).has(entityId)).toBe(false);
});

describe("a window of one's own", () => {
  it("stands beside the nightly reports, and changes nothing of them", () => {
    expect(around.after).toEqual(around.before);
    expect(readlinkSync(join(book, "latest"))).toBe(`${dayOf(LAST)}/r1`);
    expect(json(reportOf(4), "manifest.json").previous.report).toBe(`${dayOf(3)}/r1`);
  });

  it("holds the settlements of its days, is compared with nothing, and says what it is", async () => {
    const manifest = json(MONTH, "manifest.json");
    expect(manifest).toMatchObject({
      series: "window",
      day: "2026-10-31",
      revision: 1,
      previous: null,
      window: { from: "2026-10-01", to: "2026-11-01" },
    });
    expect(json(reportOf(3), "manifest.json").series).toBe("nightly");
    const days = [...batchesIn(MONTH).values()];
    expect(days.length).toBeGreaterThan(10);
    expect(days.every((day) => day.startsWith("2026-10"))).toBe(true);
    expect(csv(MONTH, "restatements.csv")).toEqual([]);
    checkSums(MONTH);
  });

  it("holds the exceptions about what is in it, as old as the nightly reports know them", () => {
    const known = csv(reportOf(3), "exceptions.csv").filter((row) => cell(row, "status") !== "resolved");
    const aged = (row: CsvRow) =>
      ["exception_id", "first_seen", "nights", "status"].map((name) => cell(row, name));
    const ofMonth = csv(MONTH, "exceptions.csv");
    const settlements = known.filter(
      (row) => cell(row, "business_date").startsWith("2026-10") && cell(row, "source") === "koard",
    );
    expect(settlements.length).toBeGreaterThan(1);
    expect(ofMonth.filter((row) => cell(row, "source") === "koard").map(aged)).toEqual(settlements.map(aged));
    expect(known.length).toBeGreaterThan(ofMonth.length);
    for (const row of ofMonth) expect(known.map(aged)).toContainEqual(aged(row));
  });

  it("knows nothing of the age of an exception that no nightly report has had", async () => {
    const asked = [
      "run",
      "--quiet",
      "--as-of",
      asOf(LAST),
      "--month",
      "2026-10",
      "--ledger",
      "sqlite:own.db",
    ];
    expect((await tieout([...asked, "--out", "own"], { cwd, env: sandbox.env })).code).toBe(0);
    const own = join(cwd, "own/default");
    expect(namesIn(own)).toEqual(["2026-10-01_2026-11-01"]);
    const index = readFileSync(join(cwd, "own/index.html"), "utf8");
    expect(index).toContain("No night has a report.");
    expect(index).toContain('<a href="default/2026-10-01_2026-11-01/r1/report.html">');
    const exceptions = csv(join(own, "2026-10-01_2026-11-01/r1"), "exceptions.csv");
    expect(exceptions.length).toBeGreaterThan(0);
    for (const row of exceptions)
      expect([cell(row, "first_seen"), cell(row, "nights"), cell(row, "status")]).toEqual([
        "2026-10-31",
        "0",
        "new",
      ]);
  });

  it("is published once, as long as it is the same", async () => {
    const again = ["report", "--json", "--as-of", asOf(3), "--month", "2026-10"];
    const [summary] = JSON.parse((await tieout(again, { cwd })).stdout).books;
    expect(summary).toMatchObject({
      series: "window",
      published: false,
      revision: 1,
      directory: expect.stringMatching(/2026-10-01_2026-11-01\/r1$/),
    });
    expect(namesIn(join(book, "2026-10-01_2026-11-01"))).toEqual(["r1"]);
  });

  it("is listed on the page of all nights, and is no night of it", () => {
    const [, row = ""] =
      /<table class="windows">[\s\S]*?<tbody>\n([\s\S]*?)<\/tbody>/.exec(
        readFileSync(join(cwd, "out/index.html"), "utf8"),
      ) ?? [];
    expect(row).toContain(
      '<a href="default/2026-10-01_2026-11-01/r1/report.html"><span class="day">2026-10-01</span> to <span class="day">2026-10-31</span></a>',
    );
    expect(row).toContain(`<td>${json(MONTH, "manifest.json").verdict}</td>`);
    expect(row.match(/<tr>/g)).toHaveLength(1);
  });

  it("verifies, by itself and with its book, and not where it was changed", async () => {
    for (const directory of [MONTH, book, join(cwd, "out")]) {
      const { code, stdout, stderr } = await tieout(["verify", directory], { cwd });
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("2026-10-01_2026-11-01/r1 verifies");
    }
    const moved = join(book, "2026-10-01_2026-10-31");
    cpSync(join(book, "2026-10-01_2026-11-01"), moved, { recursive: true });
    const { code, stderr } = await tieout(["verify", book], { cwd });
    rmSync(moved, { recursive: true });
    expect(code).toBe(65);
    expect(stderr).toContain(
      "says that the report is 2026-10-01_2026-11-01/r1, and it stands in 2026-10-01_2026-10-31/r1",
    );
  });
});
