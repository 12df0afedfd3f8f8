import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { caseTables, hasTest } from "../case-tables.ts";

const FOLDER = "apps/tieout/test/e2e/wire";

const [cases = []] = caseTables(FOLDER);

describe("the table of the cases of the wire", () => {
  it("has every case, once and in order", () => {
    const names = Array.from({ length: 10 }, (_, index) => `W${index + 1}`);
    expect(cases.map(({ name }) => name)).toEqual([...names, "N8"]);
  });

  it.each(cases)("names tests of $name that exist", ({ tests }) => {
    expect(tests).not.toEqual([]);
    for (const { href, text } of tests)
      expect(hasTest(posix.join(FOLDER, href), text), `${href}: ${text}`).toBe(true);
  });
});
