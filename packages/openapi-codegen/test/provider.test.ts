// Proves what is made of a document that others wrote: what it says in the words of 3.0, what it does not say of policy,
// and that an operation which no client can have costs no other.

import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { filesOf, type JsonObject, prepared, SpecRefused } from "../src/index.ts";
import { documentWith, generatedClient } from "./generated-client.ts";

const json = (schema: JsonObject): JsonObject => ({
  description: "",
  content: { "application/json": { schema } },
});

const answering = (schema: JsonObject, rest: JsonObject = {}): JsonObject => ({
  ...documentWith({ responses: { "200": json(schema) } }),
  openapi: "3.0.3",
  ...rest,
});

const answered = async (document: JsonObject, body: unknown): Promise<unknown> => {
  const client = await generatedClient(prepared(document).document, {
    answer: (response) => response.setHeader("content-type", "application/json").end(JSON.stringify(body)),
  });
  return client.call("findThings").then(
    ({ data }) => data,
    (error: unknown) => String(error).split("findThings: ")[1],
  );
};

describe("OpenAPI 3.0", () => {
  const schemas: JsonObject = { Side: { type: "string", enum: ["left"], nullable: true } };
  const amount: JsonObject = {
    type: "number",
    minimum: 0,
    exclusiveMinimum: true,
    maximum: 9,
    exclusiveMaximum: false,
  };
  const thing: JsonObject = {
    type: "object",
    properties: {
      side: { $ref: "#/components/schemas/Side", description: "has no effect here" },
      amount,
      note: { nullable: true, allOf: [{ type: "string" }] },
    },
  };

  it.each([
    [{ side: null, amount: 9, note: null }, undefined],
    [{ side: "left", note: "a" }, undefined],
    [{ side: "top" }, "$.side: expected one of left, "],
    [{ amount: 0 }, "$.amount: expected a number > 0, got 0"],
    [{ amount: 10 }, "$.amount: expected a number <= 9, got 10"],
    [{ note: 1 }, "$.note: expected string"],
  ])("is read in the words of 3.1: %j", async (body, fault) => {
    const said = await answered(answering(thing, { components: { schemas } }), body);
    if (fault === undefined) expect(said).toStrictEqual(body);
    else expect(said).toContain(fault);
  });

  it.each([
    [{ swagger: "2.0" }, "OpenAPI 2.0: only 3.0 and 3.1 are read"],
    [{ openapi: "3.2.0" }, "OpenAPI 3.2.0: only 3.0 and 3.1 are read"],
  ])("%j is refused in a sentence", (version, expected) => {
    const { openapi: _, ...rest } = answering({});
    expect(() => prepared({ ...rest, ...version })).toThrow(SpecRefused);
    expect(() => prepared({ ...rest, ...version })).toThrow(expected);
  });
});

describe("what a document does not say", () => {
  const responses = { "204": { description: "" } };
  const document: JsonObject = {
    ...documentWith({}),
    paths: {
      "/a": {
        get: { operationId: "things/list-all", responses },
        post: { operationId: "things_list_all", responses },
        put: { operationId: "then", responses },
      },
      "/3ds/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        delete: { responses },
      },
    },
  };

  it("of names and policy is taken from ids, methods and paths", async () => {
    const { "operations.ts": code = "" } = await filesOf("tiny", prepared(document).document);
    const found = [
      ...code.matchAll(/"id": "(\w+)",\s+"method": "(\w+)",\s+"path": "\S+",\s+"retry": "(\w+)"/g),
    ];
    expect(found.map(([, ...facts]) => facts.join(" "))).toStrictEqual([
      "thingsListAll GET safe",
      "thenCall PUT never",
      "thingsListAll2 POST never",
      "delete3dsId DELETE never",
    ]);
  });

  it("of a text in brackets is taken as a plain parameter: Stripe has texts or objects, and empty texts", async () => {
    const union = {
      anyOf: [{ type: "object", properties: { gte: { type: "integer" } } }, { type: "integer" }],
    };
    const parameters = Object.entries({ at: union, word: { type: "string" } }).map(([name, schema]) => ({
      ...{ name, schema, in: "query", style: "deepObject", explode: true },
    }));
    const odd = documentWith({ parameters, responses: { 204: { description: "" } } });
    const client = await generatedClient(prepared(odd).document);
    await client.call("findThings", { query: { at: { gte: 1 }, word: "a&b" } });
    await client.call("findThings", { query: { at: 2, word: "" } });
    expect(client.arrived.map(({ url }) => url)).toStrictEqual([
      "/things?at%5Bgte%5D=1&word=a%26b",
      "/things?at=2&word=",
    ]);
  });

  it.each([
    ["int32", 2 ** 31, "$.a: expected a number <= 2147483647, got 2147483648"],
    ["int64", 2 ** 31, undefined],
    ["int64", 2 ** 53, "$.a: expected a number <= 9007199254740991, got about 9007199254740992"],
    ["short", 2 ** 31, undefined],
    // A text's, which says nothing of an integer.
    ["date", 2 ** 31, undefined],
  ])("of an integer is its width where that is known: %s holding %i", async (format, a, fault) => {
    const schema = { type: "object", properties: { a: { type: "integer", nullable: true, format } } };
    expect(await answered(answering(schema), { a })).toStrictEqual(fault ?? { a });
    expect(await answered(answering(schema), { a: null })).toStrictEqual({ a: null });
  });

  it("of formats and remarks decides nothing", async () => {
    const odd = {
      type: "string",
      format: "moment",
      xml: { name: "a" },
      $comment: "b",
      surprise: 1,
      pattern: "^[\\w-.]+$",
    };
    expect(await answered(answering({ type: "object", properties: { a: odd } }), { a: "x-y" })).toStrictEqual(
      { a: "x-y" },
    );
  });
});

