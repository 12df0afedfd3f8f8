import {
  isArray,
  isObject,
  type JsonObject,
  mapMembers,
  pointerToken,
  SpecRefused,
  textsOf,
} from "../document/json.ts";
import { allOfParts, componentName, mapSchema } from "../document/schema-walk.ts";
import { SIDES } from "../model/response-view.ts";
import { idMember } from "../model/tolerance.ts";
import { withBranchesApart } from "../model/unions.ts";

/** Members of a schema that describe and never decide. They would only make the generated code longer. */
const DESCRIPTIVE = [
  ...[
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "externalDocs",
    "xml",
    "$comment",
  ],
  // Names for references, of which only those to components are taken; and who may send a member, which the view decides.
  ...["$anchor", "$defs", "$schema", "$vocabulary", "readOnly", "writeOnly"],
  // How a text is to be read, which is left to the caller.
  ...["contentEncoding", "contentMediaType", "contentSchema"],
];

/** What of an answer may be wrong, the ids by which that is told, and the members that the other side alone may send. */
export const TOLERANCE: readonly string[] = [
  "x-strict",
  "x-due",
  "x-independent-items",
  "x-own-id",
  "x-item-id",
  "x-answers-alone",
  "x-requests-alone",
];

/** Members that decide something which nothing here would carry out. */
const UNSUPPORTED = ["nullable", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$id"];

const onlySupported = (schema: JsonObject): JsonObject => {
  const found = UNSUPPORTED.find((name) => name in schema);
  if (found !== undefined)
    throw new SpecRefused(`${found}: not supported in schemas, and must not be ignored`);
  return schema;
};

const hasType = (schema: JsonObject, type: string) =>
  schema["type"] === type || (isArray(schema["type"]) && schema["type"].includes(type));

const withoutDescription = (schema: JsonObject): JsonObject =>
  mapMembers(schema, (value, name) =>
    DESCRIPTIVE.includes(name) || (name.startsWith("x-") && !TOLERANCE.includes(name)) ? undefined : value,
  );

/** Refuses a schema that no value can keep to: a part of it that others use too requires what one side alone may send. */
const demandSendable = (document: JsonObject, schema: JsonObject): JsonObject => {
  const parts = [...allOfParts(document, schema)];
  const required = parts.flatMap((part) => textsOf(part["required"]));
  for (const [mark, side] of Object.entries(SIDES)) {
    const name = parts.flatMap((part) => textsOf(part[side])).find((one) => required.includes(one));
    if (name !== undefined)
      throw new SpecRefused(
        `allOf: ${name} is ${mark} in one part, and required in another that is referred to: require it beside the reference`,
      );
  }
  return schema;
};

const INT32_LIMIT = 2 ** 31;

/**
 * Puts into bounds what a number's format says, for validators know formats of texts only.
 * Every integer is bounded to those that JSON parsing cannot round: beyond them the digits sent are lost, so
 * a value there cannot be trusted.
 */
const withNumberBounds = (schema: JsonObject): JsonObject => {
  const { format, ...rest } = schema;
  if (hasType(schema, "integer")) {
    const narrow = format === "int32";
    const minimum = narrow ? -INT32_LIMIT : Number.MIN_SAFE_INTEGER;
    const maximum = narrow ? INT32_LIMIT - 1 : Number.MAX_SAFE_INTEGER;
    const known = format === undefined || narrow || format === "int64";
    if (!known) throw new SpecRefused(`format ${format}: not known for an integer`);
    const hasMinimum = typeof rest["minimum"] === "number" || typeof rest["exclusiveMinimum"] === "number";
    const hasMaximum = typeof rest["maximum"] === "number" || typeof rest["exclusiveMaximum"] === "number";
    return { ...rest, ...(hasMinimum ? {} : { minimum }), ...(hasMaximum ? {} : { maximum }) };
  }
  if (hasType(schema, "number") && (format === "double" || format === "float")) return rest;
  return schema;
};

/** Joins `anyOf: [one type, null]` into one schema of two types: shorter code, and one error where it is wrong instead of three. */
const withNullJoined = (schema: JsonObject): JsonObject => {
  const { anyOf, ...rest } = schema;
  if (!isArray(anyOf) || anyOf.length !== 2 || Object.keys(rest).length > 0) return schema;
  const isNull = (value: unknown) => JSON.stringify(value) === '{"type":"null"}';
  const other = anyOf.filter((branch) => !isNull(branch)).find(isObject);
  const type = other?.["type"];
  if (
    !anyOf.some(isNull) ||
    other === undefined ||
    typeof type !== "string" ||
    "enum" in other ||
    "const" in other
  ) {
    return schema;
  }
  return { ...other, type: [type, "null"] };
};

/** The identity of a component's schema among validators. */
export const componentId = (name: string): string => `/${name}`;

const withLocalReference = (schema: JsonObject): JsonObject => {
  const name = componentName(schema["$ref"]);
  if (name === undefined && schema["$ref"] !== undefined) {
    throw new SpecRefused(`${schema["$ref"]}: a schema may refer to #/components/schemas/… only`);
  }
  return name === undefined ? schema : { ...schema, $ref: componentId(name) };
};

const withTypeForProperties = (schema: JsonObject): JsonObject =>
  schema["type"] === undefined && (schema["properties"] ?? schema["required"]) !== undefined
    ? { type: "object", ...schema }
    : schema;

/** A schema with the members that identify what may be left out of it, or which part of it. */
const withIds = (document: JsonObject, schema: JsonObject, reference?: JsonObject): JsonObject => {
  const { items } = schema;
  const own = schema["x-strict"] === undefined ? undefined : idMember(document, reference ?? schema);
  const ofItem =
    schema["x-independent-items"] === true && isObject(items) ? idMember(document, items) : undefined;
  return {
    ...schema,
    ...(own !== undefined && { "x-own-id": own }),
    ...(ofItem !== undefined && { "x-item-id": ofItem }),
  };
};

/** A schema of the response view as the validator compiler takes it: nothing descriptive, components by {@link componentId}. */
export const validatorSchema = (document: JsonObject, schema: JsonObject, name?: string): JsonObject => {
  const reference = name === undefined ? undefined : { $ref: `#/components/schemas/${pointerToken(name)}` };
  // By themselves first: branches are told apart by what their references lead to.
  const apart = mapSchema(schema, (inner) =>
    withIds(document, withBranchesApart(document, demandSendable(document, onlySupported(inner)))),
  );
  const marked = reference === undefined ? apart : withIds(document, apart, reference);
  return mapSchema(marked, (inner) =>
    withNullJoined(withTypeForProperties(withLocalReference(withNumberBounds(withoutDescription(inner))))),
  );
};
