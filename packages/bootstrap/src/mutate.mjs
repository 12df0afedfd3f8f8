import { join } from "node:path";
import { run } from "./run.mjs";
import { build } from "./turbo.mjs";

/**
 * Breaks sources on purpose and names what no test notices; answers the exit code.
 *
 * @param {import("./toolchain.mjs").Toolchain} toolchain
 * @param {readonly string[]} args As `--seed 3 --count 40 packages/http/src`.
 * @returns {Promise<number>}
 */
export const mutate = async (toolchain, args) => {
  await build(toolchain, "./packages/*");
  const { root, env, node } = toolchain;
  const { code } = await run(node, [join(root, "packages", "mutants", "src", "bin.ts"), ...args], {
    cwd: root,
    env,
    output: "shown",
    isLast: true,
  });
  return code;
};
