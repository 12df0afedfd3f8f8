// Proves that every list of values in a spec reaches the generated code, and under which name.

import { describe, expect, it } from "vitest";
import { type JsonObject, SpecRefused, vocabulariesOf, writeVocabularies } from "../src/index.ts";

const withSchemas = (schemas: JsonObject): JsonObject => ({ components: { schemas } });

describe("the vocabularies of a spec", () => {
  it("are its closed sets and the known values of its open ones, by schema and member", () => {
    const document = withSchemas({
      Status: { type: "string", enum: ["open", "shut"] },
      Kind: { type: "string", "x-known-values": ["sale"] },
      Till: {
        type: "object",
        properties: {
          mode: { type: ["string", "null"], enum: ["live", "test", null] },
          drawers: { type: "array", items: { properties: { side: { enum: ["left", "right"] } } } },
          count: { type: "integer", enum: [1, 2] },
        },
      },
    });
    expect(vocabulariesOf(document)).toStrictEqual([
      { name: "Status", values: ["open", "shut"] },
      { name: "Kind", values: ["sale"] },
      { name: "Till.mode", values: ["live", "test"] },
      { name: "Till.drawers.side", values: ["left", "right"] },
    ]);
    expect(writeVocabularies(document)).toContain('  "Till.mode": ["live", "test"],\n');
  });

  it("join what the branches of a choice list", () => {
    const document = withSchemas({
      Card: {
        anyOf: [
          { properties: { type: { enum: ["a", "b"] } } },
          { properties: { type: { enum: ["b", "c"] } } },
        ],
      },
    });
    expect(vocabulariesOf(document)).toStrictEqual([{ name: "Card.type", values: ["a", "b", "c"] }]);
  });

  it.each([
    [{ type: "string", "x-known-values": ["a", "a"] }, "x-known-values is a list of texts, each once"],
    [{ type: "string", "x-known-values": [1] }, "x-known-values is a list of texts, each once"],
    [{ type: "string", "x-known-values": ["a"], enum: ["a"] }, "enum closes the set"],
  ])("refuse %j", (schema, reason) => {
    expect(() => vocabulariesOf(withSchemas({ Status: schema }))).toThrow(SpecRefused);
    expect(() => vocabulariesOf(withSchemas({ Status: schema }))).toThrow(`Status: ${reason}`);
  });

  it("are an empty record where the spec lists none", () => {
    expect(writeVocabularies({})).toContain("export const vocabularies = {} as const;");
  });
});