describe("an operation that no client can have", () => {
  const paths: JsonObject = {
    "/a": {
      get: { operationId: "getA", responses: { "200": json({ $ref: "#/components/schemas/Right" }) } },
    },
    "/b": {
      get: { operationId: "getB", responses: { "200": json({ $ref: "#/components/schemas/Wrong" }) } },
    },
    "/c": {
      get: {
        operationId: "getC",
        responses: { "200": json({}), "202": { description: "", content: { "text/csv": {} } } },
      },
    },
  };
  const schemas: JsonObject = {
    Right: { type: "object", properties: { a: { type: "string" } } },
    Wrong: {
      type: "object",
      properties: { right: { $ref: "#/components/schemas/Right" }, a: { pattern: "(" } },
    },
  };
  const document: JsonObject = { ...documentWith({}), paths, components: { schemas } };

  it("is named with the reason, and costs no other", async () => {
    const { document: left, ...counts } = prepared(document);
    expect(counts).toMatchObject({ operations: 3, generated: 1 });
    expect(counts.refused.map(({ operation }) => operation).sort()).toStrictEqual(["GET /b", "GET /c"]);
    expect(counts.refused.map(({ reason }) => reason).join()).toContain("answers are json and text");
    const client = await generatedClient(left, {
      answer: (response) => response.setHeader("content-type", "application/json").end('{"a":"b"}'),
    });
    expect((await client.call("getA")).data).toStrictEqual({ a: "b" });
  });

  it("is told by `generate --try`, as lines and as JSON, and nothing is written", async () => {
    const folder = await mkdtemp(join(tmpdir(), "try-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, "api.json");
    await writeFile(file, JSON.stringify(document));
    const bin = join(import.meta.dirname, "..", "src", "bin.ts");
    const run = async (...args: readonly string[]) =>
      promisify(execFile)(process.execPath, [bin, "try", ...args]).then(
        ({ stdout }) => stdout,
        (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
      );
    expect(await run(file)).toContain(
      `${file}: 1 of 3 operations\n  GET /c: ${file}:1: #/paths/~1c/get: getC: answers are json and text`,
    );
    expect(JSON.parse(await run("--json", file))).toMatchObject([
      { document: file, operations: 3, generated: 1 },
    ]);
    expect(await run("--jsn", file)).toContain("generate --try: --jsn: give files");
    expect(await run(join(folder, "none.json"))).toContain("none.json cannot be read");
    expect(await readdir(folder)).toStrictEqual(["api.json"]);
  });
});

describe("a reference into the middle of another schema", () => {
  const id: JsonObject = { type: "string", minLength: 2 };
  const part = (name: string) => ({ $ref: `#/components/schemas/Till/properties/${name}` });
  const referring = (reference: JsonObject, properties: JsonObject) =>
    answering(
      { type: "object", properties: { id: reference } },
      { openapi: "3.1.0", components: { schemas: { Till: { type: "object", properties } } } },
    );

  it.each([
    [part("id"), "at least 2 characters"],
    [part("twin"), "at least 2 characters"],
    [{ ...part("id"), maxLength: 0 }, "at least 2 characters"],
  ])("stands for what is there: %j", async (reference, fault) => {
    const document = referring(reference, { id, twin: part("id") });
    expect(await answered(document, { id: "a" })).toContain(`$.id: expected ${fault}`);
  });

  const references: readonly (readonly [reference: string, from: JsonObject])[] = [
    ["https://till.invalid/id", {}],
    ["id", {}],
    ["/id#", {}],
    ["kin#twin", {}],
    ["#own", {}],
    ["kin#/properties/a", {}],
    // Ids within others are relative to these, where they are named as well as where they are referred from.
    ["within/deep", {}],
    ["deep", { $id: "within/id" }],
    ["../id", { $id: "within/id" }],
    ["deep#end", { $id: "within/id" }],
  ];

  it.each(references)("may be by an id or an anchor: %s, from %j", async (reference, from) => {
    const deep: JsonObject = { $id: "within/deep", ...id, properties: { d: { $anchor: "end", ...id } } };
    const schemas: JsonObject = {
      Id: { $id: "https://till.invalid/id", ...id },
      Kin: { $id: "https://till.invalid/kin", properties: { a: id, b: { $anchor: "twin", ...id }, deep } },
      Till: {
        $id: "https://till.invalid/till",
        properties: {
          id: { ...from, $ref: reference },
          c: { $anchor: "own", ...id },
        },
      },
    };
    const document = answering(
      { $ref: "#/components/schemas/Till" },
      { openapi: "3.1.0", components: { schemas } },
    );
    expect(await answered(document, { id: "a" })).toContain("$.id: expected at least 2 characters");
  });

  it("is refused where it contains itself", () => {
    const kin: JsonObject = { type: "object", properties: { next: part("kin") } };
    const { generated, refused } = prepared(referring(part("kin"), { kin }));
    expect(generated).toBe(0);
    expect(refused[0]?.reason).toContain("a schema may refer to #/components/schemas/… only");
  });
});
