import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { Schema } from "effect";

/** Which tieout this is. */
export interface Build {
  /** `unknown` where the program stands without its package. */
  readonly version: string;
  /** The commit that it was packed from, `-dirty` added where files differed from it; null for a checkout, whose files may be at any. */
  readonly commit: string | null;
}

const Manifest = Schema.fromJsonString(
  Schema.Struct({ version: Schema.String, gitHead: Schema.optionalKey(Schema.String) }),
);

const decode = Schema.decodeUnknownSync(Manifest);

const manifestPath = (): string | undefined => {
  const found = findPackageJSON("..", import.meta.url);
  // Where there is none, Node answers with the place that it began at.
  return found !== undefined && basename(found) === "package.json" ? found : undefined;
};

/** A file of this package, by its path in it; beside the program where that stands without its package. */
export const packageFile = (path: string): URL =>
  new URL(path, pathToFileURL(manifestPath() ?? import.meta.filename));

/**
 * Reads which tieout this is, from the package.json above. The program itself does not hold it: what rests on the
 * program's own hash would otherwise be anew for every commit.
 */
export const readBuild = (): Build => {
  const path = manifestPath();
  if (path === undefined) return { version: "unknown", commit: null };
  const { version, gitHead = null } = decode(readFileSync(path, "utf8"));
  return { version, commit: gitHead };
};

/** Digits of a commit that people are shown: enough to find it, and short enough to read out. */
const SHOWN_DIGITS = 12;

/** `0.1.0 (1a2b3c4d5e6f)`, `0.1.0 (1a2b3c4d5e6f-dirty)`, `0.0.0 (a checkout)`. */
export const printedBuild = ({ version, commit }: Build): string => {
  const [digits = "", dirty] = commit?.split("-") ?? [];
  const shown = [digits.slice(0, SHOWN_DIGITS), ...(dirty === undefined ? [] : [dirty])].join("-");
  return `${version} (${commit === null ? "a checkout" : shown})`;
};
