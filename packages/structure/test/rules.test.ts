import { describe, expect, it } from "vitest";
import { shortFiles } from "../src/short-files.ts";
import { sourceNames, sourceSentences } from "../src/source-names.ts";
import { uncheckedJson } from "../src/unchecked-json.ts";

// What these tests prove: each rule finds what it is about, at its line, and leaves alone what only looks like it.

const PATH = "apps/tieout/src/close/a.ts";
const file = (text: string, path = PATH) => [{ path, text }];

const placesOf = (findings: readonly { readonly place: string }[]) =>
  findings.map(({ place }) => place.slice(place.indexOf(":") + 1));

describe("names of sources", () => {
  it("are found as texts of any case and as members, not in comments, imports, types or other words", () => {
    const text = [
      'import { Koard } from "../sources/Koard.ts";',
      "// koard",
      'const a = "koard";',
      'const b = "  Record  ";',
      "const c = facts.record;",
      "const d = `$" + "{x} koard`;",
      "const e = { koard, record: 1 };",
      "interface F { readonly koard: string }",
      'const e = "a record of the ledger", f = "koardish", g = "Recorded", h = record.name;',
    ].join("\n");
    expect(placesOf(sourceNames(file(text)))).toEqual(["3", "4", "5", "6", "7", "7", "8"]);
  });

  it("are at home in their adapters, the configuration, the clients and what plays their part", () => {
    for (const home of [
      "apps/tieout/src/sources/k.ts",
      "apps/tieout/src/config/k.ts",
      "packages/koard-client/src/k.ts",
      "packages/reconcile/src/testing.ts",
    ])
      expect(sourceNames(file('const a = "koard";', home))).toEqual([]);
    expect(sourceNames(file('const a = "koard";', "packages/reconcile/src/k.ts"))).toHaveLength(1);
  });

  it("are found in sentences too, by themselves", () => {
    const text = [
      'const a = "Ask Koard why.";',
      "const b = `no $" + "{x}, which Record lists`;",
      'const c = "a record";',
      'const d = "Koard";',
    ].join("\n");
    expect(placesOf(sourceSentences(file(text)))).toEqual(["1", "2"]);
  });
});

describe("unchecked JSON", () => {
  it("is found where what was parsed takes a type: by `as`, an annotation, or as it is", () => {
    const text = [
      "const a = JSON.parse(text) as Row;",
      "const b: Row = JSON.parse(text);",
      "const c = JSON.parse(text).rows;",
      "const d = (text: string): Row => JSON.parse(text);",
      "function e(): Row { return (JSON.parse(text)); }",
      "const f = [JSON.parse(text)];",
    ].join("\n");
    expect(placesOf(uncheckedJson(file(text)))).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("is not found where it is decoded, or stays unknown", () => {
    const text = [
      "const a = decode(JSON.parse(text));",
      "const b: unknown = JSON.parse(text);",
      "const c = (text: string): unknown => JSON.parse(text);",
      "const d = (text: string): unknown => { try { return JSON.parse(text); } catch { return undefined; } };",
    ].join("\n");
    expect(uncheckedJson(file(text))).toEqual([]);
  });

  it("may be used as it is by tools, and not by `as`", () => {
    const text = "const a = JSON.parse(text).name;\nconst b = JSON.parse(text) as Row;";
    expect(placesOf(uncheckedJson(file(text, "packages/release/src/a.ts")))).toEqual(["2"]);
  });
});

describe("short files", () => {
  const files = (short: number, long: number) => [
    ...Array.from({ length: short }, (_, index) => ({
      path: `short-${index}.ts`,
      text: "a;\n".repeat(29 - index),
    })),
    ...Array.from({ length: long }, (_, index) => ({ path: `long-${index}.ts`, text: "a;\n".repeat(30) })),
  ];

  it("may be a fifth of all; beyond that the shortest are named", () => {
    expect(shortFiles(files(2, 8))).toEqual([]);
    expect(shortFiles(files(3, 8))).toEqual([{ place: "short-2.ts", found: "27 lines" }]);
    expect(shortFiles(files(3, 12))).toEqual([]);
  });
});
