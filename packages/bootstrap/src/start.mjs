import { join } from "node:path";
import { run } from "./run.mjs";
import { build } from "./turbo.mjs";

/** What `npm start` runs when it is told nothing: the sandbox in process, and real CSVs. */
const WITHOUT_ARGUMENTS = ["demo"];

/**
 * Builds Tieout and runs one of its commands; answers its exit code. Stdout is the command's alone.
 *
 * @param {import("./toolchain.mjs").Toolchain} toolchain
 * @param {readonly string[]} args A tieout command with its arguments.
 * @returns {Promise<number>}
 */
export const start = async (toolchain, args) => {
  await build(toolchain, "@tieout/cli");
  const { root, env, node } = toolchain;
  const entry = join(root, "apps", "tieout", "dist", "bin.mjs");
  const { code } = await run(node, [entry, ...(args.length > 0 ? args : WITHOUT_ARGUMENTS)], {
    cwd: root,
    env,
    output: "shown",
    isLast: true,
  });
  return code;
};
