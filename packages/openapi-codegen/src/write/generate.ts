import { relative } from "node:path";
import { clientPaths } from "../document/client-paths.ts";
import { SpecRefused } from "../document/json.ts";
import { compareFiles, generateFiles, type Staleness, writeFiles } from "./generated-files.ts";

/** What to do with the files made: write them, or only compare them with those in the tree. */
export type Mode = "write" | "compare";

const listOf = ({ stale, missing, leftOver }: Staleness, folder: string): readonly string[] => [
  ...stale.map((name) => `stale: ${folder}/${name}`),
  ...missing.map((name) => `missing: ${folder}/${name}`),
  ...leftOver.map((name) => `left over: ${folder}/${name}`),
];

/**
 * Generates the client in a package folder from its spec and says what it did, and what is left out of it.
 * In `compare` mode nothing is written, and any difference is refused with a list and the command that mends it.
 */
export const generateClient = async (packageFolder: string, mode: Mode): Promise<string> => {
  const paths = clientPaths(packageFolder);
  const { files, notes } = await generateFiles(paths);
  const folder = `packages/${paths.name}-client/src/generated`;
  if (mode === "write") {
    const changed = listOf(await writeFiles(paths.generatedFolder, files), folder).length;
    return [`${folder}: ${changed === 0 ? "up to date" : `${changed} files changed`}`, ...notes].join("\n");
  }
  const lines = listOf(await compareFiles(paths.generatedFolder, files), folder);
  if (lines.length === 0) return [`${folder}: up to date`, ...notes].join("\n");
  const fault = `${folder} is not what ${relative(paths.root, paths.specFile)} gives:`;
  throw new SpecRefused(
    [fault, ...lines.map((line) => `  ${line}`), "To fix this, run: pnpm generate"].join("\n"),
  );
};
