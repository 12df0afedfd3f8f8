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

const CARD = "4111111111111111";

it.each([
  ["a number where a text is wanted", "type", { type: "string" }, Number(CARD), "[redacted]"],
  ["a number where one of a list is wanted", "enum", { allowedValues: ["a"] }, Number(CARD), "[redacted]"],
  ["a text where one of a list is wanted", "enum", { allowedValues: ["a"] }, CARD, "a text of 16 characters"],
  ["a text where a day is wanted", "format", { format: "date" }, CARD, "a text of 16 characters"],
  ["a few digits", "type", { type: "string" }, 42, "42"],
  ["a number where a number is wanted", "maximum", { limit: 1, comparison: "<=" }, Number(CARD), CARD],
  ["a text where a number is wanted", "type", { type: "integer" }, "900719925474", '"900719925474"'],
])("shows digits as many as a card has where a number belongs alone: %s", (_, keyword, params, a, said) => {
  expect(describeIssues({ a }, [{ instancePath: "/a", schemaPath: "#", keyword, params }]).actual).toBe(said);
});

it("names the way to a value without what may be personal in names from outside", () => {
  const member = `${"x".repeat(30)} ${CARD} of ana@people.example`;
  const issue = { instancePath: `/known/${member}/0`, schemaPath: "#", keyword: "maxLength", params: {} };
  expect(describeIssues({}, [issue]).path).toBe(`$.known["${"x".repeat(30)} [redacted"][0]`);
});
