import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Where a build says whose packages it bundled, beside what it built; it is for a release, and in no tarball. */
export const BUNDLED = "bundled.json";

/** A package of somebody else's of which something is in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it. */
  readonly license: string;
}

/** The same with what has to be passed on of it. */
export interface NoticedPackage extends BundledPackage {
  /** What its own files say about its licence, one after the other; empty where it has none. */
  readonly texts: readonly string[];
}

/** Licences under which a bundle may be passed on with a notice and nothing else. */
const PERMITTED: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Unlicense",
]);

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The folder of the package that a module belongs to; undefined for a module of this workspace. */
export const packageFolderOf = (module: string): string | undefined => {
  if (!module.includes("/node_modules/")) return undefined;
  let folder = dirname(module);
  // A package.json within a package, such as one that says `"type": "module"`, has no name.
  while (basename(folder) !== "node_modules") {
    const file = join(folder, "package.json");
    if (existsSync(file) && /"name"/.test(readFileSync(file, "utf8")) && isRoot(folder)) return folder;
    folder = dirname(folder);
  }
  return undefined;
};

/** Whether a folder is where packages are put: in `node_modules`, or in a scope there. */
const isRoot = (folder: string): boolean => {
  const parent = dirname(folder);
  return (
    basename(parent) === "node_modules" ||
    (basename(parent).startsWith("@") && basename(dirname(parent)) === "node_modules")
  );
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** What a package.json says of itself. A licence that it does not say is empty. */
const manifestIn = (folder: string): Omit<NoticedPackage, "texts"> => {
  const file = join(folder, "package.json");
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  const [name, version] = [memberOf(manifest, "name"), memberOf(manifest, "version")];
  if (typeof name !== "string" || typeof version !== "string")
    throw new Error(`${file} has no name and version, so no notice can be given of it`);
  const said = memberOf(manifest, "license");
  const license = typeof said === "string" ? said : memberOf(said, "type");
  return { name, version, license: typeof license === "string" ? license : "" };
};

/** Reads what a package's folder says of it. Fails where its licence is none that a notice is enough for. */
export const noticedPackage = (folder: string): NoticedPackage => {
  const { name, version, license } = manifestIn(folder);
  if (!PERMITTED.has(license))
    throw new Error(
      `${name} ${version} would be bundled, and its licence is ${license === "" ? "not said" : license}: leave it out, or add the licence to packages/notices/src/bundled-package.ts after a look at it`,
    );
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  return { name, version, license, texts };
};
