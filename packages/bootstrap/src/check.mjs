import { CHECKS } from "./checks.mjs";
import { gateEnvironment } from "./environment.mjs";

/** @typedef {import("./toolchain.mjs").Toolchain} Toolchain */

/**
 * Runs every check of the gate; answers 0 when all hold, else 1.
 *
 * @param {Toolchain} toolchain
 * @returns {Promise<number>}
 */
export const check = (toolchain) =>
  runChecks(CHECKS, { ...toolchain, env: gateEnvironment(toolchain.env) }, (line) => console.log(line));

/**
 * Says for each check whether it holds; for those that do not, what it said and the command that mends
 * it. Goes on after a failure: one run names everything.
 *
 * @param {readonly import("./checks.mjs").Check[]} checks
 * @param {Toolchain} toolchain
 * @param {(line: string) => void} print
 * @returns {Promise<number>} 0 when every check holds, else 1.
 */
export const runChecks = async (checks, toolchain, print) => {
  let failed = 0;
  for (const { name, fix, holds } of checks) {
    const { isFine, said, note } = await holds(toolchain);
    if (isFine) {
      print(`ok      ${name}${note === undefined ? "" : `: ${note}`}`);
      continue;
    }
    failed += 1;
    print(`FAILED  ${name}\n${said.trimEnd()}\n        To fix this, run: ${fix}`);
  }
  if (failed > 0) print(`${failed} of ${checks.length} checks failed; each names its command above.`);
  return failed === 0 ? 0 : 1;
};
