import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { mutantsOf } from "../src/mutants.ts";
import { relatedTests } from "../src/related-tests.ts";
import { sample } from "../src/sample.ts";
import { TestHost } from "../src/TestHost.ts";

const changesOf = (text: string) =>
  mutantsOf("a.ts", text).map(({ line, from, to }) => `${line} ${from} → ${to}`);

describe("the changes of a source", () => {
  it("are one a place: operators, conditions, literals, calls and branches", () => {
    expect(changesOf('if (a < b) c = d && !e ? "x" : 7;')).toEqual([
      "1 a < b → !(a < b)",
      "1 < → <=",
      '1 d && !e ? "x" : 7 → d && !e ? 7 : "x"',
      "1 && → ||",
      "1 !e → e",
      '1 "x" → ""',
      "1 7 → (7 + 1)",
    ]);
    expect(changesOf("a.filter(b).some((c) => true)")).toEqual([
      "1 a.filter(b).some((c) => true) → a.filter(b).every((c) => true)",
      "1 a.filter(b) → a",
      "1 true → false",
    ]);
  });

  it("leave alone what only the compiler reads, and the names of members and files", () => {
    const text =
      'import a from "a";\ninterface B { c: "d" | true }\nconst e: "f" | 1 = { "g": h } as "i";\nexport * from "j";';
    expect(changesOf(text)).toEqual([]);
  });

  it("change nothing else in the text", () => {
    expect(mutantsOf("a.ts", "const a = 1 + b;\n").map(({ text }) => text)).toEqual([
      "const a = (1 + 1) + b;\n",
      "const a = 1 - b;\n",
    ]);
  });
});

it("chooses the same by the same seed, whatever the order, and others by another", () => {
  const names = Array.from({ length: 40 }, (_, index) => `place ${index}`);
  const chosen = (some: readonly string[], seed: number) => sample(some, (name) => name, { seed, count: 5 });
  expect(chosen(names, 1)).toEqual(chosen(names.toReversed(), 1));
  expect(chosen(names, 1)).not.toEqual(chosen(names, 2));
  expect(chosen(names, 1)).toHaveLength(5);
});

const HERE = fileURLToPath(new URL("..", import.meta.url));
const SUM =
  "export const sum = (a: number, b: number) => a + b;\nexport const less = (a: number) => a - 1;\n";

