// Proves that a client with one operation of many is as large as one with one of few.

import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { filesOf, type JsonObject } from "../src/index.ts";
import { bundleOf } from "../src/testing/index.ts";
import { documentWith } from "./generated-client.ts";

const text: JsonObject = { type: "string", pattern: "^[a-z]", format: "email" };

/** Operations that have nothing in common with each other, and one of each kind of code that only some need. */
const documentOf = (count: number): JsonObject => ({
  ...documentWith({}),
  paths: Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const member: JsonObject = { type: "object", properties: { [`m${index}`]: text } };
      const body = (type: string): JsonObject => ({ content: { [type]: { schema: member } } });
      const types = ["application/json", "multipart/form-data", "text/csv", "application/pdf"];
      const operation: JsonObject = {
        operationId: `op${index}`,
        "x-retry": "never",
        requestBody: body(types[index % types.length] ?? ""),
        responses: { "200": { description: "", ...body("application/json") } },
      };
      return [`/p${index}`, { post: operation }];
    }),
  ),
});

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "one-of-many-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const sizeOfOne = async (count: number): Promise<number> => {
  const folder = join(root, String(count));
  await mkdir(join(folder, "src", "generated"), { recursive: true });
  await symlink(join(import.meta.dirname, "..", "node_modules"), join(folder, "node_modules"));
  for (const [name, code] of Object.entries(await filesOf("tiny", documentOf(count))))
    await writeFile(join(folder, "src", "generated", name), code);
  await writeFile(
    join(folder, "src", "picks.ts"),
    'export { pickOperations } from "@tieout/http"; export * from "./generated/picks.ts";',
  );
  const statement =
    'import { op0, pickOperations } from "@tiny/client/picks"; globalThis.x = pickOperations("a", { op0 });';
  return (await bundleOf(folder, statement)).gzippedBytes;
};

it("of 100 operations one costs what it costs of ten", async () => {
  const [few, many] = [await sizeOfOne(10), await sizeOfOne(100)];
  // Names of constants come out a digit longer.
  expect(many).toBeLessThanOrEqual(few + 8);
  expect(few).toBeGreaterThan(1000);
});
