// Proves which members an object must, may and may not have.

import { describe, expect, it } from "vitest";
import {
  answersAlone,
  maxProperties,
  minProperties,
  nothing,
  object,
  places,
  requestsAlone,
} from "../../src/schema.ts";
import { told } from "./faults-in-words.ts";

describe("an object", () => {
  const schema = object({ id: 1, total: 2 }, { note: 1 });

  it("has what it must have, and may have the rest", () => {
    expect(told(schema, { id: "a", total: 1 })).toEqual([]);
    expect(told(schema, { note: "n", total: 1, id: "a", more: null })).toEqual([]);
    expect(told(schema, { note: "n" })).toEqual([
      "$.id: a value, got nothing",
      "$.total: a value, got nothing",
    ]);
    expect(told(schema, { id: "a", note: 5, total: "x" })).toEqual([
      "$.note: string, got 5",
      "$.total: integer, got a text of 1 characters",
    ]);
  });

  it("does not have what is undefined", () => {
    expect(told(schema, { id: undefined, total: 1, note: undefined })).toEqual([
      "$.id: a value, got nothing",
    ]);
  });

  it("is held against the same schema again, whatever the order of its members was before", () => {
    const rows = [
      { id: "a", total: 1, note: "n" },
      { note: "n", id: "a", total: 1 },
      { total: 1, more: 5, id: "a" },
      { id: "a", total: 1 },
    ];
    for (const row of [...rows, ...rows.toReversed()]) expect(told(schema, row)).toEqual([]);
    for (const row of rows)
      expect(told(schema, { ...row, total: "x" })).toEqual(["$.total: integer, got a text of 1 characters"]);
    for (const { total: _, ...row } of rows)
      expect(told(schema, row)).toEqual(["$.total: a value, got nothing"]);
  });

  it("may have no others, or such as a schema says", () => {
    const closed = object({ id: 1 }, {}, { others: nothing });
    expect(told(closed, { id: "a" })).toEqual([]);
    expect(told(closed, { id: "a", more: 5 })).toEqual([
      "$.more: nothing: the spec has no such member, got a value",
    ]);
    expect(told(object({}, {}, { others: 2 }), { a: 1, b: "x" })).toEqual([
      "$.b: integer, got a text of 1 characters",
    ]);
  });

  it("may have as many members as the limit, and not one more or less", () => {
    expect(told(minProperties(2), { a: 1, b: 2 })).toEqual([]);
    expect(told(minProperties(2), { a: 1 })).toEqual(["$: at least 2 members, got an object of 1 members"]);
    expect(told(maxProperties(1), { a: 1 })).toEqual([]);
    expect(told(maxProperties(1), { a: 1, b: 2 })).toEqual([
      "$: at most 1 members, got an object of 2 members",
    ]);
  });

  it.each([
    ["members", object({ id: 1 })],
    ["a least number", minProperties(9)],
    ["a largest number", maxProperties(0)],
  ])("%s: what is no object is none of its concern", (_, one) => {
    for (const value of [["a"], "text", 5, true, null, undefined]) expect(told(one, value)).toEqual([]);
  });
});

it("the parameters of a call are by place, then name, and there are no others", () => {
  const schema = places([{ id: 1 }], [{}, { limit: 2 }], undefined, [{ session: 1 }]);
  const right = { path: { id: "a" }, query: {}, header: {}, cookie: { session: "s" } };
  expect(told(schema, right)).toEqual([]);
  expect(told(schema, { ...right, query: { limit: 5 } })).toEqual([]);
  expect(told(schema, { path: {}, query: { limt: 5 }, header: { a: 1 }, cookie: { session: 5 } })).toEqual([
    "$.path.id: a value, got nothing",
    "$.query.limt: nothing: the spec has no such parameter, got a value",
    "$.header.a: nothing: the spec has no such parameter, got a value",
    "$.cookie.session: string, got 5",
  ]);
});

it("a member that the spec has on one side alone is told as that", () => {
  const schema = object({}, { password: requestsAlone, id: answersAlone });
  expect(told(schema, {})).toEqual([]);
  expect(told(schema, { password: "p", id: "a" })).toEqual([
    "$.password: nothing: the spec has it in requests alone, got a value",
    "$.id: nothing: the spec has it in answers alone, got a value",
  ]);
});
