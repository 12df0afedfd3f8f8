import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isNetworkFailure, npmCommand, registryUnreachable } from "./choose-pnpm.mjs";
import { run } from "./run.mjs";
import { Stopped } from "./stopped.mjs";

/**
 * What npm has to be told to install pnpm for a system, and nothing that has another hash than pnpm-lock.yaml says;
 * undefined where that has no hash for the system, as for those that the registry's pnpm was never locked for.
 *
 * @param {string} lockfile The text of pnpm-lock.yaml.
 * @param {{ version: string, system: string }} wanted `system` as `linux-x64`.
 */
export const lockedPnpm = (lockfile, { version, system }) => {
  // Its program is a package of its own for each system.
  const names = ["pnpm", `@pnpm/exe.${system}`];
  const packages = names.map((name) => ({ name, integrity: integrityIn(lockfile, `${name}@${version}`) }));
  if (packages.some(({ integrity }) => integrity === undefined)) return undefined;
  // All are named as needed: one that is optional would be left out without a word where its hash is another.
  const dependencies = Object.fromEntries(names.map((name) => [name, version]));
  const root = { name: "pnpm-by-hash", version: "0.0.0", private: true, dependencies };
  return {
    "package.json": root,
    "package-lock.json": {
      ...root,
      lockfileVersion: 3,
      packages: {
        "": { dependencies },
        ...Object.fromEntries(
          packages.map(({ name, integrity }) => [
            `node_modules/${name}`,
            { version, integrity, ...(name === "pnpm" && { hasInstallScript: true, bin: { pnpm: "pnpm" } }) },
          ]),
        ),
      },
    },
  };
};

/**
 * @param {string} lockfile
 * @param {string} id As `pnpm@12.21.0`.
 */
const integrityIn = (lockfile, id) => {
  const lines = lockfile.split("\n");
  const at = lines.findIndex((line) => [`  ${id}:`, `  '${id}':`].includes(line));
  return /integrity: (sha512-[^}]+)/.exec(at === -1 ? "" : (lines[at + 1] ?? ""))?.[1];
};

/**
 * Installs pnpm by its hash into a folder of its own, for as long as `use` takes; answers what that does, or undefined,
 * without calling it, where there is no hash to hold it to. Throws {@link Stopped} where npm cannot get it, or gets
 * something else.
 *
 * @template Done
 * @param {{ root: string, env: NodeJS.ProcessEnv, npmCli: string | undefined, node: string, version: string, system: string }} context
 * @param {(pnpm: string) => Promise<Done>} use
 * @returns {Promise<Done | undefined>}
 */
export const withHeldPnpm = async ({ root, env, npmCli, node, version, system }, use) => {
  const files = lockedPnpm(readFileSync(join(root, "pnpm-lock.yaml"), "utf8"), { version, system });
  if (files === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "tieout-pnpm-"));
  try {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(content));
    // Where the registry is.
    if (existsSync(join(root, ".npmrc"))) cpSync(join(root, ".npmrc"), join(folder, ".npmrc"));
    const npm = npmCommand({ npmCli, node }, ["ci", "--no-audit", "--no-fund"]);
    const { code, output } = await run(npm.command, npm.args, { cwd: folder, env, output: "kept" });
    if (code !== 0) throw notInstalled(version, output);
    return await use(join(folder, "node_modules", ".bin", "pnpm"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * @param {string} version
 * @param {string} output
 */
const notInstalled = (version, output) => {
  if (/EINTEGRITY/.test(output))
    return new Stopped(
      `What the registry serves as pnpm ${version} has another hash than pnpm-lock.yaml: nothing of it was run. Ask whoever keeps the registry.`,
      65,
    );
  return isNetworkFailure(output)
    ? registryUnreachable()
    : new Stopped(`pnpm ${version} could not be installed; what npm said stands above.`, 70, output);
};
