import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DEBIAN_PARTS } from "./debian-parts.mjs";
import { packagesOf } from "./workspace.mjs";

/** @typedef {"test" | typeof DEBIAN_PARTS[number]["task"]} TestTask */

/**
 * The tasks whose tests are counted, and where a package's script of that name leaves what vitest's JSON
 * reporter says.
 *
 * @type {ReadonlyMap<TestTask, string>}
 */
const REPORTS = new Map([
  ["test", join("reports", "vitest.json")],
  ...DEBIAN_PARTS.map(({ task, report }) => /** @type {const} */ ([task, report])),
]);

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Takes away the reports of earlier runs. turbo brings back those of tasks that it need not run again.
 *
 * @param {string} root
 */
export const clearReports = (root) => {
  for (const { folder } of packagesOf(root))
    for (const report of REPORTS.values()) rmSync(join(root, folder, report), { force: true });
};

/**
 * Adds up the reports that these tasks left in all packages that have them. A package whose tests left no
 * report counts as one failure, and so does a test file that failed though none of its tests did: one that
 * broke before the first, or in what all of them need.
 *
 * @param {string} root
 * @param {readonly TestTask[]} tasks
 * @returns {{ sum: Counts, lines: string[] }} `lines` says it package by package.
 */
export const countReports = (root, tasks) => {
  const packages = tasks.flatMap((task) =>
    packagesOf(root)
      .filter((one) => hasTask(one, task))
      .map(({ name, folder }) => ({
        name: task === "test" ? name : `${name} ${task}`,
        counts: countsOf(join(root, folder, REPORTS.get(task) ?? "")),
      })),
  );
  return {
    sum: packages.reduce((sum, { counts }) => add(sum, counts ?? LOST), NONE),
    lines: packages.map(
      ({ name, counts }) => `${name}: ${counts === null ? "left no report" : inWords(counts)}`,
    ),
  };
};

/**
 * @param {import("./workspace.mjs").Package} one
 * @param {TestTask} task
 */
const hasTask = ({ hasTests, scripts }, task) => (task === "test" ? hasTests : scripts.includes(task));

/**
 * `12 passed, 0 failed`, and `, 3 skipped` only where some were.
 *
 * @param {Counts} counts
 */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** @type {Counts} */
const NONE = { passed: 0, failed: 0, skipped: 0 };

/** @type {Counts} */
const LOST = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {string} path
 * @returns {Counts | null}
 */
const countsOf = (path) => {
  if (!existsSync(path)) return null;

  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(readFileSync(path, "utf8"));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});
