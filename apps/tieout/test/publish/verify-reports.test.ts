import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "@tieout/sandbox";
import { Effect } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyReports } from "../../src/publish/verify/verify-reports.ts";
import { tieout } from "../e2e/bundle.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

// What these tests prove: a directory verifies only where every report does, and everything between them as well.

const cwd = mkdtempSync(join(tmpdir(), "tieout-"));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** The days of three nights, each with a report that follows the one before. */
const DAYS = ["2026-11-17", "2026-11-18", "2026-11-19"];

beforeAll(async () => {
  const sandbox = await startSandbox({ today: "2026-11-18", batches: 8, transactions: 5, cohorts: 4 });
  for (const [at] of DAYS.entries()) {
    sandbox.setNight(at + 1);
    const { code } = await tieout(["run", "--quiet", "--as-of", sandbox.asOf], {
      cwd,
      env: {
        RECORD_BASE_URL: sandbox.recordBaseUrl,
        RECORD_API_TOKEN: sandbox.recordToken,
        KOARD_BASE_URL: sandbox.koardBaseUrl,
        KOARD_API_KEY: sandbox.koardKey,
      },
    });
    expect(code).toBe(0);
  }
  await sandbox.close();
});

const book = (): string => {
  const directory = join(temporaryDirectory(), "default");
  cpSync(join(cwd, "out/default"), directory, { recursive: true, verbatimSymlinks: true });
  return directory;
};

const verified = (directory: string) => Effect.runPromise(verifyReports(directory));

it("verifies a book whose reports and chain are whole", async () => {
  expect(await verified(book())).toMatchObject({ isVerified: true, problems: [] });
});

it("does not verify a book of which one file was changed, though nothing is wrong between its reports", async () => {
  const directory = book();
  appendFileSync(join(directory, "2026-11-19/r1/restatements.csv"), "\n");
  const { isVerified, problems, reports } = await verified(directory);
  expect({ isVerified, problems }).toEqual({ isVerified: false, problems: [] });
  expect(reports.map((report) => report.problems.length > 0)).toEqual([false, false, true]);
});

it("does not verify what holds no report", async () => {
  expect(await verified(temporaryDirectory())).toMatchObject({
    isVerified: false,
    reports: [],
    problems: [{ problem: "holds no report" }],
  });
});

it("does not verify a book out of which a report was taken, by the report after it", async () => {
  const directory = book();
  rmSync(join(directory, "2026-11-18"), { recursive: true });
  expect((await verified(directory)).isVerified).toBe(false);
});

describe("a manifest that does not name a file", () => {
  /** Which of the files that it was taken out of the list of the newest report's manifest is missed, source by source. */
  const missed = async (sources: Readonly<Record<string, object>> = {}): Promise<readonly string[]> => {
    const directory = book();
    const manifest = join(directory, "2026-11-19/r1/manifest.json");
    const stated: { readonly sources: object } = JSON.parse(readFileSync(manifest, "utf8"));
    writeFileSync(
      manifest,
      JSON.stringify({ ...stated, files: [], sources: { ...stated.sources, ...sources } }),
    );
    const { reports } = await verified(directory);
    const problems = reports.flatMap((report) => report.problems.map(({ problem }) => problem));
    return problems
      .flatMap((problem) => /^does not name (\S+), which this report has to have/.exec(problem)?.[1] ?? [])
      .sort();
  };
  const ALWAYS = [
    ...["config.json", "csv-metadata.json", "decisions.csv", "exceptions.csv", "report.html", "report.xlsx"],
    "restatements.csv",
  ];
  const OF_CREDENTIALS = ["credentials-by-cohort.csv"];
  const OF_SETTLEMENTS = ["settlement-by-batch.csv", "settlement-by-day.csv"];

  it("misses each that a report of both sources has, and none that takes a link", async () => {
    expect(await missed()).toEqual([...ALWAYS, ...OF_CREDENTIALS, ...OF_SETTLEMENTS].sort());
  });

  const rest = { mode: null, listed: 0, in_window: 0, before: 0, after: 0, invalid: 0 };
  it.each([
    [{ ...rest, configured: true, asked: false, last_asked: null }, false],
    [{ ...rest, configured: false, asked: false, last_asked: "2026-11-01" }, true],
    // As an older tieout wrote it.
    [{ ...rest, configured: true }, true],
    [{ ...rest, configured: false }, false],
  ])("of a source that is %j: misses its own: %s", async (source, isMissed) => {
    expect(await missed({ koard: source })).toEqual(
      [...ALWAYS, ...OF_CREDENTIALS, ...(isMissed ? OF_SETTLEMENTS : [])].sort(),
    );
    expect(await missed({ record: source })).toEqual(
      [...ALWAYS, ...OF_SETTLEMENTS, ...(isMissed ? OF_CREDENTIALS : [])].sort(),
    );
  });
});
