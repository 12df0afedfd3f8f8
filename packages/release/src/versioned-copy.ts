import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stateOf } from "./history.ts";
import { PACKAGE_FOLDERS, publishedPackages, readManifest } from "./packages.ts";
import { outputOf } from "./run.ts";

/** What changesets and pnpm read in the root. */
const ROOT_FILES = ["package.json", "pnpm-workspace.yaml", "LICENSE", ".changeset"];

/** What lies in a package's folder and is never for a tarball. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(["node_modules", ".turbo", "compiled", "reports", "test"]);

/**
 * Does the work in a copy of the workspace in which the changesets have become versions and changelogs, and each
 * published manifest is what its users get. The copy holds the published packages as they are built; the work tree is
 * not touched, and the copy is gone when the work is done.
 */
export const withVersionedCopy = async <Done>(
  root: string,
  work: (copy: string) => Promise<Done>,
): Promise<Done> => {
  const copy = mkdtempSync(join(tmpdir(), "tieout-release-"));
  try {
    copyWorkspace(root, copy);
    // Without a changeset the versions are what they should be: `changeset version` would call that a failure.
    if (hasChangesets(copy)) {
      await outputOf("changeset version", [join(copy, "node_modules/.bin/changeset"), "version"], copy);
    }
    stampManifests(copy, await stateOf(root));
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const copyWorkspace = (root: string, copy: string): void => {
  for (const name of ROOT_FILES) cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const folder of PACKAGE_FOLDERS.filter((name) => existsSync(join(root, name)))) {
    for (const name of readdirSync(join(root, folder))) {
      const manifest = join(folder, name, "package.json");
      if (!existsSync(join(root, manifest))) continue;
      mkdirSync(join(copy, folder, name), { recursive: true });
      cpSync(join(root, manifest), join(copy, manifest));
    }
  }
  for (const { folder } of publishedPackages(root)) {
    cpSync(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !LEFT_BEHIND.has(basename(path)),
    });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
};

/**
 * Leaves in each published manifest what its users need, and adds the commit under npm's own name for it: the scripts
 * and tools of this workspace mean nothing to them.
 */
const stampManifests = (copy: string, gitHead: string): void => {
  for (const { folder } of publishedPackages(copy)) {
    const path = join(copy, folder);
    const kept = Object.entries(readManifest(path)).filter(([field]) => !OWN_FIELDS.has(field));
    const manifest = { ...Object.fromEntries(kept), gitHead };
    writeFileSync(join(path, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  }
};

const OWN_FIELDS: ReadonlySet<string> = new Set(["scripts", "devDependencies"]);

const hasChangesets = (copy: string): boolean =>
  readdirSync(join(copy, ".changeset")).some((name) => name.endsWith(".md") && name !== "README.md");
