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

it("says of a text that is none of a list which there are, where that is known", () => {
  expect(expected("enum", { allowedValues: ["card", "bank"] })).toBe("one of card, bank");
  expect(expected("enum", {})).toBe("a listed value");
});

it("says of what chooses between branches which there are, whatever else is wrong", () => {
  const wanted = describeIssues({ type: "wallet" }, [
    { instancePath: "/type", schemaPath: "#", keyword: "enum", params: { allowedValues: ["card", "bank"] } },
    { instancePath: "", schemaPath: "#", keyword: "discriminator", params: { tag: "type" } },
  ]);
  expect(wanted.expected).toBe("card or bank");
});

it.each([
  ["enum", '"paid_out"'],
  ["const", '"paid_out"'],
  ["minLength", "a text of 8 characters"],
  ["type", "a text of 8 characters"],
])("shows a text of %s only where no person stands: %s", (keyword, said) => {
  const issue = { instancePath: "/a", schemaPath: "#", keyword, params: { type: "string" } };
  expect(describeIssues({ a: "paid_out" }, [issue]).actual).toBe(said);
});
