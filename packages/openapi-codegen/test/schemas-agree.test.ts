// Proves that what is generated for a schema takes and refuses what a compiler of JSON Schema takes and refuses.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Schema } from "@tieout/http";
import { all } from "@tieout/http/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, it, onTestFinished } from "vitest";
import { type JsonObject, readDocument, responseView } from "../src/index.ts";
import { specExamples } from "../src/testing/spec-examples.ts";
import { URI } from "../src/validators/format-code.ts";
import { componentId, TOLERANCE, validatorSchema } from "../src/validators/validator-schema.ts";
import { type NamedSchemas, writeChecks } from "../src/validators/write-checks.ts";
import { checkedSchemas } from "../src/write/write-validators.ts";
import { tinyWorkspace } from "./workspace.ts";

const text = { type: "string" };
const [a, b] = [{ properties: { a: text }, required: ["a"] }, { properties: { b: { type: "integer" } } }];

const SCHEMAS: readonly JsonObject[] = [
  {},
  ...["string", "integer", "number", "boolean", "array", "object", "null"].map((type) => ({ type })),
  { type: ["integer", "string", "null"], minimum: 2, maxLength: 2 },
  { type: "integer", minimum: -(2 ** 60), maximum: 2 ** 60 },
  { type: "integer", format: "int32" },
  ...["int32", "int64", "float", "double"].map((format) => ({ type: "number", format, maximum: 1e200 })),
  { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 3, multipleOf: 0.5 },
  { type: "string", minLength: 2, maxLength: 3 },
  { type: "string", pattern: "^a|/" },
  ...["date", "time", "date-time", "uri", "email", "uuid", "ipv4", "byte", "regex", "iso-date-time"].map(
    (format) => ({
      ...text,
      format,
    }),
  ),
  { enum: ["a", 1, null] },
  { enum: [{ a: [1] }, [2]] },
  { const: { a: "b" } },
  { type: "array", items: text, minItems: 1, maxItems: 2, uniqueItems: true },
  { type: "array", uniqueItems: true },
  { type: "array", prefixItems: [text, { type: "integer" }], items: false },
  { type: "array", contains: text, minContains: 2, maxContains: 3 },
  { type: "array", contains: { const: 1 }, minContains: 0 },
  { type: "array", prefixItems: [text], unevaluatedItems: { type: "integer" } },
  { ...a, type: "object", minProperties: 1, maxProperties: 2 },
  { ...a, additionalProperties: false },
  { ...a, additionalProperties: { type: "integer" }, patternProperties: { "^x-": text } },
  { type: "object", propertyNames: { maxLength: 1 } },
  { type: "object", dependentRequired: { a: ["b"] }, dependentSchemas: { b: { required: ["a"] } } },
  { type: "object", dependencies: { a: ["b"], b: { required: ["a"] } } },
  { type: "object", allOf: [a, b], unevaluatedProperties: false },
  { type: "object", anyOf: [a, b], unevaluatedProperties: { type: "boolean" } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  { type: "object", if: a, then: b, else: { required: ["c"] } },
  { anyOf: [text, { type: "null" }] },
  { anyOf: [a, b, text] },
  { oneOf: [a, b] },
  { not: a },
  { allOf: [{ type: ["string", "number"] }, { type: ["number", "null"] }] },
  { $ref: "#/components/schemas/Tree" },
  { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] },
];

