import { join } from "node:path";
import { changesetBase } from "./changeset-base.mjs";
import { binFolder } from "./environment.mjs";
import { compareGenerated } from "./generate.mjs";
import { run } from "./run.mjs";
import { scriptFaults } from "./script-faults.mjs";
import { runTask } from "./turbo.mjs";
import { versionFaults } from "./version-faults.mjs";

/** @typedef {import("./toolchain.mjs").Toolchain} Toolchain */
/** @typedef {{ isFine: boolean, said: string, note?: string }} Verdict */

/**
 * One promise that the repository keeps, the command that mends it, and the way to see whether it holds.
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {string} fix
 * @property {(toolchain: Toolchain) => Promise<Verdict>} holds
 */

/** @type {readonly Check[]} */
export const CHECKS = [
  {
    name: "every version stands once, in the catalog",
    fix: "pnpm --filter PACKAGE add DEPENDENCY (it writes `catalog:`), or edit pnpm-workspace.yaml as said",
    holds: async ({ root }) => {
      const faults = versionFaults(root);
      return { isFine: faults.length === 0, said: faults.join("\n") };
    },
  },
  {
    name: "every package is checked and tested",
    fix: 'npm pkg set "scripts.check=tsc -p ." "scripts.test=vitest run", in the package named',
    holds: async ({ root }) => {
      const faults = scriptFaults(root);
      return { isFine: faults.length === 0, said: faults.join("\n") };
    },
  },
  {
    name: "specs lint without a warning, and generated code is what they say",
    fix: "pnpm generate",
    holds: (toolchain) => compareGenerated(toolchain),
  },
  {
    name: "types",
    fix: "pnpm turbo run check (after mending the types at the lines named)",
    holds: (toolchain) => task(toolchain, "check"),
  },
  {
    name: "style",
    fix: "pnpm fix",
    holds: (toolchain) =>
      tool(toolchain, join(binFolder(toolchain.root), "biome"), ["ci", "--colors=off", "."]),
  },
  {
    name: "no unused file, export or dependency",
    fix: "pnpm knip --fix (it takes out exports and dependencies; delete files by hand)",
    holds: (toolchain) => tool(toolchain, join(binFolder(toolchain.root), "knip"), ["--no-progress"]),
  },
  {
    name: "a changeset for every changed package",
    fix: "pnpm changeset",
    holds: (toolchain) => changesets(toolchain),
  },
];

/**
 * @param {Toolchain} toolchain
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<Verdict>}
 */
const tool = async ({ root, env }, command, args) => {
  const { code, output } = await run(command, args, { cwd: root, env, output: "kept" });
  return { isFine: code === 0, said: output };
};

/**
 * @param {Toolchain} toolchain
 * @param {string} name
 * @returns {Promise<Verdict>}
 */
const task = async (toolchain, name) => {
  const { code, output } = await runTask(toolchain, name, {
    output: "kept",
    args: ["--continue=dependencies-successful"],
  });
  return { isFine: code === 0, said: output };
};

/**
 * @param {Toolchain} toolchain
 * @returns {Promise<Verdict>}
 */
const changesets = async (toolchain) => {
  const base = await changesetBase(toolchain);
  if (base === null) {
    return { isFine: true, said: "", note: "not checked, this clone has no branch main to compare with" };
  }
  const changeset = join(binFolder(toolchain.root), "changeset");
  return tool(toolchain, changeset, ["status", `--since=${base}`]);
};
