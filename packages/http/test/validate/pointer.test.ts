// Proves how the way to a value is taken apart, followed, and written for people.

import { describe, expect, it } from "vitest";
import { jsonPath, pointerOf, stepsOf, valueAt } from "../../src/validate/pointer.ts";

describe("a JSON pointer", () => {
  it.each<[string, readonly string[]]>([
    ["", []],
    ["/", [""]],
    ["/rows/0/id", ["rows", "0", "id"]],
    ["/a~1b/c~0d", ["a/b", "c~d"]],
    // The tilde is read last, so that what it begins is not read twice.
    ["/~01/~10", ["~1", "/0"]],
  ])("%j is its steps, and the steps are it", (pointer, steps) => {
    expect(stepsOf(pointer)).toEqual(steps);
    expect(pointerOf(steps)).toBe(pointer);
  });
});

describe("the value at the end of a way", () => {
  const body = { rows: [{ id: "b_1", card: null, total: 5 }], "": "empty" };

  it.each<[readonly string[], unknown]>([
    [[], body],
    [[""], "empty"],
    [["rows", "0", "id"], "b_1"],
    [["rows", "0", "card"], null],
  ])("is found by the steps %j", (steps, value) => {
    expect(valueAt(body, steps)).toBe(value);
  });

  it.each([
    [["rows", "1", "id"]],
    [["rows", "0", "card", "brand"]],
    [["rows", "0", "total", "toFixed"]],
    // A text has a length of its own, and is no object for that.
    [["rows", "0", "id", "length"]],
    [["rows", "0", "id", "0"]],
    [["toString"]],
    [["rows", "map"]],
  ])("is not there by the steps %j", (steps) => {
    expect(valueAt(body, steps)).toBeUndefined();
  });

  it.each([undefined, null, 5, "text", true])("is not there in a body that is %j", (none) => {
    expect(valueAt(none, ["length"])).toBeUndefined();
    expect(valueAt(none, [])).toBe(none);
  });
});

describe("a way as people write it", () => {
  it.each<[readonly string[], string]>([
    [[], "$"],
    [["rows", "3", "total_amount"], "$.rows[3].total_amount"],
    [["$ref", "_x", "a1"], "$.$ref._x.a1"],
    [["1234567890"], "$[1234567890]"],
    [["12345678901"], '$["12345678901"]'],
    [["1a", "", "a b", 'say "x"'], String.raw`$["1a"][""]["a b"]["say \"x\""]`],
    [["a".repeat(61)], `$.${"a".repeat(61)}`],
    [["a".repeat(62)], `$["${"a".repeat(40)}"]`],
    [["of mia@example.com"], '$["of [redacted]"]'],
  ])("is of the steps %j: %s", (steps, path) => {
    expect(jsonPath(steps)).toBe(path);
  });
});
