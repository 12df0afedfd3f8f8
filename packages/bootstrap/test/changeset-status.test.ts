import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { changesetStatus } from "../src/changeset-status.mjs";
import { repositoryRoot } from "../src/workspace.mjs";
import { repositoryWith, write } from "./repository.ts";

const AUTHOR = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", [...AUTHOR, ...args], { cwd, encoding: "utf8", stdio: "pipe" });

it("a changeset is asked for, and found, before git is told of new files", async () => {
  const root = repositoryWith({
    ".gitignore": "node_modules\n",
    ".changeset/config.json": { baseBranch: "main", changedFilePatterns: ["src/**"] },
    "package.json": { name: "root", private: true },
    "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
    "packages/a/package.json": { name: "a", version: "1.0.0" },
    "packages/b/package.json": { name: "b", version: "1.0.0" },
  });
  symlinkSync(join(repositoryRoot(), "node_modules"), join(root, "node_modules"));
  git(root, "init", "--quiet", "--initial-branch=main");
  git(root, "add", ".");
  git(root, "commit", "--quiet", "--message=a");
  git(root, "checkout", "--quiet", "-b", "work");
  const status = () => changesetStatus({ root, env: process.env }, "main");
  expect((await status()).code).toBe(0);

  write(root, "packages/a/src/new.ts", "export const a = 1;\n");
  const missing = await status();
  expect(missing.code).toBe(1);
  expect(missing.output).toContain("no changesets were found");

  write(root, ".changeset/new.md", '---\n"a": minor\n---\n\nNew.\n');
  expect((await status()).code).toBe(0);
  // Nothing was added on the way.
  expect(git(root, "status", "--porcelain").trim().split("\n").sort()).toEqual([
    "?? .changeset/new.md",
    "?? packages/a/src/",
  ]);

  rmSync(join(root, ".changeset/new.md"));
  git(root, "add", ".");
  expect((await status()).code).toBe(1);
});
