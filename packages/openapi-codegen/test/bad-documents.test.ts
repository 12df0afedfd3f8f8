// Proves that what is wrong with a document is told in one sentence each, with file, line and pointer.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineOf, readFault } from "../src/document/place.ts";

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

describe("the line of a pointer", () => {
  it("is that of its last step, behind the others", () => {
    const text = '{\n  "get": 1,\n  "paths": {\n    "/a~b": { "post": 1,\n      "get": 2 } } }';
    expect(lineOf(text, "#/paths/~1a~0b/get")).toBe(5);
    expect(lineOf(text, "#/get")).toBe(2);
    expect(lineOf(text, "#/paths/~1a~0b/put")).toBeUndefined();
  });
});

it("what cannot be read and names no place is told in the reader's own words, cut where they have no end", () => {
  const words = `Unsupported specification${"!".repeat(3000)}`;
  expect(readFault("till.yaml", `\n  ${words}\n`)).toBe(`till.yaml cannot be read: ${words.slice(0, 2000)}`);
  const said = '\n  - bad indentation of a mapping entry in "/specs/till.yaml" (7:3)\n';
  expect(readFault("till.yaml", said)).toBe("till.yaml:7:3: #: bad indentation of a mapping entry");
});
