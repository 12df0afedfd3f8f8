import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { changesetBase } from "../src/changeset-base.mjs";
import { repositoryWith } from "./repository.ts";

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
    cwd,
    stdio: "pipe",
  });

const cloneWith = (...commands: string[][]) => {
  const root = repositoryWith({ "a.txt": "a" });
  git(root, "init", "--quiet", "--initial-branch=work");
  git(root, "add", ".");
  git(root, "commit", "--quiet", "--message=a");
  for (const command of commands) git(root, ...command);
  return { root, env: process.env };
};

describe("changesetBase", () => {
  it("is the remote's main where it is known, else the local one", async () => {
    const both = cloneWith(["branch", "main"], ["update-ref", "refs/remotes/origin/main", "HEAD"]);
    expect(await changesetBase(both)).toBe("origin/main");
    expect(await changesetBase(cloneWith(["branch", "main"]))).toBe("main");
  });

  it("is nothing in a clone without a main branch, and outside a clone", async () => {
    expect(await changesetBase(cloneWith())).toBe(null);
    expect(await changesetBase({ root: repositoryWith({ "a.txt": "a" }), env: process.env })).toBe(null);
  });
});
