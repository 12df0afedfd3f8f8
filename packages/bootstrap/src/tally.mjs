import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { packagesOf } from "./workspace.mjs";

/** Where a package's `test` script leaves what vitest's JSON reporter says. */
const REPORT = join("reports", "vitest.json");

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Takes away the reports of earlier runs. turbo brings back those of tasks that it need not run again.
 *
 * @param {string} root
 */
export const clearReports = (root) => {
  for (const { folder } of packagesOf(root)) rmSync(join(root, folder, REPORT), { force: true });
};

/**
 * Adds up the reports of all packages that have tests. A package whose tests left no report counts as
 * one failure, and so does a test file that broke before its first test.
 *
 * @param {string} root
 * @returns {{ sum: Tally, lines: string[] }} `lines` says it package by package.
 */
export const tallyReports = (root) => {
  const packages = packagesOf(root)
    .filter(({ hasTests }) => hasTests)
    .map(({ name, folder }) => ({ name, tally: tallyOf(join(root, folder, REPORT)) }));
  return {
    sum: packages.reduce((sum, { tally }) => add(sum, tally ?? LOST), NONE),
    lines: packages.map(
      ({ name, tally }) => `${name}: ${tally === null ? "left no report" : inWords(tally)}`,
    ),
  };
};

/**
 * `12 passed, 0 failed`, and `, 3 skipped` only where some were.
 *
 * @param {Tally} tally
 */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** @type {Tally} */
const NONE = { passed: 0, failed: 0, skipped: 0 };

/** @type {Tally} */
const LOST = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {string} path
 * @returns {Tally | null}
 */
const tallyOf = (path) => {
  if (!existsSync(path)) return null;

  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const report = JSON.parse(readFileSync(path, "utf8"));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});
