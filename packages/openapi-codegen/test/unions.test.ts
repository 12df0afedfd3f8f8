// Proves that a fault inside a union is that of the branch meant, and what the switch for open answers opens.

import { ContractBroken } from "@tieout/http";
import { describe, expect, it } from "vitest";
import { filesOf, type JsonObject, vocabulariesOf } from "../src/index.ts";
import { documentWith, generatedClient } from "./generated-client.ts";

const branch = (type: JsonObject, rest: JsonObject): JsonObject => ({
  type: "object",
  required: ["type", ...Object.keys(rest)],
  properties: { type, ...rest },
});
const schemas: JsonObject = {
  Card: branch({ const: "card" }, { last4: { type: "string" } }),
  Bank: branch({ type: "string", enum: ["bank"] }, { iban: { type: "string" } }),
  NamedCard: branch({ type: "string" }, { last4: { type: "string" } }),
  NamedBank: branch({ type: "string" }, { iban: { type: "string" } }),
  State: { type: "string", enum: ["open", "shut"] },
};
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const answering = (schema: JsonObject, root: JsonObject = {}): JsonObject =>
  documentWith(
    { responses: { "200": { description: "", content: { "application/json": { schema } } } } },
    { components: { schemas }, ...root },
  );

const resultOf = async (document: JsonObject, body: unknown): Promise<unknown> => {
  const client = await generatedClient(document, {
    answer: (response) => response.setHeader("content-type", "application/json").end(JSON.stringify(body)),
  });
  return client.call("findThings").then(
    ({ data }) => data,
    (error: unknown) => {
      expect(error).toBeInstanceOf(ContractBroken);
      return String(error).split("findThings: ")[1];
    },
  );
};

const discriminated = (mapping?: JsonObject): JsonObject => ({
  oneOf: [ref("NamedCard"), ref("NamedBank")],
  discriminator: { propertyName: "type", ...(mapping && { mapping }) },
});
const mapping = { card: "#/components/schemas/NamedCard", bank: "NamedBank" };

describe.each([
  ["anyOf", { anyOf: [ref("Card"), ref("Bank")] }],
  ["oneOf", { oneOf: [ref("Card"), ref("Bank")] }],
  ["a discriminator with mapping", discriminated(mapping)],
  ["one of them null", { anyOf: [ref("Card"), ref("Bank"), { type: "null" }] }],
])("a union by %s", (_, schema: JsonObject) => {
  it.each([[{ type: "card", last4: "4242" }], [{ type: "bank", iban: "DE1" }]])("takes %j", async (body) => {
    expect(await resultOf(answering(schema), body)).toStrictEqual(body);
  });

  it.each([
    [{ type: "wallet" }, '$.type: expected card or bank, got "wallet"'],
    [{ type: "bank", last4: "4242" }, "$.iban: expected a value, got nothing"],
    [{ type: "card", last4: 4242 }, "$.last4: expected string, got 4242"],
    [{ last4: "4242" }, "$.type: expected a value, got nothing"],
  ])("of %j names the branch that was meant", async (body, expected) => {
    expect(await resultOf(answering(schema), body)).toBe(expected);
  });
});

describe("a discriminator", () => {
  it("without mapping goes by the names of the components", async () => {
    const right = { type: "NamedBank", iban: "DE1" };
    expect(await resultOf(answering(discriminated()), right)).toStrictEqual(right);
    expect(await resultOf(answering(discriminated()), { type: "bank", iban: "DE1" })).toBe(
      '$.type: expected NamedCard or NamedBank, got "bank"',
    );
  });

  it("whose member may be missing leaves an object without it to any branch", async () => {
    const loose = JSON.parse(
      JSON.stringify(answering(discriminated(mapping))).replaceAll('"required":["type",', '"required":['),
    );
    expect(await resultOf(loose, { iban: "DE1" })).toStrictEqual({ iban: "DE1" });
    expect(await resultOf(loose, { type: "bank" })).toBe("$.iban: expected a value, got nothing");
  });
});

describe("the switch for open answers", () => {
  const open = { "x-open-answers": true };
  const method: JsonObject = { anyOf: [ref("Card"), ref("Bank")] };
  const answer: JsonObject = {
    type: "object",
    properties: {
      state: ref("State"),
      method,
      side: { type: ["string", "null"], enum: ["left", "right", null] },
    },
  };

  it("lets words and branches pass that the spec does not know, and nothing else", async () => {
    for (const body of [
      { state: "ajar" },
      { method: { type: "wallet", id: 1 } },
      { side: "top" },
      { side: null },
    ]) {
      expect(await resultOf(answering(answer, open), body)).toStrictEqual(body);
      expect(await resultOf(answering(answer), body)).toStrictEqual(
        body.side === null ? body : expect.any(String),
      );
    }
    expect(await resultOf(answering(answer, open), { state: 1 })).toBe("$.state: expected string, got 1");
    expect(await resultOf(answering(answer, open), { method: { type: "bank" } })).toBe(
      "$.method.iban: expected a value, got nothing",
    );
    expect(await resultOf(answering(answer, open), { method: "bank" })).toContain(
      "$.method: expected object",
    );
  });

  it("is in the types, which keep the words that are known", async () => {
    const { "types.ts": types = "" } = await filesOf("tiny", answering(answer, open));
    expect(types).toContain('State: "open" | "shut" | (string & {});');
    expect(types).toContain('readonly side?: "left" | "right" | (string & {}) | null;');
    expect(types).toMatch(
      /readonly method\?:[^;]*components\["schemas"\]\["Bank"\] \| \{\s*readonly type: string;\s*\};/,
    );
    expect(vocabulariesOf(answering(answer, open))).toContainEqual({
      name: "State",
      values: ["open", "shut"],
    });
  });

  it("leaves requests as documented", async () => {
    const document = documentWith(
      {
        parameters: [{ name: "state", in: "query", schema: ref("State") }],
        responses: { "200": { description: "", content: { "application/json": { schema: answer } } } },
      },
      { components: { schemas }, ...open },
    );
    const client = await generatedClient(document);
    await expect(client.call("findThings", { query: { state: "ajar" } })).rejects.toThrow("query.state");
  });
});
