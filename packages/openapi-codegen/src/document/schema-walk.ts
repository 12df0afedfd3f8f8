import { dereference, isArray, isObject, type Json, type JsonObject, mapMembers } from "./json.ts";

const SCHEMA_MEMBERS = [
  "items",
  "additionalProperties",
  "contains",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
] as const;
const SCHEMA_LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"] as const;
const SCHEMA_MAPS = ["properties", "patternProperties", "dependentSchemas"] as const;

const isOneOf = (names: readonly string[], name: string) => names.includes(name);

/** The schemas directly inside a schema (JSON Schema 2020-12), without following references. */
const subschemasOf = (schema: JsonObject): readonly JsonObject[] =>
  Object.entries(schema).flatMap(([name, value]) => {
    if (isOneOf(SCHEMA_MEMBERS, name)) return isObject(value) ? [value] : [];
    if (isOneOf(SCHEMA_LISTS, name)) return isArray(value) ? value.filter(isObject) : [];
    if (isOneOf(SCHEMA_MAPS, name)) return isObject(value) ? Object.values(value).filter(isObject) : [];
    return [];
  });

/**
 * Rebuilds a schema from the inside out: first everything inside it, then itself, by `change`.
 * Member order is kept. `const`, `enum`, `default` and examples are values, not schemas, and stay untouched.
 */
export const mapSchema = (schema: JsonObject, change: (schema: JsonObject) => JsonObject): JsonObject => {
  const visit = (value: Json): Json => (isObject(value) ? mapSchema(value, change) : value);
  const inner = mapMembers(schema, (value, name) => {
    if (isOneOf(SCHEMA_MEMBERS, name)) return visit(value);
    if (isOneOf(SCHEMA_LISTS, name)) return isArray(value) ? value.map(visit) : value;
    if (isOneOf(SCHEMA_MAPS, name)) return isObject(value) ? mapMembers(value, visit) : value;
    return value;
  });
  return change(inner);
};

const SCHEMA_REFERENCE = /^#\/components\/schemas\/([^/]+)$/;

/** The component name that a schema reference names, or undefined for any other text. */
export const componentName = (reference: Json | undefined): string | undefined =>
  typeof reference === "string" ? SCHEMA_REFERENCE.exec(reference)?.[1] : undefined;

/** The names of the components that a schema mentions, directly or within its own subschemas. */
export const mentionedComponents = (schema: JsonObject): readonly string[] => {
  const own = componentName(schema["$ref"]);
  return [...(own === undefined ? [] : [own]), ...subschemasOf(schema).flatMap(mentionedComponents)];
};

/** A schema and all parts of its `allOf`, references followed, each once. */
export const allOfParts = (document: JsonObject, schema: JsonObject): ReadonlySet<JsonObject> => {
  const parts = new Set([dereference(document, schema)]);
  for (const { allOf } of parts)
    for (const part of isArray(allOf) ? allOf : []) parts.add(dereference(document, part));
  return parts;
};

/** Applies a change to every schema below a part of a document that is no schema itself (paths, responses, …). */
export const mapHeldSchemas = (part: Json, change: (schema: JsonObject) => JsonObject): Json => {
  if (isArray(part)) return part.map((item) => mapHeldSchemas(item, change));
  if (!isObject(part)) return part;
  return mapMembers(part, (value, name) => {
    if (name === "example" || name === "examples") return value;
    return name === "schema" && isObject(value) ? mapSchema(value, change) : mapHeldSchemas(value, change);
  });
};

/** Applies a change to every schema of a document, its components included. */
export const mapEverySchema = (
  document: JsonObject,
  change: (schema: JsonObject) => JsonObject,
): JsonObject =>
  mapMembers(document, (value, name) => {
    if (name !== "components" || !isObject(value)) return mapHeldSchemas(value, change);
    return mapMembers(value, (held, kind) => {
      if (kind !== "schemas" || !isObject(held)) return mapHeldSchemas(held, change);
      return mapMembers(held, (schema) => (isObject(schema) ? mapSchema(schema, change) : schema));
    });
  });