/** A package with tests of two of its three sources. */
const tested = (): string => {
  const root = mkdtempSync(join(tmpdir(), "mutants-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files = {
    "package.json": '{ "type": "module" }',
    "src/sum.ts": SUM,
    "src/after.ts": "export const after = 5;\n",
    "src/alone.ts": "export const isAlone = true;\n",
    "test/sum.test.ts": [
      'import { expect, it } from "vitest";',
      'import { after } from "../src/after.ts";',
      'import { sum } from "../src/sum.ts";',
      'it("sums", () => expect([sum(1, 2), typeof after]).toEqual([3, "number"]));\n',
    ].join("\n"),
    "test/after.test.ts": [
      'import { expect, it } from "vitest";',
      'import { after } from "../src/after.ts";',
      'it("counts", () => expect(after).toBeTypeOf("number"));\n',
    ].join("\n"),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(HERE, "node_modules"), join(root, "node_modules"));
  return root;
};

it("runs the test that mirrors a source first, then its neighbours, then the nearest, and none that does not import it", () => {
  const root = mkdtempSync(join(tmpdir(), "mutants-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const barrel = 'import "../../src/index.ts";\n';
  const files = {
    "src/index.ts": 'export {\n  a,\n} from "./deep/a.ts";\n',
    "src/deep/a.ts": "export const a = 1;\n",
    "src/deep/other.ts": "export const other = 1;\n",
    "test/before/far.test.ts": barrel,
    "test/before/near.test.ts": 'import "../../src/deep/a.ts";\n',
    "test/deep/b.test.ts": barrel,
    "test/deep/a.test.ts": barrel,
    "test/deep/none.test.ts": 'import "../../src/deep/other.ts";\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const tests = relatedTests(root)(join(root, "src/deep/a.ts")).map((path) => path.slice(root.length + 1));
  expect(tests).toEqual([
    "test/deep/a.test.ts",
    "test/deep/b.test.ts",
    "test/before/near.test.ts",
    "test/before/far.test.ts",
  ]);
});

it("runs a test that starts a source as a process, by its path, and none that only looks into its folder", () => {
  const root = mkdtempSync(join(tmpdir(), "mutants-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files = {
    "src/bin.ts": 'import "./a.ts";\n',
    "src/a.ts": "export const a = 1;\n",
    "test/starts.test.ts": 'const bin = join(import.meta.dirname, "..", "src", "bin.ts");\n',
    "test/looks.test.ts": 'const src = join(import.meta.dirname, "..", "src");\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const source of ["src/bin.ts", "src/a.ts"])
    expect(relatedTests(root)(join(root, source))).toEqual([join(root, "test/starts.test.ts")]);
});

it("blames a change for nothing that an earlier one broke", async () => {
  const root = tested();
  const host = new TestHost(root);
  onTestFinished(() => host.stop());
  const tests = { sum: join(root, "test/sum.test.ts"), after: join(root, "test/after.test.ts") };
  const failure = (name: "sum" | "after", from: string, to: string) => {
    const source = join(root, `src/${name}.ts`);
    const original = readFileSync(source, "utf8");
    return host.firstFailure({ source, original, text: original.replace(from, to), tests: [tests[name]] });
  };
  expect(await failure("sum", "a + b", "a - b")).toBe(tests.sum);
  expect(readFileSync(join(root, "src/sum.ts"), "utf8")).toBe(SUM);
  expect(await failure("after", "5", "6")).toBe(undefined);
  expect(await failure("sum", "a - 1", "a - 2")).toBe(undefined);
  // A test that ends its process has noticed as well, and the next change is tried all the same.
  expect(await failure("after", "5", "process.kill(process.ppid, 9)")).toBe(tests.after);
  writeFileSync(join(root, "src/after.ts"), "export const after = 5;\n");
  expect(await failure("after", "5", "7")).toBe(undefined);
});

it("runs tests on the copy of vitest that their package has", async () => {
  const root = tested();
  const app = join(HERE, "..", "..", "apps", "tieout");
  rmSync(join(root, "node_modules"));
  symlinkSync(join(app, "node_modules"), join(root, "node_modules"));
  const [source, test] = [join(root, "src/sum.ts"), join(root, "test/sum.test.ts")];
  writeFileSync(test, readFileSync(test, "utf8").replace('"vitest"', '"@effect/vitest"'));
  const host = new TestHost(root);
  onTestFinished(() => host.stop());
  const failure = (text: string) => host.firstFailure({ source, original: SUM, text, tests: [test] });
  expect(await failure(SUM)).toBe(undefined);
  expect(await failure(SUM.replace("a + b", "a - b"))).toBe(test);
});

it("puts a source back when it is ended in the middle", async () => {
  const root = tested();
  const source = join(root, "src/sum.ts");
  writeFileSync(
    join(root, "test/sum.test.ts"),
    'import "../src/sum.ts";\nawait new Promise(() => setInterval(() => undefined, 1000));\n',
  );
  const child = spawn(process.execPath, [join(HERE, "src/bin.ts"), "src/sum.ts"], {
    cwd: root,
    stdio: "ignore",
  });
  while (readFileSync(source, "utf8") === SUM) await sleep(20);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect([code, readFileSync(source, "utf8")]).toEqual([75, SUM]);
});

it("names what no test notices, and leaves the sources as they were", () => {
  const root = tested();
  const said = execFileSync(process.execPath, [join(HERE, "src/bin.ts"), "--count", "9", "src"], {
    cwd: root,
  });
  expect(String(said).trimEnd().split("\n").toSorted()).toEqual([
    "1 noticed, 3 live, 1 are in sources that no test imports",
    "lives     src/after.ts:1  5 → (5 + 1)",
    "lives     src/sum.ts:2  - → +",
    "lives     src/sum.ts:2  1 → (1 + 1)",
    "untested  src/alone.ts:1  true → false",
  ]);
  expect(readFileSync(join(root, "src/sum.ts"), "utf8")).toBe(SUM);
});
