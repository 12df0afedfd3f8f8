// Proves for which members of an object each keyword speaks.

import { describe, expect, it } from "vitest";
import { having, matching, names, needs, object, others, pattern } from "../../src/schema.ts";
import { told } from "./faults-in-words.ts";

describe("a pattern of names", () => {
  it("speaks for each member in whose name it finds something, and for no other", () => {
    const schema = matching(/^x-/, 1);
    expect(told(schema, { "x-a": "t", "a-x-": 5, b: 5 })).toEqual([]);
    expect(told(schema, { "x-a": 5, "x-b": "t", "x-c": 6 })).toEqual([
      '$["x-a"]: string, got 5',
      '$["x-c"]: string, got 6',
    ]);
  });
});

describe("what other members are", () => {
  const schema = others(1, ["id", "total"], [/^x-/, /_id$/]);

  it("holds for those that are not named and whose name no pattern covers", () => {
    expect(told(schema, { note: "t" })).toEqual([]);
    expect(told(schema, { id: 5, note: 6, total: 7, code: true })).toEqual([
      "$.note: string, got 6",
      "$.code: string, got true",
    ]);
  });

  it("leaves a member alone whose name any one of several patterns covers", () => {
    expect(told(schema, { "x-a": 5 })).toEqual([]);
    expect(told(schema, { batch_id: 5 })).toEqual([]);
    expect(told(schema, { "x-batch_id": 5 })).toEqual([]);
    expect(told(others(1, [], []), { a: 5 })).toEqual(["$.a: string, got 5"]);
  });
});

it("the names of an object are all held against a schema", () => {
  const schema = names(pattern("^[a-z]+$"));
  expect(told(schema, { a: 1, bc: 2 })).toEqual([]);
  expect(told(schema, { a: 1, B2: 2, c: 3, D: 4 })).toEqual([
    "$: a text like ^[a-z]+$, got a text of 2 characters",
    "$: a text like ^[a-z]+$, got a text of 1 characters",
  ]);
});

describe("a member that brings others with it", () => {
  const schema = needs("card", "expiry", "brand");

  it("needs each of them, where it is there itself", () => {
    expect(told(schema, {})).toEqual([]);
    expect(told(schema, { brand: "v" })).toEqual([]);
    expect(told(schema, { card: "c", expiry: null, brand: "v" })).toEqual([]);
    expect(told(schema, { card: "c", brand: "v" })).toEqual(["$.expiry: a value, got nothing"]);
    expect(told(schema, { card: "c" })).toEqual([
      "$.expiry: a value, got nothing",
      "$.brand: a value, got nothing",
    ]);
  });

  it("finds none of them in what is undefined, or in what every object has", () => {
    expect(told(schema, { card: "c", expiry: undefined, brand: "v" })).toEqual([
      "$.expiry: a value, got nothing",
    ]);
    expect(told(needs("card", "toString"), { card: "c" })).toEqual(["$.toString: a value, got nothing"]);
    expect(told(needs("toString", "card"), {})).toEqual([]);
  });
});

it("a member may say what the object that has it is", () => {
  const schema = having("card", object({ expiry: 1 }));
  expect(told(schema, {})).toEqual([]);
  expect(told(schema, { card: undefined })).toEqual([]);
  expect(told(schema, { card: "c", expiry: "11/26" })).toEqual([]);
  expect(told(schema, { card: null })).toEqual(["$.expiry: a value, got nothing"]);
  expect(told(having("toString", 0), {})).toEqual([]);
});

it.each([
  ["a pattern of names", matching(/./, 0)],
  ["other members", others(0, [], [])],
  ["names", names(0)],
  ["a member that brings others with it", needs("length", "x")],
  ["a member that says what the object is", having("length", 0)],
])("%s: what is no object is none of its concern", (_, schema) => {
  for (const value of [["a"], "text", 5, true, null, undefined]) expect(told(schema, value)).toEqual([]);
});
