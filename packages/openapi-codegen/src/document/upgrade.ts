import { isArray, type JsonObject, SpecRefused, textAt } from "./json.ts";
import { mapEverySchema } from "./schema-walk.ts";

const NULL: JsonObject = { type: "null" };

/** Says in the words of 3.1 that a value may be null. Documents of 3.1 say it in those of 3.0 now and then. */
export const withNull = ({ nullable, ...schema }: JsonObject): JsonObject => {
  if (nullable !== true) return schema;
  const { type, enum: listed } = schema;
  // Without a type, 3.0 gives `nullable` no effect, yet it is written beside `allOf` to mean one.
  if (typeof type !== "string") return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, NULL] };
  const values = isArray(listed) && !listed.includes(null) ? { enum: [...listed, null] } : {};
  return { ...schema, type: [type, "null"], ...values };
};

/** `exclusiveMinimum: true` beside `minimum` is one bound in 3.1. */
const withBound = (schema: JsonObject, bound: "minimum" | "maximum"): JsonObject => {
  const name = bound === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
  const isExclusive = schema[name];
  if (typeof isExclusive !== "boolean") return schema;
  const { [name]: _, [bound]: limit, ...rest } = schema;
  if (limit === undefined) return rest;
  return isExclusive ? { ...rest, [name]: limit } : { ...rest, [bound]: limit };
};

const upgradedSchema = (schema: JsonObject): JsonObject => {
  // What stands beside a reference has no effect in 3.0.
  if (textAt(schema, "$ref") !== undefined) return { $ref: schema["$ref"] ?? "" };
  return withNull(withBound(withBound(schema, "minimum"), "maximum"));
};

const DIALECTS = [
  "https://spec.openapis.org/oas/3.1/dialect/base",
  "https://json-schema.org/draft/2020-12/schema",
] as const;

/** Refuses versions that are neither 3.0 nor 3.1, and dialects of schemas other than theirs. */
export const demandVersion = (document: JsonObject): void => {
  const dialect = document["jsonSchemaDialect"];
  if (dialect !== undefined && !DIALECTS.some((one) => one === dialect))
    throw new SpecRefused(`#/jsonSchemaDialect: only ${DIALECTS.join(" and ")} are read`);
  const member =
    document["openapi"] === undefined && document["swagger"] !== undefined ? "swagger" : "openapi";
  const version = document[member];
  if (typeof version === "string" && /^3\.[01]\.\d+$/.test(version)) return;
  if (version === undefined) throw new SpecRefused("#: OpenAPI of no version: openapi is missing");
  const text = typeof version === "string" ? version : JSON.stringify(version);
  const help = /^3\.[01](?:\.|$)/.test(text)
    ? `a version is a text of three numbers, such as "${text.slice(0, 3)}.0"`
    : "only 3.0 and 3.1 are read; convert it first";
  throw new SpecRefused(`#/${member}: OpenAPI ${text}: ${help}`);
};

/** The document as OpenAPI 3.1 says it. Refuses what {@link demandVersion} does. */
export const upgraded = (document: JsonObject): JsonObject => {
  demandVersion(document);
  if (textAt(document, "openapi")?.startsWith("3.1.")) return document;
  return { ...mapEverySchema(document, upgradedSchema), openapi: "3.1.0" };
};
