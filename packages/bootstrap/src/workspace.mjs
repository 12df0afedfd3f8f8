import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folders whose direct children are packages; the same as `packages:` in pnpm-workspace.yaml. */
export const PACKAGE_FOLDERS = ["apps", "packages"];

const DEPENDENCY_FIELDS = ["dependencies", "devDependencies", "optionalDependencies"];

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} folder Relative to the root of the repository; `.` for the root itself.
 * @property {{ field: string, name: string, specifier: string }[]} dependencies
 * @property {boolean} hasTests Whether there is a folder `test`.
 * @property {boolean} hasTypes Whether there is a tsconfig.json, and sources under it.
 * @property {readonly string[]} scripts Their names.
 */

/** The root of the repository that this file belongs to. */
export const repositoryRoot = () => join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/**
 * The workspace's packages, the root first, then by folder.
 *
 * @param {string} root
 * @returns {Package[]}
 */
export const packagesOf = (root) => {
  const folders = PACKAGE_FOLDERS.flatMap((parent) =>
    existsSync(join(root, parent))
      ? readdirSync(join(root, parent))
          .sort()
          .map((name) => join(root, parent, name))
      : [],
  ).filter((folder) => existsSync(join(folder, "package.json")));
  return [root, ...folders].map((folder) => readPackage(root, folder));
};

/**
 * The version that `packageManager` of the root package.json names, as `12.21.0`.
 *
 * @param {string} root
 * @returns {string}
 */
export const pnpmVersionOf = (root) => {
  const { packageManager } = readJson(join(root, "package.json"));
  const version = /^pnpm@(\d+\.\d+\.\d+)/.exec(String(packageManager))?.[1];
  if (version === undefined)
    throw new Error(`packageManager in package.json is not pnpm@x.y.z: ${packageManager}`);
  return version;
};

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Package}
 */
const readPackage = (root, folder) => {
  const { name, ...manifest } = readJson(join(folder, "package.json"));
  return {
    name: String(name),
    folder: relative(root, folder) || ".",
    dependencies: DEPENDENCY_FIELDS.flatMap((field) =>
      Object.entries(manifest[field] ?? {}).map(([name, specifier]) => ({
        field,
        name,
        specifier: String(specifier),
      })),
    ),
    hasTests: folder !== root && existsSync(join(folder, "test")),
    hasTypes: existsSync(join(folder, "tsconfig.json")) && existsSync(join(folder, "src")),
    scripts: Object.keys(manifest["scripts"] ?? {}),
  };
};

/**
 * @param {string} path
 * @returns {Record<string, any>}
 */
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
