import { run } from "./run.mjs";

/** Where the main branch may be: as the remote last showed it, else as it is here. */
const CANDIDATES = ["origin/main", "main"];

/**
 * The branch that changed packages are found against; null where there is none, or where a shallow
 * clone has no commit in common with it, or where this is not a git clone at all.
 *
 * @param {{ root: string, env: NodeJS.ProcessEnv }} toolchain
 * @returns {Promise<string | null>}
 */
export const changesetBase = async ({ root, env }) => {
  for (const branch of CANDIDATES) {
    const { code } = await run("git", ["merge-base", branch, "HEAD"], { cwd: root, env, output: "kept" });
    if (code === 0) return branch;
  }
  return null;
};
