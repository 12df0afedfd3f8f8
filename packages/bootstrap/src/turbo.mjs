import { join } from "node:path";
import { binFolder } from "./environment.mjs";
import { printIfLong } from "./progress.mjs";
import { run } from "./run.mjs";
import { Stopped } from "./stopped.mjs";

/** @typedef {import("./toolchain.mjs").Toolchain} Toolchain */

/**
 * Runs tasks of turbo.json, side by side where none needs another; shows only what failing ones print.
 *
 * @param {Toolchain} toolchain
 * @param {readonly string[]} tasks
 * @param {{ output: "shown" | "kept", args?: readonly string[] }} options
 */
export const runTasks = ({ root, env }, tasks, { output, args = [] }) =>
  run(
    join(binFolder(root), "turbo"),
    [
      "run",
      ...tasks,
      "--ui=stream",
      "--log-order=grouped",
      "--output-logs=errors-only",
      ...(isTerminal() ? [] : ["--no-color"]),
      ...args,
    ],
    // Some tools take CI for a terminal that shows colours.
    { cwd: root, env: isTerminal() ? env : { ...env, NO_COLOR: "1" }, output },
  );

/**
 * Builds packages and what they need: silent when it works and is quick, everything shown when not.
 *
 * @param {Toolchain} toolchain
 * @param {string} packages A filter of turbo: a package's name, or a pattern of folders.
 */
export const build = async (toolchain, packages) => {
  const { code, output } = await printIfLong("Building.", () =>
    runTasks(toolchain, ["build"], { output: "kept", args: [`--filter=${packages}`] }),
  );
  if (code !== 0) throw new Stopped("The build failed; what it said stands above.", 70, output);
};

const isTerminal = () => process.stderr.isTTY === true;
