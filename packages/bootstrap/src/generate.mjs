import { join } from "node:path";
import { run } from "./run.mjs";
import { runTasks } from "./turbo.mjs";

/** @typedef {import("./toolchain.mjs").Toolchain} Toolchain */

/**
 * Brings the client packages into step with specs/: lays out a package for a spec that has none yet,
 * then writes the generated folder of each. Under `CI` both only compare, and fail where they differ. `--try FILE…` and
 * `--corpus DIR` write nothing, and say what would become of documents that lie anywhere; `--findings NAME` says all that
 * the linter finds in a spec.
 *
 * @param {Toolchain} toolchain
 * @param {readonly string[]} args Passed to turbo, as `--filter=@tieout/koard`.
 * @returns {Promise<number>}
 */
export const generate = async (toolchain, args) => {
  const [mode = "", ...files] = args;
  const trial = TRIALS[mode];
  if (trial !== undefined) return (await runGenerator(toolchain, [trial, ...files], "shown")).code;
  const laidOut = await layOutNewClients(toolchain, "shown");
  return laidOut.code === 0
    ? (await runTasks(toolchain, ["generate"], { output: "shown", args })).code
    : laidOut.code;
};

/**
 * The same with its output kept, as a check of the gate: both halves are said in one answer.
 *
 * @param {Toolchain} toolchain
 */
export const compareGenerated = async (toolchain) => {
  const laidOut = await layOutNewClients(toolchain, "kept");
  const generated = await runTasks(toolchain, ["generate"], {
    output: "kept",
    args: ["--continue=dependencies-successful"],
  });
  return {
    isFine: laidOut.code === 0 && generated.code === 0,
    said: laidOut.output + (generated.code === 0 ? "" : generated.output),
  };
};

/**
 * @param {Toolchain} toolchain
 * @param {"shown" | "kept"} output
 */
const layOutNewClients = (toolchain, output) => runGenerator(toolchain, ["add-clients"], output);

/** @type {Record<string, string>} */
const TRIALS = { "--try": "try", "--corpus": "corpus", "--findings": "findings" };

/**
 * @param {Toolchain} toolchain
 * @param {readonly string[]} args
 * @param {"shown" | "kept"} output
 */
const runGenerator = ({ root, env, node }, args, output) =>
  run(node, [join(root, "packages", "openapi-codegen", "src", "bin.ts"), ...args], {
    cwd: root,
    env,
    output,
  });
