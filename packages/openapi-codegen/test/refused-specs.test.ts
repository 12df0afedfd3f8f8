import { afterAll, beforeAll, expect, it } from "vitest";
import { filesOf, type JsonObject, readDocument, SpecRefused } from "../src/index.ts";
import { type TinyWorkspace, tinyWorkspace } from "./workspace.ts";

let tiny: TinyWorkspace;
let document: JsonObject;
beforeAll(async () => {
  tiny = await tinyWorkspace();
  ({ document } = await readDocument(tiny.root, "specs/tiny/openapi.yaml"));
});
afterAll(() => tiny.remove());

it.each([
  ['"x-retry":"keyed"', '"x-retry":"often"', "createReceipt: x-retry must be one of safe, keyed, never"],
  ['"x-retry":"keyed"', '"x-retry":"never"', "createReceipt: x-idempotency-key belongs to x-retry: keyed"],
  ['"x-idempotency-key":"event_id"', '"x-idempotency-key":"nonce"', "the request has no property nonce"],
  ['"style":"offset"', '"style":"cursor"', "listReceipts: x-pagination of style: cursor needs items"],
  [
    '"operationId":"getReceipt"',
    '"operationId":"listReceipts"',
    "listReceipts is that of GET /receipts already",
  ],
  ['"x-strict":["receipt_id"', '"x-strict":["receipt"', "x-strict names receipt that"],
  ['"format":"date-time"', '"format":"moment"', 'unknown format "moment"'],
  ['"format":"int64"', '"format":"int128"', "format int128"],
  ['"minLength":1', '"surprise":1', "surprise"],
  ['"#/components/schemas/Till"', '"#/components/schemas/Drawer"', "Drawer"],
  [
    '"application/json":{"schema":{"$ref":"#/components/schemas/ReceiptPage"',
    '"text/csv":{"schema":{"$ref":"#/components/schemas/ReceiptPage"',
    "listReceipts: x-pagination walks answers of JSON",
  ],
])("a spec with %s as %s is refused, saying what is wrong", async (from, to, expected) => {
  const text = JSON.stringify(document);
  expect(text).toContain(from);
  const work = filesOf("tiny", JSON.parse(text.replace(from, to)));
  await expect(work).rejects.toThrow(SpecRefused);
  await expect(work).rejects.toThrow(expected);
});
