import { outputOf } from "./run.ts";

const git = (root: string, ...args: string[]): Promise<string> =>
  outputOf(`git ${args[0]}`, ["git", ...args], root);

/** The commit at which the work in `root` left `branch`. */
export const leftAt = async (root: string, branch: string): Promise<string> =>
  (await git(root, "merge-base", branch, "HEAD")).trim();

/** The files below a folder as a commit has them: text by path from the root. Empty where it has no such folder. */
export const filesAt = async (
  root: string,
  commit: string,
  folder: string,
): Promise<ReadonlyMap<string, string>> => {
  const listed = await git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", `${folder}/`);
  const paths = listed.split("\0").filter((path) => path !== "");
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await git(root, "show", `${commit}:${path}`)] as const),
    ),
  );
};

/** The tag of a package's last release that the work in `root` contains, as `@tieout/http@1.2.3`; undefined before the first. */
export const lastReleaseTag = async (root: string, name: string): Promise<string | undefined> => {
  const tags = await git(root, "tag", "--merged=HEAD", "--sort=-version:refname", "--list", `${name}@*`);
  return tags.split("\n").find((tag) => tag !== "");
};

/** The commit that the work in `root` stands at; `-dirty` is added where files differ from it, or are new. */
export const stateOf = async (root: string): Promise<string> => {
  const commit = (await git(root, "rev-parse", "HEAD")).trim();
  return (await git(root, "status", "--porcelain")) === "" ? commit : `${commit}-dirty`;
};

/** All tags that the clone knows. */
export const tagsOf = async (root: string): Promise<ReadonlySet<string>> =>
  new Set((await git(root, "tag", "--list")).split("\n").filter((tag) => tag !== ""));
