// Proves that what is wrong with a document is told in one sentence each, with file, line and pointer.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineOf, readFault } from "../src/document/place.ts";
import { filesOf } from "../src/index.ts";

const HEAD = 'info: { title: Till, version: "1" }\n';
const OK = '{ "200": { description: ok } }';
const ref = (name: string) =>
  `{ operationId: ${name}, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } } } } }`;

/** Where its schema stands, counted from 1. */
const column = (name: string) => `    get: ${ref(name)}`.indexOf("{ $ref") + 1;

/** Each document, and what is said of it, without its folder. */
const DOCUMENTS: Readonly<Record<string, readonly [text: string, said: readonly string[]]>> = {
  "dangling.yaml": [
    `openapi: 3.1.0\n${HEAD}paths:\n  /a:\n    get: ${ref("nobody")}\n  /b:\n    get: ${ref("nothing")}\n  /c: { $ref: ./none.yaml }\n  /d: { $ref: "./part.yaml#/d" }\n`,
    [
      "/c: dangling.yaml:8:7: #/paths/~1c: ./none.yaml: cannot be read",
      `GET /a: dangling.yaml:5:${column("nobody")}: #/paths/~1a/get/responses/200/content/application~1json/schema: #/components/schemas/nobody: leads nowhere`,
      `GET /b: dangling.yaml:7:${column("nothing")}: #/paths/~1b/get/responses/200/content/application~1json/schema: #/components/schemas/nothing: leads nowhere`,
      // It lies in another file, and is named by its place there.
      "GET /d: part.yaml:6:24: #/components/schemas/Odd/properties/inner: #/gone: leads nowhere",
    ],
  ],
  "tab.yaml": [
    "openapi: 3.1.0\ninfo:\n\ttitle: Till\n",
    ["*: tab.yaml:3:1: #: tab characters must not be used in indentation"],
  ],
  "cut.json": [
    '{ "openapi": "3.1.0",\n',
    ["*: cut.json:2:1: #: unexpected end of the stream within a flow collection"],
  ],
  "old.json": [
    '{\n  "info": { "title": "Till", "version": "1" },\n  "swagger": "2.0",\n  "paths": {}\n}\n',
    ["*: old.json:3: #/swagger: OpenAPI 2.0: only 3.0 and 3.1 are read; convert it first"],
  ],
  "short.yaml": [
    `${HEAD}openapi: 3.1\npaths: {}\n`,
    ['*: short.yaml:2: #/openapi: OpenAPI 3.1: a version is a text of three numbers, such as "3.1.0"'],
  ],
  "none.json": ['{\n "paths": {} }', ["*: none.json:1: #: OpenAPI of no version: openapi is missing"]],
  "page.json": ["<html></html>", ["*: page.json:1: #: a document of OpenAPI is an object"]],
  "list.json": [
    '{ "openapi": "3.1.0", "info": { "title": "Till", "version": "1" },\n "paths": [] }',
    ["*: list.json:2: #/paths: the paths of a document are an object"],
  ],
  "idle.json": [
    '{ "openapi": "3.1.0", "info": { "title": "Till", "version": "1" }, "paths": {} }',
    ["*: idle.json:1: #: the document has no operation"],
  ],
  "spaced.json": [
    `{ "openapi": "3.1.0", "info": { "title": "Till", "version": "1" },\n"paths": { "/a b": {\n"get": ${OK.replace("{", '{ "responses": {').replace("}", "} }").replace("description: ok", '"description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/An odd one" } } }')} } },\n"components": { "schemas": { "An odd one": {\n"$ref": "#/gone" } } } }\n`,
    [
      "GET /a b: spaced.json:3:100: #/paths/~1a b/get/responses/200/content/application~1json/schema: #/gone: leads nowhere",
    ],
  ],
  "new.yaml": [
    `${HEAD}openapi: 3.2.0\npaths: {}\n`,
    ["*: new.yaml:2: #/openapi: OpenAPI 3.2.0: only 3.0 and 3.1 are read; convert it first"],
  ],
  "twice.yaml": [
    `openapi: 3.1.0\n${HEAD}paths:\n  /get:\n    get: { operationId: find, responses: ${OK} }\n  /b:\n    post:\n      responses: ${OK}\n      operationId: find\n`,
    ["POST /b: twice.yaml:9: #/paths/~1b/post/operationId: find is that of GET /get already"],
  ],
};

