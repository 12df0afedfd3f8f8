import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type OutputOptions, rolldown } from "rolldown";
import { describe, expect, it, onTestFinished } from "vitest";
import { thirdPartyNotices } from "../src/index.ts";

// What these tests prove: whose code is in a bundle is named with it, what was dropped is not, and a licence that asks
// for more than that stops the build.

const manifest = (name: string, license?: unknown) =>
  JSON.stringify({ name, version: "1.2.3", type: "module", main: "./index.js", license });

const FILES = {
  "src/index.js":
    'import { used } from "used";\nimport { scoped } from "@scope/nested";\nimport { dropped } from "dropped";\nimport { own } from "./own.js";\nconsole.log(used, scoped, own);\n',
  "src/own.js": "export const own = 1;\n",
  "node_modules/used/package.json": manifest("used", "MIT"),
  "node_modules/used/LICENSE": "Copyright (c) the authors of used\r\n",
  "node_modules/used/NOTICE.txt": "Parts of it are by others.\n",
  "node_modules/used/index.js": "export const used = [1, 2, 3];\n",
  "node_modules/@scope/nested/package.json": manifest("@scope/nested", { type: "ISC" }),
  "node_modules/@scope/nested/index.js": 'export { scoped } from "./esm/deep.js";\n',
  // Says how its modules are read, and is no package.
  "node_modules/@scope/nested/esm/package.json": '{ "name": "nested-esm", "type": "module" }',
  "node_modules/@scope/nested/esm/deep.js": "export const scoped = [4, 5, 6];\n",
  "node_modules/dropped/package.json": manifest("dropped", "GPL-3.0-only"),
  "node_modules/dropped/index.js": "export const dropped = [7, 8, 9];\n",
};

const written = (files: Readonly<Record<string, string>>): string => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "tieout-notices-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};

/** Builds it in each of these formats, one after the other into one folder. */
const built = async (root: string, formats: ReadonlyArray<OutputOptions["format"]> = ["esm"]) => {
  const plugin = thirdPartyNotices();
  for (const format of formats) {
    const bundle = await rolldown({
      cwd: root,
      input: "src/index.js",
      platform: "node",
      // What nothing uses is dropped only where it has no effects.
      treeshake: { moduleSideEffects: false },
      plugins: [plugin],
    });
    await bundle.write({ dir: "dist", ...(format !== undefined && { format }) });
  }
  return {
    data: JSON.parse(readFileSync(join(root, "dist/bundled.json"), "utf8")),
    text: readFileSync(join(root, "dist/THIRD-PARTY-NOTICES.txt"), "utf8"),
  };
};

describe("the notices of a bundle", () => {
  it.each([[["esm"]], [["esm", "cjs"]]] as const)(
    "name every package of which something is in it, and no other: %s",
    async (formats) => {
      const { data, text } = await built(written(FILES), [...formats]);
      expect(data).toEqual([
        { name: "@scope/nested", version: "1.2.3", license: "ISC" },
        { name: "used", version: "1.2.3", license: "MIT" },
      ]);
      expect(text).toContain(
        "used 1.2.3 (MIT)\n\nCopyright (c) the authors of used\n\nParts of it are by others.\n",
      );
      expect(text).toContain(
        "@scope/nested 1.2.3 (ISC)\n\nThe package has no text of its licence; its package.json says ISC.\n",
      );
      expect(text).not.toContain("dropped");
    },
  );

  it("name the bundler, where its own runtime is in it", async () => {
    const commonJs = {
      ...FILES,
      "node_modules/used/index.js": "",
      "src/index.js": 'console.log(require("./own.cjs"));\n',
      "src/own.cjs": "exports.own = 1;\n",
    };
    const { data, text } = await built(written(commonJs));
    expect(data).toEqual([{ name: "rolldown", version: expect.any(String), license: "MIT" }]);
    expect(text).toContain("Copyright");
  });

  it.each([
    ["asks for more than a notice", "GPL-3.0-only", "GPL-3.0-only"],
    ["is not said", undefined, "not said"],
  ])("are refused with the build where a licence %s", async (_what, license, said) => {
    const root = written({ ...FILES, "node_modules/used/package.json": manifest("used", license) });
    await expect(built(root)).rejects.toThrow(
      `used 1.2.3 would be bundled, and its licence is ${said}: leave it out`,
    );
  });
});
