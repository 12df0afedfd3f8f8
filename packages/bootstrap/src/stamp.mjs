import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagesOf } from "./workspace.mjs";

const STAMP = join("node_modules", ".tieout-installed");

/**
 * A hash of everything that decides what an install puts in place: lockfile, workspace file, npm
 * settings, patches, every package.json, and the system that binaries were chosen for.
 *
 * @param {string} root
 * @param {string} system As `linux-x64`.
 * @returns {string}
 */
export const stampOf = (root, system) => {
  const hash = createHash("sha256").update(`${system}\n`);
  for (const path of inputsOf(root)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
};

/**
 * Whether the last install that ended well was of exactly this state, and its folders are still there.
 *
 * @param {string} root
 * @param {string} stamp
 */
export const isInstalled = (root, stamp) =>
  existsSync(join(root, STAMP)) &&
  readFileSync(join(root, STAMP), "utf8") === stamp &&
  packagesOf(root).every(
    ({ folder, dependencies }) => dependencies.length === 0 || existsSync(join(root, folder, "node_modules")),
  );

/**
 * Takes the mark away, so that an install that is cut off is done again.
 *
 * @param {string} root
 */
export const clearStamp = (root) => rmSync(join(root, STAMP), { force: true });

/**
 * @param {string} root
 * @param {string} stamp
 */
export const writeStamp = (root, stamp) => writeFileSync(join(root, STAMP), stamp);

/** @param {string} root */
const inputsOf = (root) =>
  [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ".npmrc",
    ...packagesOf(root).map(({ folder }) => join(folder, "package.json")),
    ...patchesOf(root),
  ].filter((path) => existsSync(join(root, path)));

/** @param {string} root */
const patchesOf = (root) =>
  existsSync(join(root, "patches"))
    ? readdirSync(join(root, "patches"))
        .sort()
        .map((name) => join("patches", name))
    : [];
