import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { biomeFindings } from "../src/biome.ts";
import { compare } from "../src/ratchet.ts";
import { missingWords, retiredWords } from "../src/retired-words.ts";
import { sourceFiles } from "../src/source-files.ts";
import { unexplainedParams } from "../src/unexplained-params.ts";

// What these tests prove: the rules are asked of the sources of a whole repository, and less is allowed every time.

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** A repository of these files, with the tools of this one. */
const repository = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), "structure-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(MODULES, join(root, "node_modules"));
  return root;
};

it("takes the handwritten sources of apps and packages", () => {
  const root = repository({
    "packages/b/src/deep/b.ts": "",
    "apps/a/src/a.mjs": "",
    "apps/a/test/a.test.ts": "",
    "packages/b/src/generated/g.ts": "",
    "apps/a/src/a.json": "",
  });
  expect(sourceFiles(root).map(({ path }) => path)).toEqual(["apps/a/src/a.mjs", "packages/b/src/deep/b.ts"]);
});

it("asks Biome by rules that biome.json leaves off, with the options that it has for them", async () => {
  const rules = {
    preset: "none",
    suspicious: { noImportCycles: { level: "off", options: { ignoreTypes: false } } },
    complexity: { useMaxParams: { level: "off", options: { max: 3 } } },
  };
  const root = repository({
    "biome.json": JSON.stringify({ linter: { rules } }),
    "apps/a/src/a.ts": 'import type { B } from "./b.ts";\nexport type A = B;\n',
    "apps/a/src/b.ts": 'import type { A } from "./a.ts";\nexport type B = A;\n',
    "apps/a/src/c.ts": "\nexport const c = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];\n",
  });
  const found = await biomeFindings(root, ["suspicious/noImportCycles", "complexity/useMaxParams"]);
  const places = [...found].map(([rule, findings]) => [rule, findings.map(({ place }) => place).sort()]);
  expect(places).toEqual([
    ["suspicious/noImportCycles", ["apps/a/src/a.ts:1", "apps/a/src/b.ts:1"]],
    ["complexity/useMaxParams", ["apps/a/src/c.ts:2"]],
  ]);
  await expect(biomeFindings(root, ["complexity/noSuchRule"])).rejects.toThrow("noSuchRule");
});

it("takes a fourth parameter for explained where an ADR is named that exists", () => {
  const allowed = (reason: string) =>
    `// biome-ignore lint/complexity/useMaxParams: ${reason}\nconst a = 1;\n`;
  const root = repository({
    "docs/adr/0012-what.md": "",
    "apps/a/src/a.ts": allowed("ADR 12, the library calls it"),
    "apps/a/src/b.ts": allowed("ADR 13"),
    "apps/a/src/c.ts": allowed("it is easier"),
  });
  expect(unexplainedParams(root, sourceFiles(root)).map(({ place }) => place)).toEqual([
    "apps/a/src/b.ts:1",
    "apps/a/src/c.ts:1",
  ]);
});

it("refuses more than is allowed with every place, says where less is, and knows no other rules", () => {
  const rule = (name: string, count: number) => ({
    name,
    counted: "things",
    mend: "mend it",
    findings: Array.from({ length: count }, (_, index) => ({
      place: `${name}.ts:${index}`,
      found: "a thing",
    })),
  });
  const verdict = compare([rule("more", 2), rule("less", 1), rule("same", 1), rule("none", 0)], {
    more: 1,
    less: 3,
    same: 1,
    gone: 1,
  });
  expect(verdict).toEqual({
    faults: [
      "allowed.json allows gone, which is no rule",
      "more: 2, at most 1 things\n  more.ts:0: a thing\n  more.ts:1: a thing\n  To mend one: mend it.",
    ],
    notes: ["less 1 of 3"],
  });
  expect(compare([rule("none", 1)], {}).faults).toHaveLength(1);
});

it("finds what the glossary retires in names of files and exports, and what it names and nobody has", () => {
  const glossary = [
    "# Contributing\n",
    "## Words\n",
    "| term | meaning | in code | instead of |",
    "| --- | --- | --- | --- |",
    "| a resume | `not this` | `resume`, `Resumed` | `goOn`, `tally` |",
    "| a queue | | `Queue` | `Line` |",
    "\n## Style\n",
    "| `other` | | `Nothing` | `fine` |",
  ].join("\n");
  const root = repository({
    "CONTRIBUTING.md": glossary,
    "apps/a/src/tally-rows.ts": "export const fine = 1;\nconst tally = 2;\n",
    "apps/a/src/Queue.ts":
      "export class Queue {}\nexport class Line {}\nexport const oneLine = 1;\nexport type RowTally = 1;\n",
    "apps/a/src/resume.ts": "export function resume() { const tallied = 1; }\nexport interface Talliers {}\n",
    "apps/a/src/migrations/0001-tally.ts": "export const tally = 1;\n",
  });
  const files = sourceFiles(root);
  expect(retiredWords(root, files)).toEqual([
    { place: "apps/a/src/Queue.ts", found: "Line: not `Line`" },
    { place: "apps/a/src/Queue.ts", found: "RowTally: not `tally`" },
    { place: "apps/a/src/tally-rows.ts", found: "tally-rows: not `tally`" },
  ]);
  expect(missingWords(root, files).map(({ found }) => found)).toEqual(["Resumed is in no source"]);
});
