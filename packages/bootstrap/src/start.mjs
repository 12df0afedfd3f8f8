import { join } from "node:path";
import { run } from "./run.mjs";
import { build } from "./turbo.mjs";

/** What `npm start` runs when it is told nothing: the sandbox in process, and real CSVs. */
const WITHOUT_ARGUMENTS = ["demo"];

/**
 * Builds Tieout and runs a file of it; answers its exit code. Stdout is the file's alone.
 *
 * @param {import("./toolchain.mjs").Toolchain} toolchain
 * @param {readonly string[]} entry Where the file is, below the root.
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
const runBuilt = async (toolchain, entry, args) => {
  await build(toolchain, "tieout");
  const { root, env, node } = toolchain;
  const { code } = await run(node, [join(root, ...entry), ...args], {
    cwd: root,
    env,
    output: "shown",
    isLast: true,
  });
  return code;
};

/**
 * One of Tieout's commands.
 *
 * @param {import("./toolchain.mjs").Toolchain} toolchain
 * @param {readonly string[]} args A tieout command with its arguments.
 */
export const start = (toolchain, args) =>
  runBuilt(toolchain, ["apps", "tieout", "dist", "bin.mjs"], args.length > 0 ? args : WITHOUT_ARGUMENTS);

/**
 * The benchmarks.
 *
 * @param {import("./toolchain.mjs").Toolchain} toolchain
 * @param {readonly string[]} args Such as `--quick`.
 */
export const bench = (toolchain, args) => runBuilt(toolchain, ["apps", "bench", "src", "main.ts"], args);
