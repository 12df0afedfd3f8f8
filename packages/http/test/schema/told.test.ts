// Proves in which words a fault is told, and that nothing personal is among them.

import { expect, it } from "vitest";
import type { Schema } from "../../src/schema/faults.ts";
import {
  all,
  any,
  by,
  constant,
  format,
  maxItems,
  maximum,
  maxLength,
  maxProperties,
  minItems,
  minLength,
  minProperties,
  multipleOf,
  nothing,
  object,
  oneOf,
  orNull,
  pattern,
  values,
} from "../../src/schema.ts";
import { faultsOf, told } from "./faults-in-words.ts";

const [a, b] = [object({ a: 1 }), object({ a: object({ b: 2 }) })];

it.each<[Schema, unknown, string]>([
  [1, 5, "$: string, got 5"],
  [65, [1], "$: string or null, got a list of 1"],
  [6, "5", '$: integer or number, got "5"'],
  [0, true, "$: nothing, got true"],
  [256, 1.5, "$: integer, got 1.5"],
  [2, 2 ** 53, "$: a number <= 9007199254740991, got about 9007199254740992"],
  [2, -(2 ** 53), "$: a number >= -9007199254740991, got about -9007199254740992"],
  [orNull(1), 5, "$: string or null, got 5"],
  [any(1, 2), false, "$: string or integer, got false"],
  // The deepest fault is the most precise.
  [any(a, b), { a: { b: "x" } }, "$.a.b: integer, got a text of 1 characters"],
  [
    oneOf(object({ a: 1 }), object({ a: 1 })),
    { a: "a" },
    "$: must match exactly one schema in oneOf, got an object of 1 members",
  ],
  [by("kind", { card: a, bank: b }), { kind: "wallet" }, '$.kind: card or bank, got "wallet"'],
  [by("kind", { card: a }), {}, "$.kind: a value, got nothing"],
  [values("card", "bank"), "paid_out", '$: one of card, bank, got "paid_out"'],
  [constant("paid"), "paid_out", '$: "paid", got "paid_out"'],
  [minLength(2), "a", "$: at least 2 characters, got a text of 1 characters"],
  [maxLength(2), "abc", "$: at most 2 characters, got a text of 3 characters"],
  [minItems(2), [], "$: at least 2 items, got a list of 0"],
  [maxItems(0), [1], "$: at most 0 items, got a list of 1"],
  [minProperties(2), {}, "$: at least 2 members, got an object of 0 members"],
  [maxProperties(0), { a: 1 }, "$: at most 0 members, got an object of 1 members"],
  [pattern("^a/b"), "paid", "$: a text like ^a/b, got a text of 4 characters"],
  [format("date", /^$/), "2026-02-30", '$: a text of the format date, got "2026-02-30"'],
  [multipleOf(5), 7, "$: a multiple of 5, got 7"],
  [object({}, {}, { others: nothing }), { a: 1 }, "$.a: nothing: the spec has no such member, got a value"],
])("%#: says what was wanted and what came", (schema, value, expected) => {
  expect(told(schema, value)).toStrictEqual([expected]);
});

it("finds every fault, what is missing first", () => {
  expect(told(all(32, object({ a: 1, b: 2 }, { c: 8 })), { b: "x", c: 1 })).toStrictEqual([
    "$.a: a value, got nothing",
    "$.b: integer, got a text of 1 characters",
    "$.c: boolean, got 1",
  ]);
});

const CARD = "4111111111111111";

it.each<[string, Schema, unknown, string]>([
  ["a number where a text is wanted", 1, Number(CARD), "[redacted]"],
  ["a number where one of a list is wanted", values("a"), Number(CARD), "[redacted]"],
  ["a text where one of a list is wanted", values("a"), CARD, "a text of 16 characters"],
  ["a text where a day is wanted", format("date", /^$/), CARD, "a text of 16 characters"],
  ["a few digits", 1, 42, "42"],
  ["a number where a number is wanted", maximum(1), Number(CARD), CARD],
  ["a text where a number is wanted", 2, "900719925474", '"900719925474"'],
])("shows digits as many as a card has where a number belongs alone: %s", (_, schema, value, said) => {
  expect(faultsOf(schema, value)[0]?.actual).toBe(said);
});

it("names the way to a value without what may be personal in names from outside", () => {
  const member = `${"x".repeat(30)} ${CARD} of ana@people.example`;
  const schema = object({}, {}, { others: object({}, {}, { others: 1 }) });
  expect(told(schema, { [member]: { a: 1 } })).toStrictEqual([
    `$["${"x".repeat(30)} [redacted"].a: string, got 1`,
  ]);
});
