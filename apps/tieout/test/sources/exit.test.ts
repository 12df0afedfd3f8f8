import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const app = join(import.meta.dirname, "..", "..");
const root = join(app, "..", "..");

/** The only place that may know the library which is in maintenance mode (ADR 1). */
const DOOR = "packages/openapi-codegen/src/write/write-types.ts";

const KNOWS = /(?:from\s+|import\s*\(?\s*|require\(\s*)["']openapi-(?:fetch|typescript)\b/;

const sources = globSync("{apps,packages}/**/*.{ts,mts,cts,js,mjs,cjs}", {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist|reports)$/.test(path),
});

it("nothing imports openapi-typescript but one file of the generator, and nothing openapi-fetch", () => {
  const knowing = sources.filter((path) => KNOWS.test(readFileSync(join(root, path), "utf8")));
  expect(knowing).toStrictEqual([DOOR]);
});

it("nothing depends on either but the generator", () => {
  const manifests = globSync("{apps,packages}/*/package.json", { cwd: root });
  const depending = manifests.filter((path) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, path), "utf8"));
    return ["openapi-fetch", "openapi-typescript"].some(
      (name) => name in dependencies || name in devDependencies,
    );
  });
  expect(depending).toStrictEqual(["packages/openapi-codegen/package.json"]);
});

it("the app compiles without a look into openapi-typescript or openapi-fetch", async () => {
  const tsc = join(app, "node_modules", ".bin", "tsc");
  const { stdout } = await promisify(execFile)(tsc, ["-p", app, "--listFilesOnly"], { maxBuffer: 2 ** 26 });
  const files = stdout.split("\n");
  expect(files.some((path) => path.endsWith("packages/koard-client/dist/index.d.ts"))).toBe(true);
  expect(files.some((path) => path.endsWith("packages/record-client/dist/index.d.ts"))).toBe(true);
  expect(files.filter((path) => /openapi-(?:fetch|typescript)/.test(path))).toStrictEqual([]);
});