const COMPONENTS: JsonObject = {
  Tree: {
    type: "object",
    properties: { a: text, inner: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
    required: ["inner"],
  },
  Cat: { type: "object", properties: { kind: { const: "cat" }, a: text }, required: ["kind"] },
  Dog: { type: "object", properties: { kind: { enum: ["dog", "wolf"] }, b: text }, required: ["kind", "b"] },
};

const TEXTS =
  "a ab abcd 😀 😀😀😀😀 a/b cat 2026-02-28 2026-02-29 2024-02-29 10:00:00Z 23:59:60Z 10:00:00 24:00:00Z 2026-02-28T10:00:00+01:00 2026-02-28t22:59:60-01:00 https://a.b/c?d https://a.b/%zz a@b.cd 8b0e7c52-5f0c-4b8e-9d55-0c2f6d1f3c11 1.2.3.4 1.2.3.400 YQ== YQ= [ ^(".split(
    " ",
  );
const SCALARS = [
  ...TEXTS,
  "",
  0,
  1,
  -1,
  1.5,
  2,
  2.5,
  3,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e300,
  true,
  false,
  null,
];
const LISTS = [
  [],
  [1],
  ["a"],
  ["a", "a"],
  ["a", 1],
  ["a", 1, true],
  [1, "1"],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [[2], [2]],
  ["a", "b", "c", "d"],
  [2],
];
const MEMBERS = ["a", "b", "c", "x-a", "kind", "inner"];
const OBJECTS = [
  {},
  { a: [1] },
  { kind: "cat" },
  { kind: "wolf", b: "b" },
  { kind: "dog", a: 1 },
  { kind: "fox" },
  { inner: [] },
  { inner: [{ inner: [] }, { inner: [{}] }] },
  { inner: [{ inner: [], a: 1 }] },
  ...MEMBERS.flatMap((one) =>
    ["a", 1, null].flatMap((value) => MEMBERS.map((other) => ({ [one]: value, [other]: "b" }))),
  ),
];

/** What is generated for each schema, and what the compiler makes of it. */
const bothOf = async (document: JsonObject, bodies: NamedSchemas) => {
  const workspace = await tinyWorkspace();
  onTestFinished(() => workspace.remove());
  const file = join(workspace.packageFolder, "schemas.mjs");
  await writeFile(file, writeChecks(document, { parameters: [], bodies }).join("\n"));
  const generated: Readonly<Record<string, Schema>> = await import(pathToFileURL(file).href);

  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    discriminator: true,
    ownProperties: true,
    logger: false,
  });
  ajv.opts.unevaluated = true;
  formats.default(ajv);
  ajv.addFormat("uri", URI).addVocabulary([...TOLERANCE]);
  const { schemas } = Object(document["components"]);
  for (const [name, schema] of Object.entries<JsonObject>(schemas))
    ajv.addSchema({ $id: componentId(name), ...validatorSchema(document, schema) });
  return bodies.map(([name, schema]) => {
    const compiled = ajv.compile(validatorSchema(document, schema));
    const whole = all(generated[name] ?? 0);
    return { name, schema, takes: (value: unknown) => whole(value) === true, compiled };
  });
};

it("of every keyword", async () => {
  const document = { openapi: "3.1.1", components: { schemas: COMPONENTS } };
  const pairs = await bothOf(
    document,
    SCHEMAS.map((schema, index) => [`body${index}`, schema] as const),
  );
  const taken = new Set<string>();
  const refused = new Set<string>();
  for (const { name, schema, takes, compiled } of pairs) {
    const different = [...SCALARS, ...LISTS, ...OBJECTS].filter((value) => {
      const isTaken = takes(value);
      (isTaken ? taken : refused).add(name);
      return isTaken !== compiled(value);
    });
    expect({ schema, different }).toStrictEqual({ schema, different: [] });
  }
  // Each has seen something that it takes, and all but the empty one something that it refuses.
  expect([taken.size, refused.size]).toStrictEqual([SCHEMAS.length, SCHEMAS.length - 1]);
});

/** A body with each of its values replaced, one at a time. */
const changed = function* (value: unknown, put: (inner: unknown) => unknown): Generator<unknown> {
  for (const other of [null, "x", "", 1.5, -1, 2 ** 53, [], {}, true]) yield put(other);
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const withInner = (next: unknown) =>
      Array.isArray(value) ? value.with(Number(name), next) : { ...value, [name]: next };
    yield* changed(inner, (next) => put(withInner(next)));
    if (!Array.isArray(value)) yield put({ ...value, [name]: undefined });
  }
};

it.each(["koard", "record"])("of every body of %s, whatever stands in it", async (name) => {
  const root = join(import.meta.dirname, "..", "..", "..");
  const { document: spec } = await readDocument(root, `specs/${name}/openapi.yaml`);
  const document = responseView(spec);
  const pairs = await bothOf(document, checkedSchemas(document).bodies);
  let count = 0;
  for (const { operation, init, answer } of specExamples(spec)) {
    for (const [side, body] of [
      ["Response", answer],
      ["Request", init.body],
    ] as const) {
      const pair = pairs.find((one) => one.name === `${operation}${side}`);
      if (pair === undefined || body === undefined) continue;
      for (const value of changed(body, (whole) => whole)) {
        count += 1;
        if (pair.takes(value) !== pair.compiled(value))
          expect(`${pair.name}: ${JSON.stringify(value)}`).toBe("as the compiler has it");
      }
    }
  }
  expect(count).toBeGreaterThan(1000);
});

it("and refuses a keyword that it would not carry out", () => {
  const bodies = [["body", { type: "string", madeUp: 1 }]] as const;
  expect(() => writeChecks({}, { parameters: [], bodies })).toThrow("madeUp: not supported in schemas");
});
