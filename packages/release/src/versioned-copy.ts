import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { publishedPackages } from "./packages.ts";
import { outputOf } from "./run.ts";

/** What changesets and pnpm read in the root. */
const ROOT_FILES = ["package.json", "pnpm-workspace.yaml", "LICENSE", ".changeset"];

/** Folders whose children are packages, published or not; changesets looks at all of them. */
const PACKAGE_FOLDERS = ["apps", "packages"];

/** What lies in a package's folder and is never for a tarball. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(["node_modules", ".turbo", "reports", "test"]);

/**
 * Does the work in a copy of the workspace in which the changesets have become versions and changelogs. The
 * copy holds the published packages as they are built; the work tree is not touched, and the copy is gone
 * when the work is done.
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

const hasChangesets = (copy: string): boolean =>
  readdirSync(join(copy, ".changeset")).some((name) => name.endsWith(".md") && name !== "README.md");
