import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** What a failing test of the guides tells to do. */
export const MEND =
  "To fix this, run: pnpm build && pnpm --filter tieout exec vitest run test/docs -u (and read the difference)";

/** A file of the repository, by its path from the root. */
export const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Lays a text out as the workspace's formatter wants it at this path. */
export const formatted = (path: string, text: string): string => {
  const { stdout, status } = spawnSync(
    join(ROOT, "node_modules/.bin/biome"),
    ["format", `--stdin-file-path=${path}`],
    { cwd: ROOT, input: text, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`biome could not format ${path}`);
  return stdout;
};

/** The files right in a folder, as paths from the root. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name));

const SKIPPED: ReadonlySet<string> = new Set(["node_modules", "dist", "reports", "generated", "out"]);

/** All files beneath a folder whose names end so, as paths from the root, sorted. */
export const filesUnder = (folder: string, end: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = relative(ROOT, join(ROOT, folder, entry.name));
      if (entry.name.startsWith(".") || SKIPPED.has(entry.name)) return [];
      if (entry.isDirectory()) return filesUnder(path, end);
      return entry.name.endsWith(end) ? [path] : [];
    })
    .sort();

/** The guides: every Markdown page of the repository that people read. */
export const guides = (): readonly string[] =>
  filesUnder(".", ".md").filter((path) => !path.endsWith(".template.md"));
