import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clearStamp, isInstalled, stampOf, writeStamp } from "../src/stamp.mjs";
import { repositoryWith, write } from "./repository.ts";

const files = {
  "package.json": { name: "root" },
  "pnpm-lock.yaml": "lockfileVersion: '9.0'",
  "pnpm-workspace.yaml": "packages: [packages/*]",
  "packages/a/package.json": { name: "a", dependencies: { ajv: "catalog:" } },
  "packages/a/node_modules/.keep": "",
  "packages/a/src/index.ts": "",
  "node_modules/.keep": "",
};

describe("stampOf", () => {
  it.each(["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "packages/a/package.json"])(
    "changes with %s",
    (path) => {
      const root = repositoryWith(files);
      const before = stampOf(root, "linux-x64");
      write(root, path, { name: "other" });
      expect(stampOf(root, "linux-x64")).not.toBe(before);
    },
  );

  it.each([".npmrc", "patches/a.patch", "apps/new/package.json"])("changes when %s appears", (path) => {
    const root = repositoryWith(files);
    const before = stampOf(root, "linux-x64");
    write(root, path, {});
    expect(stampOf(root, "linux-x64")).not.toBe(before);
  });

  it("changes with the system and with nothing else", () => {
    const root = repositoryWith(files);
    const before = stampOf(root, "linux-x64");
    write(root, "packages/a/src/index.ts", "export {};");
    expect(stampOf(root, "linux-x64")).toBe(before);
    expect(stampOf(root, "linux-arm64")).not.toBe(before);
  });
});

describe("isInstalled", () => {
  it("holds after an install that ended well, of exactly this state", () => {
    const root = repositoryWith(files);
    expect(isInstalled(root, "s1")).toBe(false);
    writeStamp(root, "s1");
    expect(isInstalled(root, "s1")).toBe(true);
    expect(isInstalled(root, "s2")).toBe(false);
  });

  it("does not hold once the next install has begun, or when a package's dependencies are gone", () => {
    const root = repositoryWith(files);
    writeStamp(root, "s1");
    clearStamp(root);
    expect(isInstalled(root, "s1")).toBe(false);

    writeStamp(root, "s1");
    rmSync(join(root, "packages/a/node_modules"), { recursive: true });
    expect(isInstalled(root, "s1")).toBe(false);
  });
});