/** What `dangling.yaml` takes from another file. */
const PART = `d:
  get:
    operationId: readOdd
    responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/Odd" } } } } }
Odd:
  properties: { inner: { $ref: "#/gone" } }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bad-documents-"));
  for (const [name, [text]] of Object.entries(DOCUMENTS)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, "part.yaml"), PART);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("every finding of every document is told at once, with file, line and pointer", async () => {
  const bin = join(import.meta.dirname, "..", "src", "bin.ts");
  const files = Object.keys(DOCUMENTS).map((name) => join(folder, name));
  const run = promisify(execFile)(process.execPath, [bin, "try", "--json", ...files]);
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
  const trials: unknown = JSON.parse(stdout.replaceAll(/[^" ]*bad-documents-\w+\//g, ""));
  expect(trials).toMatchObject(
    Object.entries(DOCUMENTS).map(([document, [, said]]) => ({
      document,
      refused: said.map((one) => ({
        operation: one.slice(0, one.indexOf(": ")),
        reason: one.slice(one.indexOf(": ") + 2),
      })),
    })),
  );
});

it("an operation of a spec of our own is told of with the pointer to what is wrong, all at once", async () => {
  const operation = (rest: object) => ({
    responses: { "204": { description: "" } },
    "x-retry": "safe",
    ...rest,
  });
  const answers = {
    "200": { description: "", content: { "application/json": { schema: { type: "array", items: {} } } } },
  };
  const work = filesOf("tiny", {
    openapi: "3.1.0",
    info: { title: "Till", version: "1" },
    servers: [{ url: "https://till.invalid" }],
    paths: {
      "/a": {
        get: operation({ operationId: "one", "x-retry": "often" }),
        put: operation({ operationId: "two" }),
      },
      "/b": { get: operation({ operationId: "two" }), put: operation({ operationId: "Three" }) },
      "/c": { post: operation({ operationId: "four", "x-retry": "keyed", "x-idempotency-key": "key" }) },
      "/d": {
        get: operation({ operationId: "five", responses: answers, "x-pagination": { style: "offset" } }),
      },
    },
  }).then(String, String);
  expect((await work).replace("SpecRefused: ", "").split("\n")).toStrictEqual([
    "#/paths/~1a/get/x-retry: one: x-retry must be one of safe, keyed, never",
    "#/paths/~1b/get/operationId: two is that of PUT /a already",
    "#/paths/~1b/put: PUT /b: operationId must be a camelCase name",
    "#/paths/~1c/post/x-idempotency-key: four: x-idempotency-key: the request has no property key to carry the key",
    expect.stringMatching(/^#\/paths\/~1d\/get\/x-pagination: five: x-pagination needs style/),
  ]);
});

describe("the line of a pointer", () => {
  const lineIn = (text: string, pointer: string) => lineOf({ file: "a", text, positions: [] }, pointer);

  it("is that of its last step, behind the others", () => {
    const text = '{\n  "get": 1,\n  "paths": {\n    "/a~b": { "post": 1,\n      "get": 2 } } }';
    expect(lineIn(text, "#/paths/~1a~0b/get")).toBe(5);
    expect(lineIn(text, "#/get")).toBe(2);
    expect(lineIn(text, "#/paths/~1a~0b/put")).toBeUndefined();
  });

  it.each([
    ["a member of another that has the name", '{ "a": {\n"x": { "b": 1 },\n"b": 2 } }', "#/a/b", 3],
    ["a text that looks like members", "info: |\n  paths:\n    /b: 1\npaths:\n  /b: 2\n", "#/paths/~1b", 5],
    ["items of lists before it", "a:\n  - b: 1\n  - b: 2\nc: [{ b: 3 },\n  { b: 4 }]\n", "#/c/1/b", 5],
    ["a key that is written otherwise", '{\n"\\/a": 1,\n? "c"\n: 1 }', "#/~1a", 2],
  ])("is found whatever stands before it: %s", (_, text, pointer, line) => {
    expect(lineIn(text, pointer)).toBe(line);
  });
});

it("what cannot be read and names no place is told in the reader's own words, cut where they have no end", () => {
  const words = `Unsupported specification${"!".repeat(3000)}`;
  expect(readFault("till.yaml", `\n  ${words}\n`)).toBe(`till.yaml cannot be read: ${words.slice(0, 2000)}`);
  const said = '\n  - bad indentation of a mapping entry in "/specs/till.yaml" (7:3)\n';
  expect(readFault("till.yaml", said)).toBe("till.yaml:7:3: #: bad indentation of a mapping entry");
});
