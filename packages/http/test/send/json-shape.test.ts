// Proves that answers which cost far more than their bytes are found out before they are parsed, and that what is nested
// too deep costs what holds it and no more.

import { describe, expect, it } from "vitest";
import {
  type Answer,
  answerCheck,
  bindOperations,
  type CallInit,
  ContractBroken,
  transport,
  type Violation,
} from "../../src/index.ts";
import type { Schema } from "../../src/schema/faults.ts";
import {
  all,
  any,
  later,
  list,
  matching,
  object,
  orNull,
  others,
  tuple,
  unevaluated,
} from "../../src/schema.ts";
import { isNestedDeep, jsonValues, MAX_JSON_DEPTH, MAX_JSON_VALUES } from "../../src/send/json-shape.ts";
import { listBatches, rejection } from "../calls.ts";
import { serve } from "../loopback.ts";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("the shape of a body", () => {
  it.each([
    ["", 1],
    ["1", 1],
    ["[1,2,3]", 4],
    ['{"a":[{"b":1},{"c":2}],"d":3}', 7],
    // What stands inside texts is text.
    [String.raw`["[{,","\"[[,","\\",{"[":","}]`, 6],
    ['"["', 1],
    ['["[[[[', 2],
  ])("%s: %i values", (text, values) => {
    expect(jsonValues(new TextEncoder().encode(text))).toBe(values);
  });

  it.each([
    { isDeep: false, body: nested(MAX_JSON_DEPTH) },
    { isDeep: true, body: nested(MAX_JSON_DEPTH + 1) },
    { isDeep: true, body: `[1,{"a":${nested(MAX_JSON_DEPTH - 1)}},"b"]` },
    { isDeep: false, body: `[1,{"a":${nested(MAX_JSON_DEPTH - 2)}},"b"]` },
    { isDeep: false, body: '["[[[[", null, true]' },
  ])("is deep: $isDeep, $body", ({ isDeep, body }) => {
    expect(isNestedDeep(JSON.parse(body))).toBe(isDeep);
  });
});

interface Methods {
  listBatches(init?: CallInit): Promise<Answer<{ readonly batches: readonly { readonly id: string }[] }>>;
}

/** Calls itself for each level, as a schema that refers to itself does. */
const nest: Schema = later(() => orNull(all(48, list(nest), object({}, {}, { others: nest }))));
const batch = object({}, { id: 1 }, { others: 511, tolerant: { note: nest }, due: { total: 511 }, id: "id" });
// As of an `allOf`, whose first part does not know what the second one does.
const schema = all(
  object({}, { total: 4 }),
  ...[32, object({}, { batches: list(batch, true, "id") }, { others: nest })],
);

const kin: Schema = later(() => all(list(kin), object({}, {}, { others: kin })));

/** Calls itself for each object, and not for the list in it. */
const pairs: Schema = later(() => object({}, {}, { others: list(pairs) }));

/** What another part of an `allOf` may say of what the first one leaves out. */
const PARTS: Readonly<Record<string, Schema>> = {
  "each member is anything": object({}, { batches: list(object({}, { note: 511, x: 511 })) }),
  "members by a pattern": matching(/^b/, list(matching(/./, 511))),
  "members without a pattern": others(list(others(511, [], [/^z/])), [], [/^z/]),
  "a list by its places": object({}, { batches: tuple([511, 511]) }),
  "what no other part looks at": unevaluated(list(unevaluated(511, {})), {}),
  "members of their own kind": kin,
  "one of several": any(1, object({}, { batches: list(kin) })),
};

const listing = async (body: string, schemaOf: Schema = schema) => {
  const { url, count } = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  const client = bindOperations<Methods>({
    api: "Koard",
    operations: { listBatches },
    validators: { listBatches: { response: answerCheck(schemaOf) } },
    baseUrl: url,
    transport: transport({ api: "Koard" }),
  });
  const violations: Violation[] = [];
  return { client, count, violations, onViolation: (one: Violation) => violations.push(one) };
};

