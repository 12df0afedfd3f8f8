// Proves how texts are measured and what they are held against.

import { describe, expect, it } from "vitest";
import { format, maxLength, minLength, pattern } from "../../src/schema.ts";
import { told } from "./faults-in-words.ts";

describe("the length of a text", () => {
  it("may be the limit itself, and not one more or less", () => {
    expect(told(maxLength(3), "abc")).toEqual([]);
    expect(told(maxLength(3), "abcd")).toEqual(["$: at most 3 characters, got a text of 4 characters"]);
    expect(told(minLength(3), "abc")).toEqual([]);
    expect(told(minLength(3), "ab")).toEqual(["$: at least 3 characters, got a text of 2 characters"]);
    expect(told(maxLength(0), "")).toEqual([]);
    expect(told(minLength(0), "")).toEqual([]);
  });

  it("is counted in characters, of which one may be two units", () => {
    const three = "😀b😀";
    expect(told(maxLength(3), three)).toEqual([]);
    expect(told(maxLength(2), three)).toHaveLength(1);
    expect(told(minLength(3), three)).toEqual([]);
    expect(told(minLength(4), three)).toHaveLength(1);
    // As many units as twice the limit are as many characters as it, if all are pairs.
    expect(told(minLength(3), "😀😀😀")).toEqual([]);
    expect(told(minLength(4), "😀😀😀")).toHaveLength(1);
    expect(told(maxLength(3), "😀😀😀")).toEqual([]);
  });
});

it("a text is of a format by an expression or by a function", () => {
  const day = format("date", /^\d{4}-\d\d-\d\d$/);
  expect(told(day, "2026-11-20")).toEqual([]);
  expect(told(day, "20/11/2026")).toEqual(["$: a text of the format date, got a text of 10 characters"]);
  const even = format("even", (text) => text.length % 2 === 0);
  expect(told(even, "ab")).toEqual([]);
  expect(told(even, "abc")).toEqual(["$: a text of the format even, got a text of 3 characters"]);
});

it("a pattern finds something anywhere in a text, and reads it by characters unless it says otherwise", () => {
  expect(told(pattern("b+"), "abbc")).toEqual([]);
  expect(told(pattern("^.$"), "😀")).toEqual([]);
  expect(told(pattern("^.$", ""), "😀")).toEqual(["$: a text like ^.$, got a text of 2 characters"]);
});

it.each([
  ["a least length", minLength(9)],
  ["a longest length", maxLength(0)],
  ["a pattern", pattern("^$")],
  ["a format", format("none", () => false)],
])("%s: what is no text is none of its concern", (_, schema) => {
  for (const value of [["a"], { a: 1 }, 5, true, null, undefined]) expect(told(schema, value)).toEqual([]);
});
