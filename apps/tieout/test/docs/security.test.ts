import { describe, expect, it } from "vitest";
import { FINDERS, WAYS } from "../e2e/forge/ways.ts";
import { tablesOf } from "./markdown.ts";
import { read } from "./repository.ts";
import { faultsOf } from "./traceability.ts";

// What these tests prove: docs/security.md says of every way of tampering that is tried who finds it, and leads from
// every other claim to a test.

const tables = tablesOf(read("docs/security.md"));

const claims = tables
  .filter(({ header }) => header.at(-1) === "test")
  .flatMap(({ rows }) =>
    rows.map(([claim, said, tests]) => ({
      claim: claim?.text ?? "",
      said: said?.text ?? "",
      tests: tests?.links ?? [],
    })),
  );

describe("docs/security.md", () => {
  it("names every way of tampering that is tried, and who finds it", () => {
    const [ways] = tables.filter(
      ({ header }) => header.length === FINDERS.length + 1 && header.at(-1) !== "test",
    );
    expect(ways?.rows.map((row) => row.map(({ text }) => text))).toEqual(
      WAYS.map(({ what, found }) => [
        what,
        ...FINDERS.map((finder) => (found.includes(finder) ? "found" : "not found")),
      ]),
    );
  });

  it.each(claims)("leads to tests that exist: $claim", ({ said, tests }) => {
    expect(said).toMatch(/^(?:yes|no|named)\b/);
    expect(tests.length).toBeGreaterThan(0);
    expect(faultsOf({ code: [], tests })).toStrictEqual([]);
  });

  it("says what is not found, of more than one person", () => {
    expect(claims.filter(({ said }) => said === "no").length).toBeGreaterThan(3);
  });
});
