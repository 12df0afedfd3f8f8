// Proves that whatever is wrong in one part of a document that others wrote costs the operations that reach it, each named
// with the pointer to the fault, and no other.

import { describe, expect, it } from "vitest";
import { filesOf, type Json, type JsonObject, prepared } from "../src/index.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): JsonObject => ({
  description: "",
  content: { "application/json": { schema } },
});
const SOUND: JsonObject = { type: "object", properties: { a: { type: "string" } } };

/** An operation that is sound, one that sends and receives `Odd`, and one that has it in a refusal alone. */
const documentWith = (schemas: JsonObject, post: JsonObject = {}, rest: JsonObject = {}): JsonObject => ({
  openapi: "3.1.0",
  info: { title: "Till", version: "1" },
  paths: {
    "/sound": {
      get: {
        operationId: "getSound",
        security: [],
        servers: [{ url: "https://till.invalid" }],
        responses: { 200: json(ref("Sound")) },
      },
    },
    "/odd": {
      post: {
        operationId: "postOdd",
        requestBody: json(ref("Odd")),
        responses: { 200: json(ref("Odd")) },
        ...post,
      },
    },
    "/near": {
      get: {
        operationId: "getNear",
        security: [],
        servers: [{ url: "https://till.invalid" }],
        responses: { 200: json(ref("Sound")), 404: json({ type: "array", items: ref("Odd") }) },
      },
    },
  },
  components: { schemas: { Sound: SOUND, Odd: SOUND, ...schemas } },
  ...rest,
});

/** What is generated, and what is said of the rest. */
const outcome = async (document: JsonObject) => {
  const { document: left, refused } = prepared(document);
  const { "operations.ts": code = "" } = await filesOf("tiny", left);
  return {
    made: [...code.matchAll(/^export const (\w+)Operation:/gm)].map(([, id]) => id),
    said: refused.map(({ operation, reason }) => `${operation}: ${reason}`).join("\n"),
  };
};

const NOWHERE = "#/components/schemas/Nowhere: leads nowhere";

