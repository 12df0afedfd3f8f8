import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Validator } from "@tieout/http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { filesOf, type GeneratedFiles, type JsonObject, readDocument, SpecRefused } from "../src/index.ts";
import { type TinyWorkspace, tinyWorkspace } from "./workspace.ts";

let tiny: TinyWorkspace;
let document: JsonObject;
let files: GeneratedFiles;
let made: {
  readonly examples: Readonly<Record<string, unknown>>;
  readonly queries: Readonly<Record<string, Validator>>;
};
beforeAll(async () => {
  tiny = await tinyWorkspace();
  ({ document } = await readDocument(tiny.root, "specs/tiny/openapi.yaml"));
  files = await filesOf("tiny", document);
  const file = join(tiny.packageFolder, "testing.mjs");
  await writeFile(file, files["testing.js"] ?? "");
  made = await import(pathToFileURL(file).href);
});
afterAll(() => tiny.remove());

const listed = (query: object): boolean => made.queries["listReceipts"]?.(query) ?? false;

it("the examples stand by operation, status and name, and are declared by name", () => {
  expect(made.examples["listReceipts"]).toMatchObject({ 200: { example: { total: 1 } }, 401: {} });
  expect(made.examples["getReceipt"]).toStrictEqual({ 200: {}, 401: {} });
  expect(files["testing.d.ts"]).toContain(
    'readonly listReceipts: { readonly 200: { readonly "example": unknown }; readonly 401: {  } };',
  );
});

it("a query is checked as the texts of a URL, which become what the spec says", () => {
  const query = { limit: "5", offset: "0" };
  expect(listed(query)).toBe(true);
  expect(query).toStrictEqual({ limit: 5, offset: 0 });
  for (const wrong of [{ limit: "500" }, { limit: "five" }, { limits: "5" }])
    expect(listed(wrong)).toBe(false);
});

const withWebhook = (webhook: JsonObject): JsonObject => ({
  ...document,
  webhooks: { printed: { post: webhook } },
});
const body = { content: { "application/json": { schema: { $ref: "#/components/schemas/Receipt" } } } };

it("what comes in by a webhook is held to the same view as an answer", async () => {
  const { "validators.js": code = "", "validators.d.ts": types = "" } = await filesOf(
    "tiny",
    withWebhook({ operationId: "receiveReceipt", requestBody: body }),
  );
  const file = join(tiny.packageFolder, "validators.mjs");
  await writeFile(file, code);
  const { receiveReceiptRequest } = await import(pathToFileURL(file).href);
  expect(receiveReceiptRequest({ receipt_id: "r", amount: 1, currency: "EUR" })).toBe(true);
  expect(receiveReceiptRequest({ receipt_id: "r", currency: "EUR" })).not.toBe(true);
  expect(code).toContain("printed: /* @__PURE__ */ answerCheck(receiveReceiptRequest)");
  const importsOperations = 'import type { operations } from "./types.ts";';
  expect(types).toContain(importsOperations);
  expect(types).toContain("export declare const webhookValidators");
  // A document without webhooks has no use for either, nor for a list of them.
  expect(files["validators.d.ts"]).not.toContain(importsOperations);
  for (const name of ["validators.d.ts", "validators.js"]) expect(files[name]).not.toContain("webhook");
  expect(types).toContain(
    'readonly printed: AnswerCheck<NonNullable<operations["receiveReceipt"]["requestBody"]>["content"]["application/json"]>;',
  );
});

it.each([[{ operationId: "receiveReceipt" }], [{ requestBody: body }]])(
  "a webhook that is only %j is refused",
  async (webhook) => {
    const work = filesOf("tiny", withWebhook(webhook));
    await expect(work).rejects.toThrow(SpecRefused);
    await expect(work).rejects.toThrow("printed: a webhook is a post with an operationId and a JSON body");
  },
);
