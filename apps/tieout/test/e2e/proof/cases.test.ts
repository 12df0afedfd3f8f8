import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { caseTables, hasTest } from "../case-tables.ts";

const FOLDER = "apps/tieout/test/e2e/proof";

const [cases = [], rules = []] = caseTables(FOLDER);

describe("the tables of the cases of the proof", () => {
  it("has every case, once and in order", () => {
    const names = Array.from({ length: 11 }, (_, index) => `P${index + 1}`);
    expect(cases.map(({ name }) => name)).toEqual([...names, "P22", "P24"]);
  });

  it.each([...cases, ...rules])("names tests of $name that exist", ({ tests }) => {
    expect(tests).not.toEqual([]);
    for (const { href, text } of tests)
      expect(hasTest(posix.join(FOLDER, href), text), `${href}: ${text}`).toBe(true);
  });
});
