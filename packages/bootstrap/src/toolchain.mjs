import { spawnSync } from "node:child_process";
import { existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { chooseNode, majorOf, NODE_MAJOR, nodeMissing } from "./choose-node.mjs";
import { choosePnpm, isNetworkFailure, registryUnreachable } from "./choose-pnpm.mjs";
import { binFolder, childEnvironment } from "./environment.mjs";
import { withHeldPnpm } from "./held-pnpm.mjs";
import { print } from "./progress.mjs";
import { run } from "./run.mjs";
import { clearStamp, isInstalled, stampOf, writeStamp } from "./stamp.mjs";
import { Stopped } from "./stopped.mjs";
import { pnpmVersionOf } from "./workspace.mjs";

/** @typedef {{ version: string, execPath: string, platform: string, arch: string }} Machine */

/**
 * @typedef {object} Toolchain
 * @property {string} root
 * @property {string} node Path of the Node that everything runs on.
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Sees to it that the dependencies are installed and that there is a Node to run on; answers both.
 *
 * Touches the network only when something has to be installed. Throws {@link Stopped} with a sentence
 * where the machine lacks something or the registry is out of reach.
 *
 * @param {{ root: string, env: NodeJS.ProcessEnv, machine: Machine }} context
 * @returns {Promise<Toolchain>}
 */
export const prepareToolchain = async ({ root, env: outer, machine }) => {
  refuseHopelessMachine(machine);
  const env = childEnvironment(root, outer);
  const stamp = stampOf(root, systemOf(machine));
  if (!isInstalled(root, stamp)) {
    clearStamp(root);
    const { npm_execpath: npmCli } = outer;
    await install({ root, env, npmCli, node: machine.execPath, system: systemOf(machine) });
    writeStamp(root, stamp);
  }
  return { root, env, node: nodeToRunOn(root, machine) };
};

/**
 * Stops before anything is downloaded where it is already plain that nothing will run.
 *
 * @param {Machine} machine
 */
const refuseHopelessMachine = (machine) => {
  if (machine.platform === "win32") {
    throw new Stopped(
      "Tieout runs on Linux and macOS: on Windows, install WSL 2 and run this inside it.",
      78,
    );
  }
  const isServed = machine.platform === "linux" && ["x64", "arm64"].includes(machine.arch);
  if (!isServed && majorOf(machine.version) < NODE_MAJOR) {
    throw new Stopped(nodeMissing({ system: systemOf(machine), own: machine.version, isBroken: false }), 78);
  }
};

/**
 * @param {{ root: string, env: NodeJS.ProcessEnv, npmCli: string | undefined, node: string, system: string }} context
 */
const install = async ({ root, env, npmCli, node, system }) => {
  const wanted = pnpmVersionOf(root);
  const binary = join(binFolder(root), "pnpm");
  const installed = versionOf(binary, root, env);
  print(`Installing the dependencies with pnpm ${wanted}; the first time takes up to a minute.`);

  const installWith = async (
    /** @type {{ command: string, args: readonly string[] }} */ { command, args },
  ) => {
    const { code, output } = await run(command, [...args, "install", "--frozen-lockfile"], {
      cwd: root,
      env,
      output: "kept",
    });
    if (code !== 0) throw installFailed(output);
    return true;
  };
  const pnpm = choosePnpm({ wanted, installed, binary, npmCli, node });
  if (installed === wanted) return installWith(pnpm);
  const context = { root, env, npmCli, node, version: wanted, system };
  const isDone = await withHeldPnpm(context, (command) => installWith({ command, args: [] }));
  if (isDone) return true;
  print(
    `pnpm-lock.yaml has no hash of pnpm for ${system}: it is as safe as the registry that npm gets it from.`,
  );
  return installWith(pnpm);
};

/**
 * @param {string} output
 * @returns {Stopped}
 */
const installFailed = (output) => {
  if (/ERR_PNPM_(OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH)/.test(output)) {
    return new Stopped(
      "pnpm-lock.yaml does not fit the package.json files or pnpm-workspace.yaml. To fix this, run: pnpm install",
      78,
    );
  }
  if (isNetworkFailure(output)) {
    return registryUnreachable();
  }
  return new Stopped("The dependencies could not be installed; what pnpm said stands above.", 70, output);
};

/**
 * The path of the Node to run on, which is always `.bin/node`: the first on PATH for every script. Where
 * the registry's Node is absent or does not run, a link to the machine's own takes its place there; left
 * as it is, it would break every script, the next `npm start` included.
 *
 * @param {string} root
 * @param {Machine} machine
 */
const nodeToRunOn = (root, machine) => {
  const node = join(binFolder(root), "node");
  const choice = chooseNode({ installed: versionOf(node, root, {}), own: machine.version });
  if (choice === "installed") return node;

  rmSync(node, { force: true });
  if (choice === "own") {
    symlinkSync(machine.execPath, node);
    return node;
  }
  const isBroken = existsSync(join(root, "node_modules", `node-${systemOf(machine)}`));
  throw new Stopped(nodeMissing({ system: systemOf(machine), own: machine.version, isBroken }), 78);
};

/**
 * What `binary --version` answers; null when it is not there or does not run.
 *
 * @param {string} binary
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
const versionOf = (binary, cwd, env) => {
  const { status, stdout } = spawnSync(binary, ["--version"], { cwd, env, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
};

/** @param {Machine} machine */
const systemOf = ({ platform, arch }) => `${platform}-${arch}`;
