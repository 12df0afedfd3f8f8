import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clearReports, countReports, inWords } from "../src/count-tests.mjs";
import { repositoryWith } from "./repository.ts";

/** As much of vitest's JSON report as is read. */
const report = (passed: number, failed = 0, skipped = 0, todo = 0, testResults: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: todo,
  testResults,
});

const packageWithTests = (folder: string) => ({
  [`${folder}/package.json`]: { name: folder },
  [`${folder}/test/a.test.ts`]: "",
});

const root = { "package.json": { name: "root" } };

describe("countReports", () => {
  it("adds up the reports of all packages; skipped and todo tests are skipped", () => {
    const repository = repositoryWith({
      ...root,
      ...packageWithTests("packages/a"),
      ...packageWithTests("apps/b"),
      "packages/a/reports/vitest.json": report(3, 1),
      "apps/b/reports/vitest.json": report(4, 0, 1, 1),
    });

    expect(countReports(repository, ["test"]).sum).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it("counts a package whose tests left no report as a failure, and names it", () => {
    const repository = repositoryWith({ ...root, ...packageWithTests("packages/a") });

    expect(countReports(repository, ["test"])).toEqual({
      sum: { passed: 0, failed: 1, skipped: 0 },
      lines: ["packages/a: left no report"],
    });
  });

  it("counts a test file that broke before its first test, or that skipped all of them, as a failure", () => {
    const broken = { status: "failed", assertionResults: [] };
    const unprepared = { status: "failed", assertionResults: [{ status: "skipped" }] };
    const counted = { status: "failed", assertionResults: [{ status: "failed" }] };
    const repository = repositoryWith({
      ...root,
      ...packageWithTests("packages/a"),
      "packages/a/reports/vitest.json": report(2, 1, 1, 0, [broken, unprepared, counted]),
    });

    expect(countReports(repository, ["test"]).sum).toEqual({ passed: 2, failed: 3, skipped: 1 });
  });

  it("counts another task of a package beside its tests, where it is asked for", () => {
    const repository = repositoryWith({
      ...root,
      ...packageWithTests("packages/a"),
      ...packageWithTests("packages/b"),
      "packages/b/package.json": { name: "b", scripts: { "test:office": "vitest run" } },
      "packages/a/reports/vitest.json": report(2),
      "packages/b/reports/vitest.json": report(3),
      "packages/b/reports/vitest-office.json": report(4, 1),
    });

    expect(countReports(repository, ["test"]).sum).toEqual({ passed: 5, failed: 0, skipped: 0 });
    expect(countReports(repository, ["test", "test:office"])).toEqual({
      sum: { passed: 9, failed: 1, skipped: 0 },
      lines: ["packages/a: 2 passed, 0 failed", "b: 3 passed, 0 failed", "b test:office: 4 passed, 1 failed"],
    });

    clearReports(repository);
    expect(countReports(repository, ["test:office"])).toEqual({
      sum: { passed: 0, failed: 1, skipped: 0 },
      lines: ["b test:office: left no report"],
    });
  });

  it("asks nothing of a package without a test folder", () => {
    const repository = repositoryWith({ ...root, "packages/a/package.json": { name: "a" } });
    expect(countReports(repository, ["test"]).sum).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe("clearReports", () => {
  it("takes away what an earlier run left", () => {
    const repository = repositoryWith({
      ...root,
      ...packageWithTests("packages/a"),
      "packages/a/reports/vitest.json": report(3),
    });
    clearReports(repository);
    expect(existsSync(join(repository, "packages/a/reports/vitest.json"))).toBe(false);
  });
});

describe("inWords", () => {
  it("names skipped tests only where there are some", () => {
    expect(inWords({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
    expect(inWords({ passed: 12, failed: 1, skipped: 3 })).toBe("12 passed, 1 failed, 3 skipped");
  });
});
