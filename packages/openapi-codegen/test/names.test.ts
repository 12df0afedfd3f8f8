// Proves that no name of a spec takes the place of another, in types, methods or members.

import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { filesOf, type JsonObject, SpecRefused } from "../src/index.ts";
import { documentWith, generatedClient } from "./generated-client.ts";
import { tinyWorkspace } from "./workspace.ts";

const text: JsonObject = { type: "string" };

it("every component has a type of its own, and the file compiles", async () => {
  const schemas = {
    "foo-bar": text,
    foo_bar: { type: "integer" },
    Record: text,
    Answer: text,
    Violation: text,
    "3ds": text,
  };
  const { "types.ts": types = "" } = await filesOf("tiny", documentWith({}, { components: { schemas } }));
  for (const line of [
    "export type FooBar = components['schemas']['foo-bar'];",
    "export type FooBar_2 = components['schemas']['foo_bar'];",
    "export type RecordSchema = components['schemas']['Record'];",
    "export type AnswerSchema = components['schemas']['Answer'];",
    "export type ViolationSchema = components['schemas']['Violation'];",
    "export type _3ds = components['schemas']['3ds'];",
  ]) {
    expect(types).toContain(line);
  }
  const workspace = await tinyWorkspace();
  onTestFinished(() => workspace.remove());
  const folder = workspace.packageFolder;
  const compilerOptions = { strict: true, noEmit: true, target: "es2024", module: "nodenext", types: [] };
  await writeFile(join(folder, "types.ts"), types);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["types.ts"] }));
  const tsc = join(folder, "node_modules", ".bin", "tsc");
  const said = await promisify(execFile)(tsc, ["-p", folder]).then(
    () => "",
    (error: { stdout?: string }) => error.stdout,
  );
  expect(said).toBe("");
});

it.each(["then", "constructor", "toString", "valueOf"])(
  "an operation named %s is refused",
  async (operationId) => {
    const work = filesOf("tiny", documentWith({ operationId }));
    await expect(work).rejects.toThrow(SpecRefused);
    await expect(work).rejects.toThrow(
      `operationId ${operationId} is a name that no method of a client may have`,
    );
  },
);

it("members that every object inherits count only where they are the object's own", async () => {
  const schema: JsonObject = {
    type: "object",
    required: ["toString"],
    properties: { constructor: { type: "string" }, toString: { type: "string" } },
  };
  const responses = { "200": { description: "", content: { "application/json": { schema } } } };
  const answered = async (body: string) => {
    const client = await generatedClient(documentWith({ responses }), {
      answer: (response) => response.setHeader("content-type", "application/json").end(body),
    });
    return client.call("findThings");
  };
  await expect(answered('{"toString":"a"}')).resolves.toMatchObject({ data: { toString: "a" } });
  await expect(answered("{}")).rejects.toThrow("$.toString: expected a value, got nothing");
  await expect(answered('{"toString":"a","constructor":1}')).rejects.toThrow(
    "$.constructor: expected string, got 1",
  );
});
