import { check } from "./check.mjs";
import { majorOf } from "./choose-node.mjs";
import { generate } from "./generate.mjs";
import { mutate } from "./mutate.mjs";
import { print } from "./progress.mjs";
import { release } from "./release.mjs";
import { bench, start } from "./start.mjs";
import { Interrupted, Stopped } from "./stopped.mjs";
import { test } from "./test.mjs";
import { prepareToolchain } from "./toolchain.mjs";
import { runTasks } from "./turbo.mjs";
import { repositoryRoot } from "./workspace.mjs";

/** @typedef {import("./toolchain.mjs").Toolchain} Toolchain */

/** The oldest major version of Node that this file itself runs on. */
const OWN_NODE_MAJOR = 20;

/**
 * The root scripts that come through here; each answers an exit code.
 *
 * @type {Record<string, (toolchain: Toolchain, args: readonly string[]) => Promise<number>>}
 */
const COMMANDS = {
  start,
  test,
  check,
  generate,
  build: async (toolchain, args) => (await runTasks(toolchain, ["build"], { output: "shown", args })).code,
  bench,
  mutate,
  release,
};

/**
 * @param {readonly string[]} argv
 * @returns {Promise<number>}
 */
const main = async ([name = "", ...args]) => {
  if (majorOf(process.version) < OWN_NODE_MAJOR) {
    throw new Stopped(
      `Tieout needs Node ${OWN_NODE_MAJOR} or newer to begin with; this is ${process.version}.`,
      78,
    );
  }
  const command = COMMANDS[name];
  if (command === undefined) {
    throw new Stopped(`No command "${name}": one of ${Object.keys(COMMANDS).join(", ")}.`, 64);
  }
  const toolchain = await prepareToolchain({ root: repositoryRoot(), env: process.env, machine: process });
  return command(toolchain, args);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Interrupted) {
    process.kill(process.pid, error.signal);
  } else if (error instanceof Stopped) {
    if (error.evidence !== "") print(error.evidence.trimEnd());
    print(error.message);
    process.exitCode = error.exitCode;
  } else {
    throw error;
  }
}
