import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/cli/exit-code.ts";
import { tablesOf } from "./markdown.ts";
import { read } from "./repository.ts";
import { faultsOf } from "./traceability.ts";

const PAGE = "docs/report-rules.md";

const rules = tablesOf(read(PAGE)).flatMap(({ rows }) =>
  rows.map(([rule, said, code, tests]) => ({
    rule: rule?.text ?? "",
    said: said?.links ?? [],
    code: code?.links ?? [],
    tests: tests?.links ?? [],
  })),
);

describe("docs/report-rules.md", () => {
  it.each(rules)("leads to code and tests that exist: $rule", (rule) => {
    expect(faultsOf(rule)).toStrictEqual([]);
  });

  it("leads from every rule to where users read it, to code, and to a test", () => {
    for (const { rule, said, code, tests } of rules)
      expect(
        [said.length, code.length, tests.length].every((count) => count > 0),
        rule,
      ).toBe(true);
  });

  it.each(["Exit codes", "Lock", "Deadline", "latest", "Settled batches are not read again"])(
    "has one rule that begins with what a reader looks for first: %s",
    (words) => {
      expect(rules.filter(({ rule }) => rule.replaceAll("`", "").startsWith(words))).toHaveLength(1);
    },
  );

  it("says of every exit code when it comes", () => {
    const [exits] = tablesOf(read(PAGE));
    const said = (exits?.rows ?? []).map(([rule]) => rule?.text ?? "").join(" ");
    for (const code of Object.values(EXIT)) expect(said).toMatch(new RegExp(`\\b${code}\\b`));
  });
});