describe("a broken component", () => {
  it.each<[Json, string]>([
    [ref("Nowhere"), `404/content/application~1json/schema/items: ${NOWHERE}`],
    [ref("Odd"), "references in a circle"],
    [{ properties: { example: ref("Nowhere") } }, `#/components/schemas/Odd/properties/example: ${NOWHERE}`],
    [{ properties: { b: { items: ref("Other") } } }, `#/components/schemas/Other/not: ${NOWHERE}`],
    [{ $ref: "#/components/schemas/Sound/properties/z" }, "Sound/properties/z: leads nowhere"],
    [{ $ref: "other.yaml#/Odd" }, "other.yaml#/Odd: cannot be read"],
    [{ $ref: "#/components/schemas/%E0%A" }, "#/components/schemas/%E0%A: leads nowhere"],
    [
      {
        oneOf: [ref("Sound"), SOUND],
        discriminator: { propertyName: "a", mapping: { b: "#/components/schemas/Nowhere" } },
      },
      `#/components/schemas/Odd/discriminator/mapping/b: ${NOWHERE}`,
    ],
    [null, "#/components/schemas/Odd: is no schema"],
    ["text", "#/components/schemas/Odd: is no schema"],
    [{ type: "strng" }, "#/components/schemas/Odd: validators: schema is invalid: data/type"],
    [{ required: "a" }, "#/components/schemas/Odd: validators: schema is invalid: data/required"],
    [{ properties: { a: null } }, "#/components/schemas/Odd: validators: schema is invalid"],
    [{ $dynamicRef: "#odd" }, "#/components/schemas/Odd: $dynamicRef: not supported"],
  ])("costs what reaches it, in a refusal too: %j", async (schema, reason) => {
    const { made, said } = await outcome(documentWith({ Odd: schema, Other: { not: ref("Nowhere") } }));
    expect(made).toStrictEqual(["getSound"]);
    expect(said).toMatch(/^POST \/odd: #\/.*\nGET \/near: #\/.*$/);
    expect(said).toContain(reason);
  });

  it.each<[Json]>([
    [true],
    [{ discriminator: "x" }],
    [{ title: 5, description: {}, example: { $ref: "#/nowhere" } }],
    [{ enum: [1], examples: [{ $ref: "#/nowhere" }] }],
    [{ enum: [{ $ref: "#/nowhere" }] }],
    [{ const: { $ref: "#/nowhere" } }],
    [{ default: { $ref: "#/nowhere" }, "x-remark": { $ref: "#/nowhere" } }],
    [{ type: "object", properties: { mapping: SOUND, discriminator: SOUND, $ref: SOUND } }],
  ])("costs nothing where it is only odd: %j", async (schema) => {
    const { made, said } = await outcome(documentWith({ Odd: schema }));
    expect([made, said]).toStrictEqual([["getSound", "postOdd", "getNear"], ""]);
  });

  it("costs nothing where nobody reaches it", async () => {
    const unused = { Odd: SOUND, Unused: ref("Nowhere"), Other: { $dynamicRef: "#a" }, Third: "x" };
    const components = { schemas: { Sound: SOUND, ...unused }, responses: { A: json(ref("Unused")) } };
    const { made, said } = await outcome(documentWith({}, {}, { components }));
    expect([made, said]).toStrictEqual([["getSound", "postOdd", "getNear"], ""]);
  });

  it("has a form for requests beside one of that name that is there", async () => {
    const schemas = { Odd: { properties: { a: { type: "string", readOnly: true } } }, OddInRequest: SOUND };
    const { document } = prepared(documentWith(schemas));
    const { "types.ts": types } = await filesOf("tiny", document);
    expect(types).toContain("OddInRequest2: unknown;");
  });
});

describe("an example or a remark beside a schema", () => {
  it.each<[JsonObject]>([
    [{ example: { $ref: "#/nowhere" } }],
    [{ examples: { example: { value: { $ref: "#/nowhere" } } } }],
    [{ examples: { example: { value: [{ $ref: "#/nowhere" }] } } }],
    [{ "x-remark": { $ref: "#/nowhere" } }],
  ])("is a value, also where it looks like a reference: %j", async (shown) => {
    const content = { "application/json": { schema: ref("Odd"), ...shown } };
    const { made, said } = await outcome(documentWith({}, { responses: { 200: { content } } }));
    expect([made, said]).toStrictEqual([["getSound", "postOdd", "getNear"], ""]);
  });
});

it("a value that looks like a reference is still the one that a schema wants", async () => {
  const wanted = (value: string): JsonObject => ({ enum: [{ value: { $ref: `#/${value}` } }] });
  const document = documentWith({ Odd: wanted("there") }, { requestBody: json(wanted("here")) });
  const { "validators.js": code } = await filesOf("tiny", prepared(document).document);
  expect(code).toContain('valuesLike({"value":{"$ref":"#/there"}})');
  expect(code).toContain('valuesLike({"value":{"$ref":"#/here"}})');
});

it("an example that stands elsewhere is still answered with", async () => {
  const odd = { examples: { example: { $ref: "#/components/examples/value" } }, schema: ref("Odd") };
  const { components, ...rest } = documentWith(
    {},
    { responses: { 200: { content: { "application/json": odd } } } },
  );
  const examples = { value: { value: { a: "there" } } };
  const { document } = prepared({ ...rest, components: { ...Object(components), examples } });
  const { "testing.js": code } = await filesOf("tiny", document);
  expect(code).toContain("there");
});

describe("a broken part of an operation", () => {
  it.each<[JsonObject, string]>([
    [{ parameters: {} }, "#/paths/~1odd/post/parameters: is no list"],
    [{ parameters: [{ $ref: "#/components/parameters/A" }] }, "post/parameters/0: #/components/parameters/A"],
    [{ parameters: [null] }, "a parameter has a name"],
    [{ parameters: [{ name: "b", in: "query", schema: { pattern: "(" } }] }, "Invalid regular expression"],
    [{ responses: { 200: null } }, "#/paths/~1odd/post/responses/200: is no object"],
    [{ responses: { 200: { content: { "application/json": null } } } }, "200/content/application~1json: is"],
    [{ responses: { 200: json(null) } }, "application/json needs a schema"],
    [{ requestBody: { content: { "text/plain": 5 } } }, "requestBody/content/text~1plain: is no object"],
    [{ responses: { 200: { headers: { a: { $ref: "#/x" } } } } }, "200/headers/a: #/x: leads nowhere"],
    [{ callbacks: { a: { b: { post: { responses: { 200: json(ref("Nowhere")) } } } } } }, NOWHERE],
    [{ servers: [{ url: "https://{host}" }] }, "{host} of https://{host} needs a default"],
    [{ operationId: "getSound" }, "#/paths/~1odd/post/operationId: getSound is that of GET /sound already"],
  ])("costs that operation: %j", async (post, reason) => {
    const { made, said } = await outcome(documentWith({}, post));
    expect(made).toStrictEqual(["getSound", "getNear"]);
    expect(said).toMatch(/^POST \/odd: #\/.*$/);
    expect(said).toContain(reason);
  });

  it.each([
    [{ security: [{ none: [] }] }, "#/security: the document: security: none: name a scheme"],
    [{ servers: [{ url: "https://{host}" }] }, "#/servers: the document: servers: {host}"],
  ])("that all others take over costs those that say nothing of their own: %j", async (rest, reason) => {
    const { made, said } = await outcome(documentWith({}, {}, rest));
    expect(made).toStrictEqual(["getSound", "getNear"]);
    expect(said).toContain(`POST /odd: ${reason}`);
  });

  it("costs a webhook alone, whose id may be an operation's", async () => {
    const webhook = (schema: Json) => ({
      post: { operationId: "getSound", requestBody: json(schema), responses: {} },
    });
    const webhooks = {
      sent: webhook({ type: "string" }),
      lost: webhook(ref("Nowhere")),
      odd: webhook({ enum: [] }),
    };
    const { document, refused } = prepared(documentWith({}, {}, { webhooks }));
    expect(refused.map(({ operation, reason }) => `${operation}: ${reason}`)).toStrictEqual([
      `webhook lost: #/webhooks/lost/post/requestBody/content/application~1json/schema: ${NOWHERE}`,
      "webhook odd: #/webhooks/odd: validators: enum must have non-empty array",
    ]);
    const { "validators.js": code = "" } = await filesOf("tiny", document);
    expect(code).toMatch(/sent: .*answerCheck\(getSound2Request\)/);
  });
});

describe("a component whose name no type could have", () => {
  it.each(["List<Odd>", "a/b", "a b", "a%b", "日本", "a'b"])("has another: %s", async (name) => {
    const token = name.replaceAll("/", "~1");
    const [raw, encoded] = [token, encodeURIComponent(token)].map(ref);
    const union = { oneOf: [raw ?? {}, ref("Sound")], discriminator: { propertyName: "kind" } };
    const document = documentWith(
      { Union: union },
      { requestBody: json(raw ?? {}), responses: { 200: json(encoded ?? {}), 201: json(ref("Union")) } },
    );
    const { components, ...rest } = document;
    const odd = [
      ["Odd", SOUND],
      [name, SOUND],
      ["Union", union],
      ["Sound", SOUND],
    ] as const;
    const { document: left, refused } = prepared({
      ...rest,
      components: { schemas: Object.fromEntries(odd) },
    });
    expect(refused).toStrictEqual([]);
    const files = await filesOf("tiny", left);
    // What a discriminator without a mapping means by a branch is the name that it had.
    expect(files["validators.js"]).toMatch(new RegExp(`by\\("kind", \\{ .*${JSON.stringify(name)}: s`));
    expect(files["types.ts"]).toMatch(/^export type \w+ = components\['schemas'\]\['[\w.-]+'\];$/m);
  });
});
