import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import { type Bump, largest } from "./bump.ts";
import { filesAt } from "./history.ts";

const FOLDER = ".changeset";

/**
 * The largest step that new changesets name for each package. New is what lies in the work tree, committed
 * or not, and did not lie there in the same words at `commit`: an older changeset speaks of an older change.
 */
export const bumpsSince = async (root: string, commit: string): Promise<ReadonlyMap<string, Bump>> => {
  const before = await filesAt(root, commit, FOLDER);
  const releases = changesetPaths(root).flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return text === before.get(path) ? [] : parseChangesetFile(text).releases;
  });
  const byName = Map.groupBy(releases, ({ name }) => name);
  return new Map([...byName].map(([name, steps]) => [name, largest(steps.map(({ type }) => type))]));
};

const changesetPaths = (root: string): readonly string[] =>
  existsSync(join(root, FOLDER))
    ? readdirSync(join(root, FOLDER))
        .filter((name) => name.endsWith(".md") && name !== "README.md")
        .map((name) => `${FOLDER}/${name}`)
    : [];

/** The command that writes the changeset which is missing. */
export const changesetCommand = (bump: Bump, name: string): string =>
  `pnpm changeset --${bump} ${name} --message "what changes for its users, and what to do about it"`;
