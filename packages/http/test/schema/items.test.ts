// Proves what is said of the items of a list: by their place, of each, and of how many.

import { describe, expect, it } from "vitest";
import { contains, list, maxItems, minItems, tuple, uniqueItems } from "../../src/schema.ts";
import { told } from "./faults-in-words.ts";

describe("a list by places", () => {
  it("has a schema for each of its first items, and one for the rest", () => {
    const schema = tuple([1, 2], 8);
    expect(told(schema, [])).toEqual([]);
    expect(told(schema, ["a"])).toEqual([]);
    expect(told(schema, ["a", 1, true, false])).toEqual([]);
    expect(told(schema, [1, 1, true, "b"])).toEqual([
      "$[0]: string, got 1",
      "$[3]: boolean, got a text of 1 characters",
    ]);
  });

  it("may go on with anything where nothing is said of the rest", () => {
    expect(told(tuple([1]), ["a", null, {}, undefined])).toEqual([]);
  });
});

it("each item of a list is held against its schema, and every fault is told with its place", () => {
  expect(told(list(1), ["a", "b"])).toEqual([]);
  expect(told(list(1), [1, "b", null])).toEqual(["$[0]: string, got 1", "$[2]: string, got null"]);
  expect(told(list(list(2)), [[1], [2, 2.5]])).toEqual(["$[1][1]: integer, got 2.5"]);
});

describe("a list that contains something", () => {
  it("does so once at least, where no number is said", () => {
    const schema = contains(1);
    expect(told(schema, [5, "a"])).toEqual([]);
    expect(told(schema, ["a", "b", "c"])).toEqual([]);
    expect(told(schema, [5])).toEqual(["$: must contain at least 1 valid item(s), got a list of 1"]);
    expect(told(schema, [])).toHaveLength(1);
  });

  it("does so as often as is said, the limits included", () => {
    const schema = contains(1, 2, 3);
    const fault = "must contain at least 2 and no more than 3 valid item(s)";
    expect(told(schema, ["a", 5])).toEqual([`$: ${fault}, got a list of 2`]);
    expect(told(schema, ["a", 5, "b"])).toEqual([]);
    expect(told(schema, ["a", "b", "c", 5, 6])).toEqual([]);
    expect(told(schema, ["a", "b", "c", "d"])).toEqual([`$: ${fault}, got a list of 4`]);
    expect(told(contains(1, 0), [5])).toEqual([]);
  });
});

it("the length of a list may be the limit itself, and not one more or less", () => {
  expect(told(minItems(2), [1, 2])).toEqual([]);
  expect(told(minItems(2), [1])).toEqual(["$: at least 2 items, got a list of 1"]);
  expect(told(maxItems(2), [1, 2])).toEqual([]);
  expect(told(maxItems(2), [1, 2, 3])).toEqual(["$: at most 2 items, got a list of 3"]);
});

it.each([
  ["places", tuple([0], 0)],
  ["items", list(0)],
  ["what is contained", contains(0)],
  ["no two that are the same", uniqueItems],
  ["a least length", minItems(9)],
  ["a longest length", maxItems(0)],
])("%s: what is no list is none of its concern", (_, schema) => {
  for (const value of [{ 0: "a", length: 1 }, "text", 5, true, null, undefined])
    expect(told(schema, value)).toEqual([]);
});
