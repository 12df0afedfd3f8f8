import { appendFileSync, cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { verifyReports } from "../../src/publish/verify/verify-reports.ts";
import { PUBLISHED } from "../e2e/three-nights.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

// What these tests prove: a directory verifies only where every report does, and everything between them as well.

const book = (): string => {
  const directory = join(temporaryDirectory(), "acme");
  cpSync(PUBLISHED, directory, { recursive: true });
  return directory;
};

const verified = (directory: string) => Effect.runPromise(verifyReports(directory));

it("verifies a book whose reports and chain are whole", async () => {
  expect(await verified(book())).toMatchObject({ isVerified: true, problems: [] });
});

it("does not verify a book of which one file was changed, though nothing is wrong between its reports", async () => {
  const directory = book();
  appendFileSync(join(directory, "2026-11-20/r1/restatements.csv"), "\n");
  const { isVerified, problems, reports } = await verified(directory);
  expect({ isVerified, problems }).toEqual({ isVerified: false, problems: [] });
  expect(reports.map((report) => report.problems.length > 0)).toEqual([false, false, false, true]);
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
