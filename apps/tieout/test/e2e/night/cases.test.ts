import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { caseTables, hasTest } from "../case-tables.ts";

const FOLDER = "apps/tieout/test/e2e/night";

const [cases = [], rules = []] = caseTables(FOLDER);

describe("the tables of the cases of sources, windows and clocks", () => {
  it("has every case, once and in order", () => {
    const numbers = Array.from({ length: 15 }, (_, index) => index + 12).filter(
      (one) => one !== 22 && one !== 24,
    );
    expect(cases.map(({ name }) => name)).toEqual(numbers.map((number) => `P${number}`));
  });

  it.each([...cases, ...rules])("names tests of $name that exist", ({ tests }) => {
    expect(tests).not.toEqual([]);
    for (const { href, text } of tests)
      expect(hasTest(posix.join(FOLDER, href), text), `${href}: ${text}`).toBe(true);
  });
});
