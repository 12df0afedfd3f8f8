import { describe, expect, it } from "vitest";
import { type Link, tablesOf } from "./markdown.ts";
import { read } from "./repository.ts";
import { faultsOf, type Held } from "./traceability.ts";

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

interface Reading extends Held {
  readonly fact: string;
  readonly reading: string;
  readonly held: string;
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
    expect(faultsOf({ code, tests: [] })).toHaveLength(2);
  });

  it("is found: a test that its file does not have", () => {
    const path = "packages/reconcile/test/settlement/prove-settlement.test.ts";
    const tests = [link("drops exact repeats of a row", path), link("drops exact repeats", path)];
    expect(faultsOf({ code: [], tests })).toHaveLength(1);
  });
});

describe("the limits that the facts ask to be said", () => {
  it("are said in the README", () => {
    const readme = read("README.md");
    expect(readme).toContain("not a bank-deposit reconciliation");
    expect(readme).toMatch(/what was _issued_, never what is valid/);
  });
});
