import { describe, expect, it } from "vitest";
import { headersOf, type Violation } from "../../src/index.ts";

describe.each([
  ["integer", "12", 12],
  ["integer", "-1", -1],
  ["number", "1.5", 1.5],
  ["boolean", "true", true],
  ["boolean", "false", false],
  ["text", "", ""],
] as const)("a header that is documented as %s", (kind, text, value) => {
  it(`is read as what it says: ${text}`, () => {
    const read = headersOf({ "x-one": kind });
    expect(read(new Headers({ "x-one": text }), { operation: "find" })).toStrictEqual({ "x-one": value });
  });
});

it.each([
  ["integer", "1.5", "an integer"],
  ["integer", "9007199254740993", "an integer"],
  ["number", "", "a number"],
  ["number", "Infinity", "a number"],
  ["number", "1,5", "a number"],
  ["boolean", "TRUE", "true or false"],
  ["boolean", "", "true or false"],
] as const)("a header that is documented as %s and is %j is left out and told", (kind, text, expected) => {
  const told: Violation[] = [];
  const read = headersOf({ "x-one": kind });
  const onViolation = (violation: Violation) => told.push(violation);
  expect(read(new Headers({ "x-one": text }), { operation: "find", onViolation })).toStrictEqual({});
  const actual = `a text of ${text.length} characters`;
  expect(told).toStrictEqual([
    { operation: "find", path: "headers.x-one", expected, actual, leftOut: "field" },
  ]);
});
