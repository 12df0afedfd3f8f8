import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapMembers,
  objectAt,
  SpecRefused,
  textAt,
  textsOf,
} from "../document/json.ts";
import { ANYTHING, flagsOf, limits, listOf, type Made, numberAt, objectCode, valueCode } from "./code.ts";
import { formatCode } from "./format-code.ts";
import { listCode } from "./list-code.ts";
import { membersCode } from "./members-code.ts";
import { unevaluatedCode } from "./unevaluated-code.ts";
import { TOLERANCE } from "./validator-schema.ts";

/** Types by their bits, as `@tieout/http/schema` sums them up. */
const BITS: ReadonlyMap<Json | undefined, number> = new Map<Json, number>([
  ["string", 1],
  ["integer", 2],
  ["number", 4],
  ["boolean", 8],
  ["array", 16],
  ["object", 32],
  ["null", 64],
]);
const [INTEGER, ANY_INTEGER] = [2, 256] as const;
const NOTHING = "0";
const NULL = "64";

/** Every keyword that is carried out below, and what is said with one of them. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    "type",
    "const",
    "enum",
    "$ref",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "discriminator",
  ],
  ...["maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf"],
  ...["maxLength", "minLength", "pattern", "format"],
  ...[
    "items",
    "prefixItems",
    "contains",
    "minContains",
    "maxContains",
    "maxItems",
    "minItems",
    "uniqueItems",
  ],
  ...["properties", "required", "additionalProperties", "patternProperties", "propertyNames"],
  ...["maxProperties", "minProperties", "dependentRequired", "dependentSchemas", "dependencies"],
  ...["unevaluatedProperties", "unevaluatedItems"],
  ...TOLERANCE,
]);

/** An expression that is a schema of `@tieout/http/schema`. */
export const schemaCode = (schema: Json, made: Made): string => {
  const [first = ANYTHING, ...more] = checksOf(schema, made);
  return more.length === 0 ? first : made.code.call("all", first, ...more);
};

/** All that a value has to keep to, one by one. */
const checksOf = (schema: Json, made: Made): readonly string[] => {
  if (!isObject(schema)) return [schema === false ? NOTHING : ANYTHING];
  const unknown = Object.keys(schema).find((name) => !KNOWN.has(name));
  if (unknown !== undefined)
    throw new SpecRefused(`${unknown}: not supported in schemas, and must not be ignored`);
  // Beside it `withBranchesApart` says again, for the compiler, what the member may be.
  const member = textAt(objectAt(schema, "discriminator"), "propertyName");
  if (member !== undefined) return [byCode(member, listOf(schema["oneOf"]), made)];
  const checks = [
    ...typeCode(schema),
    ...numberCode(schema, made),
    ...textCode(schema, made),
    ...listCode(schema, made),
    ...membersCode(schema, made),
    ...valuesCode(schema, made),
    ...unionCode(schema, made),
    ...unevaluatedCode(schema, made),
  ];
  // A set of types that the ones before say as well.
  return checks.filter((one, at) => !/^\d+$/.test(one) || checks.indexOf(one) === at);
};

const isSafe = (limit: number | undefined): boolean =>
  limit !== undefined && Number.isSafeInteger(Math.trunc(limit));

/** Integers are those that parsing cannot have rounded, unless limits of their own go beyond. */
const typeCode = ({ type, ...schema }: JsonObject): readonly string[] => {
  if (type === undefined) return [];
  const bits = (isArray(type) ? type : [type]).reduce<number>((sum, one) => sum | (BITS.get(one) ?? 0), 0);
  const isNarrow = isSafe(lowest(schema)) && isSafe(highest(schema));
  return [String((bits & INTEGER) !== 0 && !isNarrow ? (bits & ~INTEGER) | ANY_INTEGER : bits)];
};

const lowest = (schema: JsonObject) => numberAt(schema, "minimum") ?? numberAt(schema, "exclusiveMinimum");
const highest = (schema: JsonObject) => numberAt(schema, "maximum") ?? numberAt(schema, "exclusiveMaximum");

const isSafeEnd = (value: Json): boolean =>
  typeof value === "number" && Math.abs(value) === Number.MAX_SAFE_INTEGER;

/** The limits of numbers, but for those of every integer. */
const numberCode = (schema: JsonObject, made: Made): readonly string[] => {
  const types = isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  const isWhole = types.includes("integer") && !types.includes("number");
  const own = mapMembers(schema, (value) => (isWhole && isSafeEnd(value) ? undefined : value));
  return limits(own, made, {
    maximum: "maximum",
    minimum: "minimum",
    exclusiveMaximum: "below",
    exclusiveMinimum: "above",
    multipleOf: "multipleOf",
  });
};

const textCode = (schema: JsonObject, made: Made): readonly string[] => {
  const source = textAt(schema, "pattern");
  const format = textAt(schema, "format");
  const flags = source === undefined || flagsOf(source) === "u" ? undefined : valueCode("");
  const found = [
    source === undefined ? undefined : made.code.call("pattern", valueCode(source), flags),
    format === undefined ? undefined : formatCode(format, made.code),
  ];
  return [
    ...limits(schema, made, { maxLength: "maxLength", minLength: "minLength" }),
    ...found.filter((one) => one !== undefined),
  ];
};

const valuesCode = (schema: JsonObject, { code, referred }: Made): readonly string[] => {
  const { enum: known } = schema;
  const reference = textAt(schema, "$ref");
  const called = listOf(known).some((one) => typeof one === "object" && one !== null)
    ? "valuesLike"
    : "values";
  return [
    ...(reference === undefined ? [] : [referred(reference)]),
    ...("const" in schema ? [code.call("constant", valueCode(schema["const"]))] : []),
    ...(isArray(known) ? [code.call(called, ...known.map(valueCode))] : []),
  ];
};

const unionCode = (schema: JsonObject, made: Made): readonly string[] => {
  const { not, anyOf, oneOf, allOf, if: test, then: passed, else: failed } = schema;
  const each = (list: Json | undefined) => listOf(list).map((one) => made.write(one));
  const maybe = (one: Json | undefined) => (one === undefined ? undefined : made.write(one));
  return [
    ...(not === undefined ? [] : [made.code.call("not", made.write(not))]),
    ...(isArray(anyOf) ? [nullableCode(each(anyOf), made) ?? made.code.call("any", ...each(anyOf))] : []),
    ...(isArray(oneOf) ? [made.code.call("oneOf", ...each(oneOf))] : []),
    ...listOf(allOf).flatMap((one) => checksOf(one, made)),
    ...(test === undefined || (passed ?? failed) === undefined
      ? []
      : [made.code.call("when", made.write(test), maybe(passed) ?? ANYTHING, maybe(failed))]),
  ];
};

/** One schema or null. */
const nullableCode = (branches: readonly string[], { code }: Made): string | undefined => {
  const [other, ...more] = branches.filter((one) => one !== NULL);
  return other !== undefined && more.length === 0 && branches.length === 2
    ? code.call("orNull", other)
    : undefined;
};

/** Branches as `withBranchesApart` makes them: of each, the values that its member has, and the one schema that it is. */
const byCode = (member: string, branches: readonly Json[], made: Made): string => {
  const schemas = branches.filter(isObject).flatMap((branch) => {
    const code = made.write(listOf(branch["allOf"])[0] ?? true);
    return textsOf(objectAt(objectAt(branch, "properties"), member)["enum"]).map(
      (value) => [value, code] as const,
    );
  });
  return made.code.call("by", valueCode(member), objectCode(schemas));
};
