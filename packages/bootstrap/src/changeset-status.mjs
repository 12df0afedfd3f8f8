import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { binFolder } from "./environment.mjs";
import { run } from "./run.mjs";
import { Stopped } from "./stopped.mjs";

/**
 * What `changeset status` says of the way from a branch to the work tree, files included that git does not know yet: a
 * new source asks for a changeset before it is added, and a new changeset answers.
 *
 * changesets asks git what differs, and git names no file that is not in its index. So it is given a copy of the index
 * in which every new file is announced; the index of the clone is not touched.
 *
 * @param {{ root: string, env: NodeJS.ProcessEnv }} toolchain
 * @param {string} base
 * @returns {Promise<{ code: number, output: string }>}
 */
export const changesetStatus = async ({ root, env }, base) => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-index-"));
  try {
    const index = join(folder, "index");
    copyFileSync(await indexOf(root, env), index);
    const announced = { ...env, GIT_INDEX_FILE: index };
    await git(["add", "--intent-to-add", "."], root, announced);
    return await run(join(binFolder(root), "changeset"), ["status", `--since=${base}`], {
      cwd: root,
      env: announced,
      output: "kept",
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Where the index of a clone is; a work tree of its own has one elsewhere.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
const indexOf = async (root, env) =>
  resolve(root, (await git(["rev-parse", "--git-path", "index"], root, env)).trim());

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
const git = async (args, cwd, env) => {
  const { code, output } = await run("git", args, { cwd, env, output: "kept" });
  if (code !== 0) throw new Stopped(`git ${args.join(" ")} failed: ${output.trim()}`, 70);
  return output;
};
