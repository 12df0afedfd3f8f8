import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Link, tablesOf } from "./markdown.ts";
import { ROOT, read } from "./repository.ts";

/** How many readings each fact sheet asks for. */
const KOARD_FACTS = 32;
const RECORD_FACTS = 21;

/** Readings of which something is missing; the page says what. Take one out when it is held. */
const PARTLY: readonly string[] = [];

/** Readings of which the fact sheet suggests more than the report contract asks for; the page says what. */
const OTHERWISE: readonly string[] = ["Koard 5.3", "Koard 5.7", "Koard 5.11", "Koard 5.22", "Record 5.15"];

/** Readings with a choice in the fact sheet that no option offers; the page says which. */
const NO_OPTION: readonly string[] = ["Koard 5.30", "Record 5.4", "Record 5.7"];

/** Readings that nothing holds. */
const NOT_YET: readonly string[] = [];

interface Reading {
  readonly fact: string;
  readonly reading: string;
  readonly held: string;
  readonly code: readonly Link[];
  readonly tests: readonly Link[];
}

const readings: readonly Reading[] = tablesOf(read("docs/readings.md")).flatMap(({ rows }, index) =>
  rows.map(([fact, reading, held, code, tests]) => ({
    fact: `${["Koard", "Record"][index]} ${fact?.text}`,
    reading: reading?.text ?? "",
    held: held?.text ?? "",
    code: code?.links ?? [],
    tests: tests?.links ?? [],
  })),
);

const pathOf = ({ href }: Link): string => join("docs", href);

/** Whether a file defines a name: declares it, has it as a member, or, where it is no TypeScript, says it. */
const defines = (path: string, name: string): boolean => {
  const text = read(path);
  if (!path.endsWith(".ts")) return text.includes(name);
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    `(?:const|function\\*?|class|interface|type) ${escaped}\\b|^ +(?:get |readonly |async |#)*${escaped}\\(|name: "${escaped}"`,
    "m",
  ).test(text);
};

/** Whether a test file has a test of this title, as it stands in the source. */
const hasTest = (path: string, title: string): boolean =>
  [`"${title.replaceAll('"', '\\"')}"`, `\`${title}\``].some((quoted) => read(path).includes(quoted));

const faultsOf = ({ code, tests }: Reading): readonly string[] => [
  ...[...code, ...tests].map(pathOf).flatMap((path) => (existsSync(join(ROOT, path)) ? [] : [`no ${path}`])),
  ...code.flatMap((link) =>
    defines(pathOf(link), link.text) ? [] : [`${pathOf(link)} does not define ${link.text}`],
  ),
  ...tests.flatMap((link) =>
    hasTest(pathOf(link), link.text) ? [] : [`${pathOf(link)} has no test "${link.text}"`],
  ),
];

describe("docs/readings.md", () => {
  it("has every reading of both fact sheets, once and in order", () => {
    const facts = (api: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${api} 5.${index + 1}`);
    expect(readings.map(({ fact }) => fact)).toStrictEqual([
      ...facts("Koard", KOARD_FACTS),
      ...facts("Record", RECORD_FACTS),
    ]);
  });

  it.each(readings)("names code and tests of $fact that exist", (reading) => {
    expect(faultsOf(reading)).toStrictEqual([]);
  });

  it("says what is missing of a reading or decided otherwise, of those alone that are known for it", () => {
    const starting = (word: string) =>
      readings.filter(({ held }) => held.startsWith(word)).map(({ fact }) => fact);
    expect(starting("partly: ")).toStrictEqual(PARTLY);
    expect(starting("the report contract decides otherwise: ")).toStrictEqual(OTHERWISE);
    expect(starting("not asked for by any option: ")).toStrictEqual(NO_OPTION);
    expect(starting("not yet")).toStrictEqual(NOT_YET);
    const others = [...PARTLY, ...OTHERWISE, ...NO_OPTION, ...NOT_YET];
    expect(starting("yes")).toHaveLength(readings.length - others.length);
  });

  it("shows code for whatever is held, and a test for whatever is held whole", () => {
    for (const { fact, held, code, tests } of readings) {
      if (!held.startsWith("not yet")) expect(code, fact).not.toStrictEqual([]);
      if (!/^(?:not yet|partly)/.test(held)) expect(tests, fact).not.toStrictEqual([]);
    }
  });
});

describe("a reading that is not true", () => {
  const link = (text: string, path: string): Link => ({ text, href: `../${path}` });
  const VOCABULARY = "packages/reconcile/src/settlement/vocabulary.ts";

  it("is found: a name that its file does not define, also where it only uses it", () => {
    const using = link("movedMoney", "packages/reconcile/src/settlement/row-sums.ts");
    const code = [link("BATCH_STATUSES", VOCABULARY), link("BATCH_STATUS", VOCABULARY), using];
    expect(faultsOf({ fact: "", reading: "", held: "yes", code, tests: [] })).toHaveLength(2);
  });

  it("is found: a test that its file does not have", () => {
    const path = "packages/reconcile/test/settlement/prove-settlement.test.ts";
    const tests = [link("drops exact repeats of a row", path), link("drops exact repeats", path)];
    expect(faultsOf({ fact: "", reading: "", held: "yes", code: [], tests })).toHaveLength(1);
  });
});

describe("the limits that the facts ask to be said", () => {
  it("are said in the README", () => {
    const readme = read("README.md");
    expect(readme).toContain("not a bank-deposit reconciliation");
    expect(readme).toMatch(/what was _issued_, never what is valid/);
  });
});
