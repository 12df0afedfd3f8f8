import { describe, expect, it } from "vitest";
import { scriptFaults } from "../src/script-faults.mjs";
import { repositoryWith } from "./repository.ts";

const repository = (scripts: Record<string, string>) =>
  repositoryWith({
    "package.json": { name: "root" },
    "packages/a/package.json": { name: "a", scripts },
    "packages/a/tsconfig.json": {},
    "packages/a/src/index.ts": "",
    "packages/a/test/a.test.ts": "",
    "packages/b/package.json": { name: "b" },
  });

describe("scriptFaults", () => {
  it("names a package whose types or tests nobody would run", () => {
    expect(scriptFaults(repository({}))).toEqual([
      'packages/a: a tsconfig.json, and no script "check".',
      'packages/a: tests, and no script "test".',
    ]);
  });

  it("is content with both scripts, and with a package that has neither types nor tests", () => {
    expect(scriptFaults(repository({ check: "tsc -p .", test: "vitest run" }))).toEqual([]);
  });
});
