import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A handwritten source. */
export interface SourceFile {
  /** Relative to the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Where handwritten sources are; what is generated from the specs is not among them. */
const SOURCES = "{apps,packages}/*/src/**/*.{ts,mjs}";
const GENERATED = "/src/generated/";

/** Every handwritten source of apps and packages, by path. */
export const sourceFiles = (root: string): readonly SourceFile[] =>
  globSync(SOURCES, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.includes(GENERATED))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
