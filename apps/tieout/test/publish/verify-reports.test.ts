import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "@tieout/sandbox";
import { Effect } from "effect";
import { afterAll, beforeAll, expect, it } from "vitest";
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
