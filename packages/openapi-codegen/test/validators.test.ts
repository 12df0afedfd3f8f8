import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Schema } from "@tieout/http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientPaths, generateFiles } from "../src/index.ts";
import { type TinyWorkspace, tinyWorkspace } from "./workspace.ts";

let tiny: TinyWorkspace;
let code: string;
let check: Record<string, Schema>;
beforeAll(async () => {
  tiny = await tinyWorkspace();
  code = (await generateFiles(clientPaths(tiny.packageFolder))).files["validators.js"] ?? "";
  const file = join(tiny.packageFolder, "validators.mjs");
  await writeFile(file, code);
  check = await import(pathToFileURL(file).href);
});
afterAll(() => tiny.remove());

const FORMATS: Readonly<Record<string, string>> = { printed_at: "date-time", event_id: "uuid", page: "uri" };

const receipt = {
  receipt_id: "r_1",
  event_id: "8b0e7c52-5f0c-4b8e-9d55-0c2f6d1f3c11",
  amount: 1200,
  currency: "EUR",
  printed_at: "2026-11-20T22:04:05.120+05:30",
  till: null,
};

/** What is wrong with a body: where, and what was wanted there. */
const issues = (name: string, body: unknown): readonly string[] => {
  const schema = check[name];
  if (typeof schema !== "function") throw new Error(`no schema ${name}`);
  const outcome = schema(body);
  return outcome === true
    ? []
    : outcome.map(({ steps, expected }) => `${steps.toReversed().join(".")}: ${expected}`);
};

describe("generated validators", () => {
  it("take a right answer, with members that the spec does not know", () => {
    expect(issues("getReceiptResponse", { ...receipt, anything: 1 })).toStrictEqual([]);
    expect(issues("listReceiptsResponse", { total: 1, receipts: [receipt], page: 1 })).toStrictEqual([]);
  });

  it.each([
    ["digits that JSON parsing has lost", "9007199254740993", "amount: a number <= 9007199254740991"],
    ["a fraction", "12.5", "amount: integer"],
    ["a text", '"1200"', "amount: integer"],
    ["below the safe range", "-9007199254740993", "amount: a number >= -9007199254740991"],
  ])("refuse an amount with %s", (_, amount, issue) => {
    const body: unknown = JSON.parse(JSON.stringify(receipt).replace("1200", amount));
    expect(issues("getReceiptResponse", body)).toStrictEqual([issue]);
  });

  it("say what was wanted", () => {
    expect(issues("getReceiptResponse", { ...receipt, note: 1, kind: "c" }).toSorted()).toStrictEqual([
      "kind: one of sale, return",
      "note: string or null",
    ]);
  });

  it("bound 32-bit integers, and every other integer to those that cannot have been rounded", () => {
    expect(issues("getReceiptResponse", { ...receipt, copies: 2 ** 31 })).toStrictEqual([
      "copies: a number <= 2147483647",
    ]);
    expect(issues("listReceiptsResponse", { total: 2 ** 53, receipts: [] })).toStrictEqual([
      "total: a number <= 9007199254740991",
    ]);
  });

  it("let a nullable member be null, and give one issue where it is wrong", () => {
    expect(issues("getReceiptResponse", { ...receipt, note: null })).toStrictEqual([]);
    expect(issues("getReceiptResponse", { ...receipt, note: 7 })).toStrictEqual(["note: string or null"]);
    expect(issues("getReceiptResponse", { ...receipt, till: { till_id: "t" } })).toStrictEqual([]);
    expect(issues("getReceiptResponse", { ...receipt, till: { till_id: 1 } })).toStrictEqual([
      "till.till_id: string",
    ]);
  });

  it.each([
    ["printed_at", "2026-02-30T10:00:00Z"],
    ["printed_at", "2026-11-20 22:04:05"],
    ["event_id", "no uuid"],
    ["page", "nowhere"],
    ["page", "https://a.b/c d"],
    ["page", "https://a.b/%zz"],
  ])("check the format of %s: not %s", (name, value) => {
    expect(issues("getReceiptResponse", { ...receipt, [name]: value })).toStrictEqual([
      `${name}: a text of the format ${FORMATS[name]}`,
    ]);
  });

  it.each(["https://a.b/c?d=%C3%A9#e", "urn:isbn:0451450523", "mailto:a@b.c"])(
    "take %s for a URI",
    (page) => {
      expect(issues("getReceiptResponse", { ...receipt, page })).toStrictEqual([]);
    },
  );

  it("find all issues of an answer, not only the first", () => {
    const broken = { ...receipt, amount: 1.5, currency: "euro" };
    expect(issues("listReceiptsResponse", { total: 1, receipts: [broken, receipt, broken] })).toHaveLength(4);
  });

  it("demand of an answer what is strict, and of a request what is documented", () => {
    const { receipt_id, amount, currency } = receipt;
    expect(issues("getReceiptResponse", { receipt_id, amount, currency })).toStrictEqual([]);
    expect(issues("getReceiptResponse", { receipt_id, amount })).toStrictEqual(["currency: a value"]);
    expect(issues("createReceiptRequest", { receipt_id, amount, currency })).toHaveLength(3);
  });

  it("import what they need, and no compiler's helper", () => {
    expect(code).not.toMatch(/require\(|ajv/);
    expect(code).toMatch(/^import \{ all, .*\} from "@tieout\/http\/schema";$/m);
  });
});
