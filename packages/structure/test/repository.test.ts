import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { missingWords, retiredWords } from "../src/retired-words.ts";
import { faultsIn } from "../src/rules.ts";
import { sourceFiles } from "../src/source-files.ts";
import { unexplainedParams } from "../src/unexplained-params.ts";

// What these tests prove: the rules are asked of the sources of a whole repository.

/** A repository of these files. */
const repository = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), "structure-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
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

it("says of each rule that is broken every place, and how to mend one", () => {
  const glossary =
    "## Words\n\n| term | meaning | in code | instead of |\n| a queue | | `Queue` | `Line` |\n";
  const root = repository({
    "CONTRIBUTING.md": `# Contributing\n\n${glossary}`,
    "apps/a/src/Queue.ts": `export class Queue {}\nexport const name = "koard";\n${"// long\n".repeat(30)}`,
  });
  expect(faultsIn(root)).toEqual([
    'names of sources: 1 texts and members that are "koard" or "record" outside sources, configuration and clients',
    '  apps/a/src/Queue.ts:2: "koard"',
    "  To mend one: take the name from the context, or key by it.",
  ]);
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
