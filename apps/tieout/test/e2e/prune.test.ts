import { cpSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { rewrite } from "../ledger/rewrite.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { filesUnder, fingerprint, namesIn } from "./published.ts";

const NIGHTS = ["2026-11-18", "2026-11-19", "2026-11-20"];
const DAYS = ["2026-11-17", "2026-11-18", "2026-11-19"];
const NOW = "2026-11-20T03:00:00Z";

// Three real nights for the whole file; each test prunes a copy of their ledger.
const home = lastingDirectory();
beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
  // Details of one batch that were refused on five days: three of them give it up.
  const rows = ["10", "11", "12", "13", "14"].map(
    (day) => `('default', 'settlement', 'b', '2026-11-${day}')`,
  );
  rewrite(
    join(home, "tieout-demo/tieout.db"),
    `INSERT INTO refusal (book, kind, entity, day) VALUES ${rows.join(", ")}`,
  );
});

const copied = (): string => {
  const cwd = temporaryDirectory();
  cpSync(join(home, "tieout-demo"), cwd, { recursive: true, verbatimSymlinks: true });
  return cwd;
};

const prune = (cwd: string, ...args: readonly string[]) =>
  tieout(["prune", "--as-of", NOW, ...args], { cwd });

/** Rebuilds the report of each night from the ledger; gives the exit codes. */
const rebuild = async (cwd: string): Promise<ReadonlyArray<number | null>> => {
  const codes = [];
  for (const night of NIGHTS)
    codes.push(
      (await tieout(["report", "--as-of", `${night}T02:00:00Z`, "--out", "rebuilt", "--quiet"], { cwd }))
        .code,
    );
  return codes;
};

describe("pruning a ledger", () => {
  it("only says what would be removed until it is told to", async () => {
    const cwd = copied();
    const before = readFileSync(join(cwd, "tieout.db"));
    const { code, stdout, stderr } = await prune(cwd, "--keep", "1 day");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^Kept +1 report: as of 2026-11-19T03:00:00.000Z or later, and the newest of each book$/m,
    );
    expect(stdout).toMatch(/^To remove +[1-9]\d* states/m);
    expect(stdout).toMatch(/^ +2 days on which details could not be had$/m);
    expect(stdout).toContain("2 older reports can no longer be rebuilt");
    expect(stdout).toContain("Nothing was removed: add --yes to do it");
    expect(readFileSync(join(cwd, "tieout.db"))).toEqual(before);
    expect(namesIn(cwd)).toEqual([".tieout-demo", "out", "tieout.db", "tieout.db.key"]);
  });

  it("removes that, makes the file smaller, and leaves every kept report to be rebuilt byte for byte", async () => {
    const cwd = copied();
    const published = filesUnder(join(cwd, "out"));
    const plan = JSON.parse((await prune(cwd, "--keep", "1d", "--json")).stdout);
    expect(plan).toMatchObject({ removed: false, bytes_after: null, reports_kept: 1, reports: 2, runs: 2 });
    expect(plan).toMatchObject({ refusals: 2 });
    const done = JSON.parse((await prune(cwd, "--keep", "1d", "--yes", "--json")).stdout);
    expect(done).toMatchObject({
      ...plan,
      removed: true,
      bytes_before: done.bytes_before,
      bytes_after: done.bytes_after,
    });
    expect(done.bytes_after).toBeLessThan(plan.bytes_before);
    expect(statSync(join(cwd, "tieout.db")).size).toBe(done.bytes_after);
    expect(filesUnder(join(cwd, "out"))).toEqual(published);

    expect(await rebuild(cwd)).toEqual([64, 64, 0]);
    expect(fingerprint(join(cwd, "rebuilt/default/2026-11-19/r1"))).toEqual(
      fingerprint(join(cwd, "out/default/2026-11-19/r1")),
    );
    expect((await tieout(["verify", "out"], { cwd })).code).toBe(0);
    const again = JSON.parse((await prune(cwd, "--keep", "1d", "--yes", "--json")).stdout);
    expect(again).toMatchObject({
      observations: 0,
      details: 0,
      exceptions: 0,
      figures: 0,
      reports: 0,
      runs: 0,
      refusals: 0,
    });
  });

  it("takes nothing from reports that are all kept", async () => {
    const cwd = copied();
    expect(JSON.parse((await prune(cwd, "--keep", "7 years", "--yes", "--json")).stdout)).toMatchObject({
      reports_kept: 3,
      reports: 0,
      observations: 0,
      details: 0,
      exceptions: 0,
      figures: 0,
    });
    expect(await rebuild(cwd)).toEqual([0, 0, 0]);
    for (const day of DAYS)
      expect(fingerprint(join(cwd, `rebuilt/default/${day}/r1`))).toEqual(
        fingerprint(join(cwd, `out/default/${day}/r1`)),
      );
  });

  it("says what is missing: a ledger, a duration, one that can be read", async () => {
    const cwd = temporaryDirectory();
    expect((await prune(cwd, "--keep", "1d", "--yes")).code).toBe(78);
    expect((await prune(cwd)).code).toBe(64);
    const { code, stderr } = await prune(cwd, "--keep", "soon");
    expect([code, stderr]).toEqual([
      64,
      '--keep is "soon"; expected a duration such as 90d, 60 weeks or 7 years, at most 100 years\n',
    ]);
    expect(namesIn(cwd)).toEqual([]);
  });

  it("takes old reports from the output directory where it is asked to, and verify says what it should", async () => {
    const cwd = copied();
    const out = join(cwd, "out/default");
    const days = () => namesIn(out).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
    const verify = (...args: readonly string[]) => tieout(["verify", "out", ...args], { cwd });
    const withLedger = () => verify("--ledger", "sqlite:tieout.db");
    const asked = ["--keep", "1d", "--reports"];

    // What nobody of this ledger made is in the way, and is left with what is newer.
    mkdirSync(join(out, "2026-11-17/notes"));
    const left = JSON.parse((await prune(cwd, ...asked, "--json")).stdout);
    expect([left.report_directories, left.left]).toEqual([[], [expect.stringContaining("2026-11-17/notes")]]);
    rmSync(join(out, "2026-11-17/notes"), { recursive: true });

    const plan = await prune(cwd, ...asked);
    expect(plan.stdout).toMatch(
      /^ +the reports of 1 day in the output directory, out\/default\/2026-11-17$/m,
    );
    expect(days()).toEqual(DAYS);
    expect((await prune(cwd, ...asked, "--yes")).code).toBe(0);
    // The report of the day before the oldest that is kept is what that one is compared with.
    expect(days()).toEqual(DAYS.slice(1));
    expect((await verify()).code).toBe(0);
    expect(await withLedger()).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(cwd, "out/index.html"), "utf8")).not.toContain("2026-11-17/r1/report.html");
    const again = JSON.parse((await prune(cwd, ...asked, "--yes", "--json")).stdout);
    expect(again).toMatchObject({ removed: true, report_directories: [], left: [] });

    // One that was not pruned is missed, as ever.
    rmSync(join(out, "2026-11-18"), { recursive: true });
    const missed = await withLedger();
    expect(missed.code).toBe(65);
    expect(missed.stdout + missed.stderr).toContain("2026-11-18/r1 is missing, and the ledger published it");
    expect(missed.stdout + missed.stderr).not.toContain("2026-11-17/r1 is missing");
  });
});
