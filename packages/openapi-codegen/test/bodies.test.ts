// Proves how bodies go out and come in: forms, several answers, and members that one side alone may send.

import type { Violation } from "@tieout/http";
import { describe, expect, it } from "vitest";
import { filesOf, type JsonObject, SpecRefused } from "../src/index.ts";
import { documentWith, generatedClient } from "./generated-client.ts";

const json = (schema: JsonObject): JsonObject => ({
  description: "",
  content: { "application/json": { schema } },
});
const text: JsonObject = { type: "string" };

describe("a form", () => {
  const schema: JsonObject = {
    type: "object",
    required: ["amount"],
    properties: {
      amount: { type: "integer", minimum: 1 },
      tags: { type: "array", items: text },
      ids: { type: "array", items: text },
      metadata: { type: "object", additionalProperties: text },
      filter: { type: "object", additionalProperties: true },
    },
  };
  const encoding = { metadata: { style: "deepObject", explode: true }, ids: { explode: false } };
  const form = (rest: JsonObject): JsonObject => ({
    required: true,
    content: { "application/x-www-form-urlencoded": { schema, ...rest } },
  });

  it("goes out as its schema and encoding say", async () => {
    const client = await generatedClient(asPost(form({ encoding })));
    const body = {
      amount: 1,
      tags: ["a b", "c&d"],
      ids: ["1", "2"],
      metadata: { k: "v" },
      filter: { a: [1] },
    };
    await client.call("storeThing", { body });
    expect(client.arrived[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(client.arrived[0]?.body).toBe(
      "amount=1&tags=a%20b&tags=c%26d&ids=1,2&metadata%5Bk%5D=v&filter=%7B%22a%22%3A%5B1%5D%7D",
    );
    const read = new URLSearchParams(client.arrived[0]?.body);
    expect(read.getAll("tags")).toStrictEqual(["a b", "c&d"]);
  });

  it.each([
    [{ amount: 0 }, "$.amount: expected a number >= 1, got 0"],
    [{ amount: 1, tags: [] }, "$.tags: expected at least 1 item, got a list of 0"],
    [{ amount: 1, tags: [null] }, "$.tags[0]: expected a text, number or boolean, got null"],
    ["amount=1", "$: expected parameters by name, got a text of 8 characters"],
    [undefined, "$: expected a body, got none"],
  ])("that breaks the spec is not sent: %j", async (body, expected) => {
    const client = await generatedClient(asPost(form({})));
    await expect(client.call("storeThing", { body })).rejects.toThrow(expected);
    expect(client.arrived).toStrictEqual([]);
  });

  it("with content that no form can hold is refused", async () => {
    const wrong = form({ encoding: { tags: { contentType: "image/png" } } });
    await expect(filesOf("tiny", asPost(wrong))).rejects.toThrow(SpecRefused);
    await expect(filesOf("tiny", asPost(wrong))).rejects.toThrow(
      "image/png is no content that a form can hold",
    );
  });
});

const asPost = (
  requestBody: JsonObject,
  responses: JsonObject = { "204": { description: "" } },
): JsonObject => ({
  ...documentWith({}),
  paths: { "/things": { post: { operationId: "storeThing", "x-retry": "never", requestBody, responses } } },
});

describe("of several media types", () => {
  it("JSON is sent and read, by its own name where it is another", async () => {
    const content = {
      "text/csv": {},
      "application/vnd.till+json; charset=utf-8": { schema: { type: "integer" } },
    };
    const { "operations.ts": code } = await filesOf(
      "tiny",
      documentWith({ responses: { "200": { description: "", content } } }),
    );
    expect(code).toContain('["content"]["application/vnd.till+json; charset=utf-8"]>>;');
  });

  it("JSON without a schema may be anything", async () => {
    const client = await generatedClient(
      documentWith({ responses: { "200": { description: "", content: { "application/json": {} } } } }),
      { answer: (response) => response.end("[1]") },
    );
    expect((await client.call("findThings")).data).toStrictEqual([1]);
  });
});

describe("several answers that mean success", () => {
  const responses = {
    "200": json({ type: "object", required: ["a"], properties: { a: text } }),
    "201": json({ type: "object", required: ["b"], properties: { b: text } }),
    "202": { description: "" },
  };

  it.each([
    [200, '{"a":"x"}', { a: "x" }],
    [201, '{"b":"x"}', { b: "x" }],
    [202, "", undefined],
  ])("%i is taken as documented", async (status, body, data) => {
    const client = await generatedClient(documentWith({ responses }), {
      answer: (response) => response.writeHead(status, { "content-type": "application/json" }).end(body),
    });
    expect((await client.call("findThings")).data).toStrictEqual(data);
  });

  it("one that is none of them is a fault, and so is a body that is missing", async () => {
    for (const body of ['{"c":1}', ""]) {
      const client = await generatedClient(documentWith({ responses }), {
        answer: (response) => response.end(body),
      });
      await expect(client.call("findThings")).rejects.toThrow("broke the contract of findThings");
    }
  });

  const many = {
    "200": json({ type: "object", required: ["a"], properties: { a: text } }),
    "201": json({ type: "object", required: ["b"], properties: { b: text } }),
    "202": json({ type: "object", required: ["a"], properties: { a: text } }),
    "204": { description: "" },
    "2XX": json({ type: "integer" }),
  };

  it.each([
    [200, '{"b":"x"}', "$.a: expected a value"],
    [201, '{"a":"x"}', "$.b: expected a value"],
    [202, '{"b":"x"}', "$.a: expected a value"],
    [203, '{"a":"x"}', "$: expected integer"],
  ])("%i with the body of another is told as what its own lacks", async (status, body, expected) => {
    const client = await generatedClient(documentWith({ responses: many }), {
      answer: (response) => response.writeHead(status, { "content-type": "application/json" }).end(body),
    });
    await expect(client.call("findThings")).rejects.toThrow(expected);
  });

  it.each([
    [202, '{"a":"x"}', { a: "x" }],
    [203, "1", 1],
    [204, "", undefined],
  ])("the answer to %i has its status beside what it holds", async (status, body, data) => {
    const client = await generatedClient(documentWith({ responses: many }), {
      answer: (response) =>
        response.writeHead(status, { "content-type": "application/json" }).end(body || undefined),
    });
    expect(await client.call("findThings")).toMatchObject({ status, data });
  });

  it("are a union that the status tells apart", async () => {
    const { "operations.ts": code = "" } = await filesOf("tiny", documentWith({ responses: many }));
    const body = (status: string) =>
      `Spec["findThings"]["responses"][${status}]["content"]["application/json"]`;
    expect(code).toContain(
      `Promise<Answer<${body("200")}, 200 | 202> | Answer<${body("201")}, 201> | Answer<${body('"2XX"')}> | Answer<undefined, 204>>;`,
    );
  });

  it("without any, the answer for everything else is what comes", async () => {
    const client = await generatedClient(
      documentWith({ responses: { default: json({ type: "integer" }) } }),
      {
        answer: (response) => response.end("1"),
      },
    );
    expect((await client.call("findThings")).data).toBe(1);
  });
});

describe("members that one side alone may send", () => {
  const thing: JsonObject = {
    type: "object",
    required: ["id", "secret", "name"],
    properties: {
      id: { type: "string", readOnly: true },
      secret: { type: "string", writeOnly: true },
      name: text,
    },
  };
  const ref = { $ref: "#/components/schemas/Thing" };
  const document: JsonObject = {
    ...asPost({ required: true, content: { "application/json": { schema: ref } } }, { "200": json(ref) }),
    components: { schemas: { Thing: thing } },
  };

  it("are asked of that side, and not of the other", async () => {
    const client = await generatedClient(document, {
      answer: (response) => response.end('{"id":"1","name":"a"}'),
    });
    const { data } = await client.call("storeThing", { body: { secret: "s", name: "a" } });
    expect(data).toStrictEqual({ id: "1", name: "a" });
    await expect(client.call("storeThing", { body: { name: "a" } })).rejects.toThrow(
      "$.secret: expected a value",
    );
    const silent = await generatedClient(document, { answer: (response) => response.end('{"name":"a"}') });
    await expect(silent.call("storeThing", { body: { secret: "s", name: "a" } })).rejects.toThrow(
      "$.id: expected a value",
    );
  });

  it("are not sent by the other side: a request with one is refused, also one that was read before", async () => {
    const client = await generatedClient(document, {
      answer: (response) => response.end('{"id":"1","name":"a"}'),
    });
    const { data } = await client.call("storeThing", { body: { secret: "s", name: "a" } });
    const readBefore = { ...Object(data), secret: "s" };
    await expect(client.call("storeThing", { body: readBefore })).rejects.toThrow(
      "$.id: expected nothing: the spec has it in answers alone, got a value",
    );
    expect(client.arrived).toHaveLength(1);
    await client.call("storeThing", { body: { ...readBefore, id: undefined } });
    expect(client.arrived.at(-1)?.body).toBe('{"name":"a","secret":"s"}');
  });

  it("are left out of an answer and reported, and never a reason to refuse it", async () => {
    const client = await generatedClient(document, {
      answer: (response) => response.end('{"id":"1","secret":"s","name":"a"}'),
    });
    const violations: Violation[] = [];
    const onViolation = (one: Violation) => violations.push(one);
    const { data } = await client.call("storeThing", { body: { secret: "s", name: "a" }, onViolation });
    expect(data).toStrictEqual({ id: "1", name: "a" });
    expect(violations).toStrictEqual([
      {
        operation: "storeThing",
        path: "$.secret",
        expected: "nothing: the spec has it in requests alone",
        actual: "a value",
        leftOut: "field",
      },
    ]);
  });

  const base = { ...thing, required: ["name"], properties: thing["properties"] ?? {} };
  const asks = { type: "object", required: ["id", "secret"] };
  const referred = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  it.each([
    ["has it referred to", referred("Base"), asks],
    ["has it written there", base, asks],
    ["asks for it in a part of its own", base, { allOf: [asks] }],
  ])("are so in every part of an allOf, whichever of them asks for it: one that %s", async (_, has, part) => {
    const schemas = { Base: base, Thing: { allOf: [has, part] } };
    const client = await generatedClient(
      { ...document, components: { schemas } },
      { answer: (response) => response.end('{"id":"1","secret":"s","name":"a"}') },
    );
    const { data } = await client.call("storeThing", { body: { secret: "s", name: "a" } });
    expect(data).toStrictEqual({ id: "1", name: "a" });
    await expect(client.call("storeThing", { body: { id: "1", secret: "s", name: "a" } })).rejects.toThrow(
      "$.id: expected nothing",
    );
    await expect(client.call("storeThing", { body: { name: "a" } })).rejects.toThrow(
      "$.secret: expected a value",
    );
  });

  it.each([
    ["referred to", referred("Asks"), "id"],
    ["referred to in a part of its own", { allOf: [referred("Asks")] }, "id"],
    ["referred to through another", referred("AsksToo"), "secret"],
  ])(
    "are refused where no value could be right, since they are required by a part that is %s",
    async (_, part, name) => {
      const schemas = {
        ...{ Base: base, Asks: { ...asks, required: [name] }, AsksToo: { allOf: [referred("Asks")] } },
        Thing: { allOf: [referred("Base"), part] },
      };
      const mark = name === "id" ? "readOnly" : "writeOnly";
      await expect(filesOf("tiny", { ...document, components: { schemas } })).rejects.toThrow(
        `allOf: ${name} is ${mark} in one part, and required in another that is referred to: require it beside the reference`,
      );
    },
  );

  it("are in the types of that side alone", async () => {
    const { "types.ts": types = "" } = await filesOf("tiny", document);
    expect(types).toMatch(/readonly Thing: \{\s+readonly id: string;\s+readonly name: string;\s+\};/);
    expect(types).toMatch(
      /readonly ThingInRequest: \{\s+readonly name: string;\s+readonly secret: string;\s+\};/,
    );
  });
});
