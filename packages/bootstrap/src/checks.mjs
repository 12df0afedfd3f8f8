import { join } from "node:path";
import { changesetBase } from "./changeset-base.mjs";
import { changesetStatus } from "./changeset-status.mjs";
import { binFolder } from "./environment.mjs";
import { compareGenerated } from "./generate.mjs";
import { run } from "./run.mjs";
import { scriptFaults } from "./script-faults.mjs";
import { runTasks } from "./turbo.mjs";
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
    name: "no name or word out of place, no unchecked JSON",
    fix: "pnpm --filter @tieout/structure places (lists the places; mend each)",
    holds: (toolchain) =>
      tool(toolchain, toolchain.node, [join(toolchain.root, "packages", "structure", "src", "bin.ts")]),
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
  {
    name: "info.version and changesets say what a change of a spec costs",
    fix: "pnpm changeset and pnpm generate, as said for each spec",
    holds: (toolchain) => comparedWithBase(toolchain, "specs"),
  },
  {
    name: "no break of the published types but a major one",
    fix: "pnpm changeset, as said for each package; or take the break back",
    holds: async (toolchain) => {
      const built = await task(toolchain, "build", ["--filter=./packages/*"]);
      return built.isFine ? comparedWithBase(toolchain, "types") : built;
    },
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
 * @param {readonly string[]} [args]
 * @returns {Promise<Verdict>}
 */
const task = async (toolchain, name, args = []) => {
  const { code, output } = await runTasks(toolchain, [name], {
    output: "kept",
    args: ["--continue=dependencies-successful", ...args],
  });
  return { isFine: code === 0, said: output };
};

/** @type {Verdict} */
const NO_BASE = {
  isFine: true,
  said: "",
  note: "not checked, this clone has no branch main to compare with",
};

/**
 * @param {Toolchain} toolchain
 * @returns {Promise<Verdict>}
 */
const changesets = async (toolchain) => {
  const base = await changesetBase(toolchain);
  if (base === null) return NO_BASE;
  const { code, output } = await changesetStatus(toolchain, base);
  return { isFine: code === 0, said: output };
};

/**
 * What `@tieout/release` says of the way from the base branch to here.
 *
 * @param {Toolchain} toolchain
 * @param {"specs" | "types"} check
 * @returns {Promise<Verdict>}
 */
const comparedWithBase = async (toolchain, check) => {
  const base = await changesetBase(toolchain);
  if (base === null) return NO_BASE;
  const bin = join(toolchain.root, "packages", "release", "src", "bin.ts");
  const verdict = await tool(toolchain, toolchain.node, [bin, check, base]);
  return verdict.isFine ? { ...verdict, note: verdict.said.trim() } : verdict;
};
