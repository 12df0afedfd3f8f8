// Proves what is taken by all, any, one or none of several schemas, and which fault is told where none of them is kept to.

import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/schema/faults.ts";
import { all, any, by, later, list, minimum, not, object, oneOf, orNull, when } from "../../src/schema.ts";
import { told } from "./faults-in-words.ts";

const card = object({ card: 1 });
const bank = object({ bank: 1 });

it("a value keeps to all of several schemas, and breaks each by itself", () => {
  const schema = all(card, bank);
  expect(told(schema, { card: "c", bank: "b" })).toEqual([]);
  expect(told(schema, { card: 5 })).toEqual(["$.card: string, got 5", "$.bank: a value, got nothing"]);
  expect(told(all(), 5)).toEqual([]);
});

it("a value that may be null is null or what it is", () => {
  const schema = orNull(object({ id: orNull(1) }));
  for (const value of [null, { id: null }, { id: "a" }]) expect(told(schema, value)).toEqual([]);
  expect(told(schema, { id: 5 })).toEqual(["$.id: string or null, got 5"]);
  // Of what is inside it is not said that it may be null.
  expect(told(orNull(object({ id: 1 })), { id: 5 })).toEqual(["$.id: string, got 5"]);
});

describe("one of several schemas", () => {
  it("is enough where any will do", () => {
    const schema = any(card, bank);
    for (const value of [{ card: "c" }, { bank: "b" }, { card: "c", bank: "b" }, { card: 5, bank: "b" }])
      expect(told(schema, value)).toEqual([]);
    expect(told(schema, {})).toHaveLength(1);
  });

  it("and no other is kept to where it has to be one", () => {
    const schema = oneOf(card, bank);
    for (const value of [{ card: "c" }, { bank: "b" }, { card: 5, bank: "b" }])
      expect(told(schema, value)).toEqual([]);
    expect(told(schema, { card: "c", bank: "b" })).toEqual([
      "$: must match exactly one schema in oneOf, got an object of 2 members",
    ]);
    expect(told(schema, { bank: 5 })).toHaveLength(1);
  });

  it.each([
    ["any", any],
    ["oneOf", oneOf],
  ])("is told by its deepest fault where none is kept to, and types of one place together: %s", (_, of) => {
    expect(told(of(1, 8, 1), 5)).toEqual(["$: string or boolean, got 5"]);
    expect(told(of(1, object({ a: object({ b: 1 }) })), { a: { b: 5 } })).toEqual(["$.a.b: string, got 5"]);
    expect(told(of(object({ a: 1 }), object({ b: 1 })), { a: 5, b: 6 })).toEqual(["$.a: string, got 5"]);
    expect(told(of(object({ a: 1 }), object({ a: 8 })), { a: 5 })).toEqual(["$.a: string or boolean, got 5"]);
    // What is no type is told alone.
    expect(told(of(minimum(9), 1), 5)).toEqual(["$: a number >= 9, got 5"]);
  });
});

it("a value may have to break a schema", () => {
  expect(told(not(1), 5)).toEqual([]);
  expect(told(not(1), "a")).toEqual(["$: must NOT be valid, got a text of 1 characters"]);
});

it("a value that keeps to one schema keeps to another, and else to a third", () => {
  const isCard = object({ kind: 1 });
  const schema = when(isCard, card, bank);
  expect(told(schema, { kind: "k", card: "c" })).toEqual([]);
  expect(told(schema, { bank: "b" })).toEqual([]);
  expect(told(schema, { kind: "k", bank: "b" })).toEqual(["$.card: a value, got nothing"]);
  expect(told(schema, { card: "c" })).toEqual(["$.bank: a value, got nothing"]);
  expect(told(when(isCard, card), {})).toEqual([]);
  expect(told(when(isCard, undefined, bank), { kind: "k" })).toEqual([]);
});

describe("objects that a member tells apart", () => {
  const schema = by("kind", { card, bank });

  it("are each held against the schema that its value names", () => {
    expect(told(schema, { kind: "card", card: "c" })).toEqual([]);
    expect(told(schema, { kind: "bank", card: "c" })).toEqual(["$.bank: a value, got nothing"]);
  });

  it("name one that there is", () => {
    expect(told(schema, { kind: "wallet" })).toEqual(['$.kind: card or bank, got "wallet"']);
    expect(told(schema, { kind: 5 })).toEqual(["$.kind: card or bank, got 5"]);
    expect(told(schema, {})).toEqual(["$.kind: a value, got nothing"]);
    // Every object has these, though not of its own.
    expect(told(schema, { kind: "toString" })).toEqual(['$.kind: card or bank, got "toString"']);
    expect(told(by("toString", { card }), {})).toEqual(["$.toString: a value, got nothing"]);
  });

  it("are objects", () => {
    for (const value of [["a"], "text", null]) expect(told(schema, value)[0]).toContain("$: object, got ");
  });
});

it("a schema that holds itself is held against every level", () => {
  const tree: Schema = later(() => object({ id: 1 }, { parts: list(tree) }));
  expect(told(tree, { id: "a", parts: [{ id: "b", parts: [] }] })).toEqual([]);
  expect(told(tree, { id: "a", parts: [{ id: "b", parts: [{ id: 5 }, {}] }] })).toEqual([
    "$.parts[0].parts[0].id: string, got 5",
    "$.parts[0].parts[1].id: a value, got nothing",
  ]);
});
