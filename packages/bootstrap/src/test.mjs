import { check } from "./check.mjs";
import { clearReports, countReports, inWords } from "./count-tests.mjs";
import { DEBIAN_PARTS, isAtHand, notRun } from "./debian-parts.mjs";
import { gateEnvironment } from "./environment.mjs";
import { Stopped } from "./stopped.mjs";
import { runTasks } from "./turbo.mjs";

/** @typedef {import("./toolchain.mjs").Toolchain} Toolchain */
/** @typedef {import("./count-tests.mjs").TestTask} TestTask */

/** Asks for every part: one whose program is missing is then run all the same, and fails. */
const ALL = "--all";

/** The tests that Node and npm are enough for. @satisfies {readonly TestTask[]} */
const OWN_TESTS = /** @type {const} */ (["test"]);

/**
 * Every check, then every test of every package: those that need Node and npm alone, and those that need one of
 * Debian's packages where that is at hand, or with `--all` in any case. What is not run is named. The last line is
 * the sum of all tests, `12 passed, 0 failed`.
 *
 * @param {Toolchain} toolchain
 * @param {readonly string[]} args
 * @returns {Promise<number>} 0 only when every check holds, every test passed, and there was one.
 */
export const test = async (toolchain, args) => {
  const unknown = args.find((argument) => argument !== ALL);
  if (unknown !== undefined) {
    throw new Stopped(`The tests take ${ALL} and nothing else, not ${unknown}.`, 64);
  }
  const isRun = (/** @type {{ program: string }} */ { program }) => args.includes(ALL) || isAtHand(program);
  return runGate(toolchain, {
    parts: DEBIAN_PARTS.filter(isRun).map(({ task }) => task),
    left: DEBIAN_PARTS.filter((part) => !isRun(part)).map(notRun),
  });
};

/**
 * @param {Toolchain} toolchain
 * @param {{ parts: readonly TestTask[], left: readonly string[] }} what What is run once the packages' own tests have
 *   ended, side by side: each waits most of its time for a program that has no use for two processors. And what is
 *   said of those that are left out.
 * @returns {Promise<number>}
 */
const runGate = async (toolchain, { parts, left }) => {
  clearReports(toolchain.root);
  const checks = await check(toolchain);
  let tests = 0;
  for (const tasks of [OWN_TESTS, parts].filter(({ length }) => length > 0)) {
    const { code } = await runTasks({ ...toolchain, env: gateEnvironment(toolchain.env) }, tasks, {
      output: "shown",
      // What fails does not keep the others from running.
      args: ["--continue=dependencies-successful"],
    });
    tests ||= code;
  }

  const { sum, lines } = countReports(toolchain.root, [...OWN_TESTS, ...parts]);
  for (const line of [...lines, ...left]) console.log(line);
  if (tests !== 0) console.log("Tests failed, or could not be run; turbo names the tasks above.");
  if (checks !== 0) console.log("Checks failed; each names its command above.");
  console.log(inWords(sum));
  return isGateOpen({ checks, tests, sum }) ? 0 : 1;
};

/**
 * Whether a change may pass: all checks hold, turbo ended well, no test failed, and one was run.
 *
 * @param {{ checks: number, tests: number, sum: import("./count-tests.mjs").Counts }} outcome Exit codes of
 *   the checks and of turbo, and the tests counted.
 */
export const isGateOpen = ({ checks, tests, sum }) =>
  checks === 0 && tests === 0 && sum.failed === 0 && sum.passed > 0;
