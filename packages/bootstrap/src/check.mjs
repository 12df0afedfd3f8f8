import { CHECKS } from "./checks.mjs";
import { gateEnvironment } from "./environment.mjs";

/** @typedef {import("./toolchain.mjs").Toolchain} Toolchain */

/**
 * Runs every check of the gate and says for each whether it holds; for those that do not, what it
 * said and the command that mends it. Goes on after a failure: one run names everything.
 *
 * @param {Toolchain} toolchain
 * @returns {Promise<number>} 0 when every check holds, else 1.
 */
export const check = async (toolchain) => {
  const gate = { ...toolchain, env: gateEnvironment(toolchain.env) };
  let failed = 0;
  for (const { name, fix, holds } of CHECKS) {
    const { isFine, said, note } = await holds(gate);
    if (isFine) {
      console.log(`ok      ${name}${note === undefined ? "" : `: ${note}`}`);
      continue;
    }
    failed += 1;
    console.log(`FAILED  ${name}\n${said.trimEnd()}\n        To fix this, run: ${fix}`);
  }
  if (failed > 0) console.log(`${failed} of ${CHECKS.length} checks failed; each names its command above.`);
  return failed === 0 ? 0 : 1;
};
