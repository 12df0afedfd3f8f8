// Proves when two values of JSON are the same.

import { describe, expect, it } from "vitest";
import { constant, uniqueItems, values, valuesLike } from "../../src/schema.ts";
import { told } from "./faults-in-words.ts";

const isSame = (one: unknown, other: unknown): boolean => told(constant(one), other).length === 0;

describe("two values are the same", () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    ["a", "a"],
    [null, null],
    [{}, {}],
    [[], []],
    [
      { a: 1, b: [null, { c: "t" }] },
      { b: [null, { c: "t" }], a: 1 },
    ],
  ])("in whichever order their members are: %j, %j", (one, other) => {
    expect(isSame(one, other)).toBe(true);
    expect(isSame(other, one)).toBe(true);
  });
});

describe("two values are not the same", () => {
  it.each<[unknown, unknown]>([
    [1, "1"],
    [0, null],
    [{}, null],
    [[], null],
    [{}, "{}"],
    [{}, []],
    [{ 0: "a" }, ["a"]],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    // Every object has one, though not of its own.
    [{ toString: 1 }, { a: 1 }],
  ])("by one place in which they differ: %j, %j", (one, other) => {
    expect(isSame(one, other)).toBe(false);
    expect(isSame(other, one)).toBe(false);
  });
});

it("one of several values is enough, and lists and objects are known by what they hold", () => {
  const like = valuesLike({ a: [1] }, [2], null, "x");
  for (const value of [{ a: [1] }, [2], null, "x"]) expect(told(like, value)).toEqual([]);
  for (const value of [{ a: [2] }, [2, 2], "y", undefined]) expect(told(like, value)).toHaveLength(1);
  expect(told(valuesLike("x", null), "y")).toEqual(['$: one of x, null, got "y"']);
  const known = values("x", 5, null);
  for (const value of ["x", 5, null]) expect(told(known, value)).toEqual([]);
  for (const value of ["5", 0, {}, undefined]) expect(told(known, value)).toHaveLength(1);
});

it("no two items of a list are the same", () => {
  const twice = ["$: must NOT have duplicate items, got a list of 3"];
  expect(told(uniqueItems, [1, "1", null, {}, [], { a: 1 }, { a: 2 }, { b: 1 }, [1], true, "true"])).toEqual(
    [],
  );
  expect(told(uniqueItems, [1, 2, 1])).toEqual(twice);
  expect(told(uniqueItems, [null, {}, null])).toEqual(twice);
  expect(told(uniqueItems, [{ a: 1, b: 2 }, { a: 1 }, { b: 2, a: 1 }])).toEqual(twice);
  expect(told(uniqueItems, [[1], [2], [1]])).toEqual(twice);
});
