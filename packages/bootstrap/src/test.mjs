import { check } from "./check.mjs";
import { gateEnvironment } from "./environment.mjs";
import { clearReports, inWords, tallyReports } from "./tally.mjs";
import { runTask } from "./turbo.mjs";

/**
 * The whole gate: every check, then every test of every package. The last line is the sum of all
 * tests, `12 passed, 0 failed`.
 *
 * @param {import("./toolchain.mjs").Toolchain} toolchain
 * @returns {Promise<number>} 0 only when every check holds, every test passed, and there was one.
 */
export const test = async (toolchain) => {
  clearReports(toolchain.root);
  const checks = await check(toolchain);
  const tests = await runTask({ ...toolchain, env: gateEnvironment(toolchain.env) }, "test", {
    output: "shown",
    args: ["--continue=dependencies-successful"],
  });

  const { sum, lines } = tallyReports(toolchain.root);
  for (const line of lines) console.log(line);
  if (tests.code !== 0) console.log("Tests failed, or could not be run; turbo names the tasks above.");
  if (checks !== 0) console.log("Checks failed; each names its command above.");
  console.log(inWords(sum));
  return isGateOpen({ checks, tests: tests.code, sum }) ? 0 : 1;
};

/**
 * Whether a change may pass: all checks hold, turbo ended well, no test failed, and one was run.
 *
 * @param {{ checks: number, tests: number, sum: import("./tally.mjs").Tally }} outcome Exit codes of
 *   the checks and of turbo, and the tests counted.
 */
export const isGateOpen = ({ checks, tests, sum }) =>
  checks === 0 && tests === 0 && sum.failed === 0 && sum.passed > 0;