describe("an answer nested 100,000 deep", () => {
  const deep = nested(100_000);

  it.each([
    ["as it is", schema],
    ["behind one that was not meant", any(all(schema, object({ kind: 1 })), schema)],
  ])(
    "costs the record that holds it, or the member where that is not needed, and names them: %s",
    async (_, schemaOf) => {
      const body = `{"batches":[{"id":"a","total":1},{"id":"b","x":{"y":${deep}}},{"id":"c","total":3,"note":${deep}}]}`;
      const { client, violations, onViolation } = await listing(body, schemaOf);
      const { data } = await client.listBatches({ onViolation });
      expect(data.batches.map(({ id }) => id)).toEqual(["a", "c"]);
      const expected = `lists and objects at most ${MAX_JSON_DEPTH} deep within each other`;
      const report = { operation: "listBatches", expected, actual: "a list of 1" };
      expect(violations).toMatchObject([
        { ...report, path: `$.batches[2].note${"[0]".repeat(9)}`, id: "c", leftOut: "field" },
        {
          ...report,
          path: `$.batches[1].x.y${"[0]".repeat(8)}`,
          id: "b",
          leftOut: "item",
          item: expect.any(Function),
        },
      ]);
    },
  );

  it.each(Object.keys(PARTS))("costs as much where another part of an allOf says: %s", async (name) => {
    const body = `{"batches":[{"id":"a","total":1},{"id":"b","x":{"y":${deep}}},{"id":"c","note":${deep}}]}`;
    for (const parts of [
      [PARTS[name] ?? 0, schema],
      [schema, PARTS[name] ?? 0],
    ]) {
      const { client, violations, onViolation } = await listing(body, all(...parts));
      const { data } = await client.listBatches({ onViolation });
      expect(data).toEqual({ batches: [{ id: "a", total: 1 }, { id: "c" }] });
      // That the total is missing is told of what is there, and of nothing that went.
      expect(violations.map(({ path, leftOut }) => `${leftOut} ${path.replaceAll("[0]", "")}`)).toEqual([
        "field $.batches[2].note",
        "item $.batches[1].x.y",
        "field $.batches[2].total",
      ]);
    }
  });

  it.each([
    ["at an even depth", pairs],
    ["at an odd depth", list(pairs)],
  ])("costs as much where a schema calls itself at each second level: %s", async (_, schemaOf) => {
    const nest = `${'{"a":['.repeat(50_000)}${"]}".repeat(50_000)}`;
    const x = schemaOf === pairs ? nest : `[${nest}]`;
    const { client, violations, onViolation } = await listing(
      `{"batches":[{"id":"a"},{"id":"b","x":${x}}]}`,
      object({ batches: list(object({ id: 1 }, { x: schemaOf }), true, "id") }),
    );
    const { data } = await client.listBatches({ onViolation });
    expect(data).toEqual({ batches: [{ id: "a" }] });
    expect(violations).toMatchObject([{ id: "b", leftOut: "item" }]);
    expect(violations[0]?.expected).toContain(`at most ${MAX_JSON_DEPTH} deep`);
  });

  it("is refused as a whole where no record holds it", async () => {
    const { client, onViolation, count } = await listing(`{"batches":[],"more":${deep}}`);
    const error = await rejection(client.listBatches({ onViolation }));
    expect(error).toBeInstanceOf(ContractBroken);
    expect(String(error)).toContain(`at most ${MAX_JSON_DEPTH} deep`);
    expect(count()).toBe(1);
  });

  it("is left alone up to the limit", async () => {
    // The body, its list and the record are three.
    const { client, violations, onViolation } = await listing(
      `{"batches":[{"id":"a","total":1,"x":${nested(MAX_JSON_DEPTH - 3)}}]}`,
    );
    expect((await client.listBatches({ onViolation })).data.batches).toHaveLength(1);
    expect(violations).toEqual([]);
  });
});

it("an answer of too many values is neither parsed nor asked for again", async () => {
  const { client, count } = await listing(`{"batches":[${"{},".repeat(MAX_JSON_VALUES / 2)}{}]}`);
  const error = await rejection(client.listBatches());
  expect(String(error)).toContain(
    `broke the contract of listBatches: $: expected an answer of at most ${MAX_JSON_VALUES} values, got a longer one`,
  );
  expect(count()).toBe(1);
});
