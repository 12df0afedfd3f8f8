import { join } from "node:path";
import { run } from "./run.mjs";
import { Stopped } from "./stopped.mjs";
import { build } from "./turbo.mjs";

/**
 * Builds the packages and packs those that a release would publish, as a dry run; answers the exit code.
 *
 * @param {import("./toolchain.mjs").Toolchain} toolchain
 * @param {readonly string[]} args There are none to be given.
 * @returns {Promise<number>}
 */
export const release = async (toolchain, [unknown]) => {
  if (unknown !== undefined) {
    throw new Stopped(`A release is a dry run and takes no options, not ${unknown}.`, 64);
  }
  await build(toolchain, "./packages/*");
  await build(toolchain, "tieout");
  const { root, env, node } = toolchain;
  const { code } = await run(node, [join(root, "packages", "release", "src", "bin.ts"), "pack"], {
    cwd: root,
    env,
    output: "shown",
    isLast: true,
  });
  return code;
};
