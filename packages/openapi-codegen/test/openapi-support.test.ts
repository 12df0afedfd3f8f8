// Proves of every field of every object of OpenAPI 3.1 what becomes of it: carried out, refused, or harmless. The page
// docs/openapi-support.md is made of the same rows: `vitest run test/openapi-support.test.ts -u` mends it.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, type Json, type JsonObject, SpecRefused } from "../src/index.ts";
import { base } from "./openapi-support/base.ts";
import { OBJECTS, type Row } from "./openapi-support/rows.ts";

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The document with a value at a place, which is made where it is not there. */
const withValue = (holder: Json | undefined, [name, ...rest]: readonly string[], value: Json): Json => {
  if (name === undefined) return value;
  if (Array.isArray(holder) || (holder === undefined && /^\d+$/.test(name))) {
    const list: readonly Json[] = Array.isArray(holder) ? holder : [];
    const longer = list.length > Number(name) ? list : [...list, null];
    return longer.map((item, index) =>
      index === Number(name) ? withValue(item ?? undefined, rest, value) : item,
    );
  }
  const object: JsonObject = isObject(holder) ? holder : {};
  return { ...object, [name]: withValue(object[name], rest, value) };
};

const placeOf = (at: readonly string[], row: Row): readonly string[] => {
  const steps: string[] = [...at];
  for (const step of row.at ?? [row.field]) {
    if (step === "..") steps.pop();
    else steps.push(step);
  }
  return steps;
};

/** The code that is made of a document, without its comments. */
const codeOf = async (document: JsonObject): Promise<string> => {
  const { "openapi.json": _, ...files } = await filesOf("tiny", document);
  const code = Object.values(files).join("\n");
  return code.replaceAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replaceAll(/^\s*\n/gm, "");
};

const asObject = (value: Json): JsonObject => {
  if (!isObject(value)) throw new Error("no object");
  return value;
};

let madeOfBase: Promise<string> | undefined;
const ofBase = (): Promise<string> => {
  madeOfBase ??= codeOf(base);
  return madeOfBase;
};

const rows = Object.entries(OBJECTS).flatMap(([object, { at, given, rows: own }]) =>
  own.map((row) => ({ name: `${object}.${row.field}`, row, at, given })),
);

describe("a field of OpenAPI 3.1", () => {
  it.each(rows)("$name is $row.fate", async ({ row, at, given }) => {
    const before = given === undefined ? base : asObject(withValue(base, ...given));
    const edited = asObject(withValue(before, placeOf(at, row), row.value));
    if (row.fate === "refused") return expect(filesOf("tiny", edited)).rejects.toThrow(SpecRefused);
    const [code, other] = await Promise.all([before === base ? ofBase() : codeOf(before), codeOf(edited)]);
    if (row.fate === "harmless") expect(other).toBe(code);
    else expect(other).not.toBe(code);
  });
});

/** What the linter knows of OpenAPI 3.1; names that begin with x- are its own. */
const knownFields = (): readonly string[] => {
  const load = createRequire(createRequire(import.meta.url).resolve("openapi-typescript/package.json"));
  const { getTypes } = load("@redocly/openapi-core");
  const types: Readonly<Record<string, { readonly properties?: object }>> = getTypes("oas3_1");
  // Of JSON Schema's older drafts, or the linter's own.
  const foreign = new Set([
    "Schema.id",
    "Schema.definitions",
    "Schema.example",
    "Schema.summary",
    "TagGroup.name",
    "TagGroup.tags",
  ]);
  return Object.entries(types)
    .filter(
      ([object]) =>
        !/Flow$|^ClientCredentials$|^AuthorizationCode$|^Logo$|^X/.test(object) || object === "Xml",
    )
    .flatMap(([object, { properties = {} }]) => Object.keys(properties).map((field) => `${object}.${field}`))
    .filter((name) => !name.includes(".x-") && !foreign.has(name));
};

it("no field is left out", () => {
  const listed = new Set(rows.map(({ name }) => name));
  expect(knownFields().filter((name) => !listed.has(name))).toStrictEqual([]);
  expect(rows.length).toBe(listed.size);
});

it("docs/openapi-support.md says so", async () => {
  const file = join(import.meta.dirname, "..", "..", "..", "docs", "openapi-support.md");
  const intro = (await readFile(file, "utf8").catch(() => "")).split("## Root")[0] ?? "";
  const tables = Object.entries(OBJECTS).map(([object, { rows: own }]) => {
    const lines = own.map(
      ({ field, fate, note = "" }) => `- \`${field}\`: ${fate}${note === "" ? "" : `; ${note}`}`,
    );
    return [`## ${object}`, "", ...lines, ""].join("\n");
  });
  await expect(`${intro}${tables.join("\n")}`).toMatchFileSnapshot(file);
});
