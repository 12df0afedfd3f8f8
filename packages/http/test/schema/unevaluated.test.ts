// Proves what of a value is left over by the other keywords of its schema, and that it alone is held against another.

import { describe, expect, it } from "vitest";
import { object, unevaluated } from "../../src/schema.ts";
import { told } from "./faults-in-words.ts";

const nothing = (step: string, actual: string): string => `$${step}: nothing, got ${actual}`;

describe("of an object", () => {
  it("members are left over that are not named and whose name no pattern covers", () => {
    const schema = unevaluated(0, { names: ["id", "total"], patterns: [/^x-/, /_id$/] });
    expect(told(schema, { id: 1, total: 2, "x-a": 3, batch_id: 4 })).toEqual([]);
    expect(told(schema, { id: 1, note: 5, total: 2, code: true })).toEqual([
      nothing(".note", "5"),
      nothing(".code", "true"),
    ]);
  });

  it("those may be there that keep to the schema for what is left over", () => {
    const schema = unevaluated(1, { names: ["id"] });
    expect(told(schema, { id: 1, note: "t" })).toEqual([]);
    expect(told(schema, { id: 1, note: 5 })).toEqual(["$.note: string, got 5"]);
  });

  it("nothing is left over where another keyword looks at all of it", () => {
    expect(told(unevaluated(0, { isAll: true }), { a: 1 })).toEqual([]);
    expect(told(unevaluated(0, { isAll: false }), { a: 1 })).toEqual([nothing(".a", "1")]);
    expect(told(unevaluated(0, {}), { a: 1 })).toEqual([nothing(".a", "1")]);
  });

  it("what a schema looks at counts where the object keeps to that schema", () => {
    const card = object({ kind: 1, card: 1 });
    const bank = object({ kind: 1, bank: 1 });
    const schema = unevaluated(0, {
      when: [
        [card, { names: ["kind", "card"] }],
        [bank, { names: ["kind", "bank"] }],
      ],
    });
    expect(told(schema, { kind: "k", card: "c" })).toEqual([]);
    expect(told(schema, { kind: "k", bank: "b" })).toEqual([]);
    expect(told(schema, { kind: "k", card: "c", bank: "b" })).toEqual([]);
    expect(told(schema, { kind: "k", card: "c", bank: 5 })).toEqual([nothing(".bank", "5")]);
    expect(told(schema, { kind: "k" })).toEqual(["$.kind: nothing, got a text of 1 characters"]);
  });
});

describe("of a list", () => {
  it("items are left over behind those that are looked at by their place", () => {
    const schema = unevaluated(1, { items: 2 }, true);
    expect(told(schema, [1, 2])).toEqual([]);
    expect(told(schema, [1, 2, "t"])).toEqual([]);
    expect(told(schema, [1, 2, 3, "t", 5])).toEqual(["$[2]: string, got 3", "$[4]: string, got 5"]);
  });

  it("items are left over that are not such as one has to be", () => {
    expect(told(unevaluated(0, { contains: 1 }, true), ["a", 5, "b"])).toEqual([nothing("[1]", "5")]);
  });
});

it("a list is none of the concern of what is left over of an object, nor the other way round", () => {
  for (const value of [["a"], "text", 5, true, null, undefined])
    expect(told(unevaluated(0, {}), value)).toEqual([]);
  for (const value of [{ a: 1 }, "text", 5, true, null, undefined])
    expect(told(unevaluated(0, {}, true), value)).toEqual([]);
});
