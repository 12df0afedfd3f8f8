import { isArray, isObject, type Json, type JsonObject, mapMembers } from "../document/json.ts";
import { MAPS } from "../document/members.ts";
import { withNull } from "../document/upgrade.ts";

/** Formats of texts that are checked; any other is a remark of the document's author. */
const FORMATS = new Set(
  "date time date-time duration uri uri-reference email hostname ipv4 ipv6 uuid json-pointer regex byte binary password int32 int64 float double".split(
    " ",
  ),
);

const KEYWORDS = new Set(
  "$ref type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired allOf anyOf oneOf not if then else properties patternProperties additionalProperties propertyNames items prefixItems contains dependentSchemas unevaluatedItems unevaluatedProperties format discriminator title description default example examples deprecated readOnly writeOnly $dynamicRef $id".split(
    " ",
  ),
);

/** Values of which types are told in a comment. */
const SHOWN = ["example", "examples", "default"];

/** Whether a value that decides nothing holds what looks like a reference: that would be followed as types are written. */
const isMisleading = (value: Json, name: string, shown: readonly string[]): boolean =>
  (shown.includes(name) || name.startsWith("x-")) && JSON.stringify(value).includes('"$ref"');

/** A schema without remarks: keywords and formats that decide nothing here, and texts that are none. */
export const withoutRemarks = (schema: JsonObject): JsonObject =>
  mapMembers(withNull(schema), (value, name) => {
    if (name === "format") return isKnownFormat(schema) ? value : undefined;
    if (name === "title" || name === "description") return typeof value === "string" ? value : undefined;
    if (isMisleading(value, name, SHOWN)) return undefined;
    return KEYWORDS.has(name) || name.startsWith("x-") ? value : undefined;
  });

const isKnownFormat = ({ type, format }: JsonObject): boolean => {
  const types = isArray(type) ? type : [type ?? "string"];
  if (types.includes("integer")) return format === "int32" || format === "int64";
  return typeof format === "string" && FORMATS.has(format);
};

/** A part of a document without the examples and extensions that would mislead; schemas in it are left as they are. */
export const withoutMisleading = (part: JsonObject, isMap = false): JsonObject => {
  const visit = (value: Json, inMap = false): Json => {
    if (isArray(value)) return value.map((item) => visit(item));
    return isObject(value) ? withoutMisleading(value, inMap) : value;
  };
  return mapMembers(part, (value, name) => {
    if (isMap) return visit(value);
    if (name === "schema" || name === "schemas") return value;
    return isMisleading(value, name, ["example", "value"]) ? undefined : visit(value, MAPS.includes(name));
  });
};
