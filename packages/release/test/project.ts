import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack, type Tarball } from "../src/pack.ts";
import { type Manifest, publishedLibraries, readManifest } from "../src/packages.ts";
import { outputOf } from "../src/run.ts";
import { withVersionedCopy } from "../src/versioned-copy.ts";

/** An empty project outside of the workspace with all published libraries installed from their tarballs. */
export interface Project {
  readonly folder: string;
  readonly tarballs: readonly Tarball[];
  readonly remove: () => void;
}

/**
 * Packs the published libraries as the next release would, and installs them with npm. Nothing is asked of a
 * registry: what the packages need from there is copied from where the workspace has it, at that version.
 */
export const installedProject = async (root: string): Promise<Project> => {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "tieout-installed-")));
  const folder = join(place, "project");
  const tarballs = await withVersionedCopy(root, (copy) =>
    pack(copy, publishedLibraries(copy), join(place, "tarballs")),
  );
  mkdirSync(folder);
  cpSync(join(import.meta.dirname, "consumer"), folder, { recursive: true });
  const outside = publishedLibraries(root).flatMap((one) => [
    ...needsOf(join(root, one.folder), one.manifest, tarballs),
  ]);
  // A user on Node has its types; the packages themselves need none.
  const node = realpathSync(join(root, "packages/release/node_modules/@types/node"));
  outside.push(["@types/node", node], ...needsOf(node, readManifest(node), []));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({
      private: true,
      dependencies: Object.fromEntries([
        ...tarballs.map(({ name, path }) => [name, `file:${path}`]),
        ...outside.map(([name, path]) => [name, `file:${path}`]),
      ]),
    }),
  );
  await outputOf("npm install", ["npm", ...NPM, `--cache=${join(place, "npm")}`], folder);
  return { folder, tarballs, remove: () => rmSync(place, { recursive: true, force: true }) };
};

const NPM = [
  "install",
  "--offline",
  // A folder is copied as from a registry, not linked.
  "--install-links",
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--no-package-lock",
  "--loglevel=error",
];

/** What a package needs that is not among the tarballs, all the way down: names, and where they lie. */
function* needsOf(
  folder: string,
  { dependencies = {} }: Manifest,
  tarballs: readonly Tarball[],
): Generator<readonly [name: string, path: string]> {
  for (const name of Object.keys(dependencies)) {
    if (tarballs.some((tarball) => tarball.name === name)) continue;
    const path = realpathSync(join(installedBeside(folder), name));
    yield [name, path];
    yield* needsOf(path, readManifest(path), tarballs);
  }
}

/** Where pnpm puts what a package needs: below a package of the workspace, beside one from the registry. */
const installedBeside = (folder: string): string => {
  const [store = "", last] = folder.split(/\/node_modules\/(?!.*\/node_modules\/)/);
  return last === undefined ? join(folder, "node_modules") : join(store, "node_modules");
};

/** The text of a file of an installed package. */
export const installedText = ({ folder }: Project, name: string, path: string): string =>
  readFileSync(join(folder, "node_modules", name, path), "utf8");
