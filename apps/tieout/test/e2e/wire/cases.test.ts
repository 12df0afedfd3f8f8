import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { tablesOf } from "../../docs/markdown.ts";
import { read } from "../../docs/repository.ts";

const FOLDER = "apps/tieout/test/e2e/wire";

const cases = tablesOf(read(join(FOLDER, "README.md"))).flatMap(({ rows }) =>
  rows.map(([name, , tests]) => ({ name: name?.text ?? "", tests: tests?.links ?? [] })),
);

/** Whether a file has a test of this title, as it stands in its source. */
const hasTest = (path: string, title: string): boolean =>
  [`"${title.replaceAll('"', '\\"')}"`, `\`${title}\``].some((quoted) => read(path).includes(quoted));

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
