import { expect, it } from "vitest";
import { describeIssues } from "../../src/validate/describe-issue.ts";

const expected = (keyword: string, params: Readonly<Record<string, unknown>>): string =>
  describeIssues({ a: [1] }, [{ instancePath: "/a", schemaPath: "#", keyword, params }]).expected;

it.each([
  ["minLength", "at least 2 characters"],
  ["maxLength", "at most 2 characters"],
  ["minItems", "at least 2 items"],
  ["maxItems", "at most 2 items"],
  ["minProperties", "at least 2 members"],
  ["maxProperties", "at most 2 members"],
])("says of %s what is counted: %s", (keyword, said) => {
  expect(expected(keyword, { limit: 2 })).toBe(said);
});
