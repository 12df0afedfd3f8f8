import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Types and code of one module system. */
interface Target {
  readonly types?: string;
  readonly default?: string;
}

/** One way into a package, as its `exports` has it: types and code, or a file such as JSON. */
export type Entry = string | (Target & { readonly require?: Target });

/** As much of a package.json as is read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  /** As SPDX names it. */
  readonly license?: string;
  readonly repository?: { readonly url?: string };
  /** The commit that it was packed from, under npm's name for it. */
  readonly gitHead?: string;
  readonly exports?: Readonly<Record<string, Entry>>;
  /** Programs that it brings, by name: a package for running and not for importing. */
  readonly bin?: Readonly<Record<string, string>>;
  /** What pnpm puts in the place of the fields above when it packs. */
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, Entry>> };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace that is made for others. */
export interface PublishedPackage {
  /** From the root, as `packages/http`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Reads the package.json of a folder. */
export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Folders whose children are packages, published or not. */
export const PACKAGE_FOLDERS = ["apps", "packages"];

/** The packages that are published, by name. */
export const publishedPackages = (root: string): readonly PublishedPackage[] =>
  PACKAGE_FOLDERS.filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => ({ folder, manifest: readManifest(join(root, folder)) }))
    .filter(({ manifest }) => manifest.private !== true)
    .sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));

/** Those of them that are imported. */
export const publishedLibraries = (root: string): readonly PublishedPackage[] =>
  publishedPackages(root).filter(({ manifest }) => manifest.bin === undefined);
