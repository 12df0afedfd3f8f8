import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Entry, type Manifest, type PublishedPackage, publishedPackages } from "./packages.ts";
import { outputOf } from "./run.ts";

/** A tarball as it would be published. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  /** Where it lies. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Paths within the package, sorted. */
  readonly files: readonly string[];
}

/** As much of `pnpm pack --json` as is read: one object for one package, a list for several. */
interface PackReport {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/**
 * Packs these packages of a workspace into a folder, which is emptied before. pnpm writes the versions that
 * stand for `workspace:` and `catalog:`. Fails where a package lacks a file that its `exports` or `bin` names.
 */
export const pack = async (
  workspace: string,
  packages: readonly PublishedPackage[],
  folder: string,
): Promise<readonly Tarball[]> => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (packages.length === 0) return [];

  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
  const pnpm = join(workspace, "node_modules/.bin/pnpm");
  const args = ["--recursive", ...filters, "pack", "--json", "--pack-destination", folder];
  const report: PackReport | readonly PackReport[] = JSON.parse(
    await outputOf("pnpm pack", [pnpm, ...args], workspace),
  );
  const tarballs = [report].flat().map(
    ({ name, version, filename, size, files }): Tarball => ({
      name,
      version,
      path: filename,
      sizeBytes: size,
      files: files.map(({ path }) => path).sort(),
    }),
  );
  for (const { folder: home, manifest } of packages) {
    const packed = tarballs.find(({ name }) => name === manifest.name);
    const missing = targetsOf(manifest).find((path) => packed?.files.includes(path) !== true);
    if (missing !== undefined) {
      throw new Error(`${home} names ./${missing}, which its tarball lacks. To fix this, run: pnpm build`);
    }
  }
  return tarballs;
};

/** The packages of a workspace whose version is decided on and carries no tag of `tags` yet. */
export const unreleased = (workspace: string, tags: ReadonlySet<string>): readonly PublishedPackage[] =>
  publishedPackages(workspace).filter(
    ({ manifest: { name, version } }) => version !== "0.0.0" && !tags.has(`${name}@${version}`),
  );

const targetsOf = ({ bin = {}, publishConfig, exports = {} }: Manifest): readonly string[] =>
  [...Object.values(bin), ...Object.values(publishConfig?.exports ?? exports).flatMap(filesOf)].map((path) =>
    path.replace(/^\.\//, ""),
  );

const filesOf = (entry: Entry): readonly string[] => {
  if (typeof entry === "string") return [entry];
  const { require: required = {}, ...imported } = entry;
  return [...Object.values(required), ...Object.values(imported)];
};
