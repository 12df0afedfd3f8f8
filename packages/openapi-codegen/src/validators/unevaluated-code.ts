import { isObject, type Json, type JsonObject, objectAt, textAt } from "../document/json.ts";
import { expressionCode, listOf, type Made, objectCode, valueCode } from "./code.ts";

/** Checks of what no other keyword of a schema looks at. */
export const unevaluatedCode = (schema: JsonObject, made: Made): readonly string[] => {
  const { unevaluatedProperties, unevaluatedItems, ...others } = schema;
  const checkOf = (rest: Json | undefined, isList: boolean): readonly string[] => {
    if (rest === undefined || rest === true) return [];
    const looked = lookedCode(others, { ...made, isList, within: [] });
    return [
      made.code.call(
        "unevaluated",
        rest === false ? made.code.use("nothing") : made.write(rest),
        looked,
        isList ? "true" : undefined,
      ),
    ];
  };
  return [...checkOf(unevaluatedProperties, false), ...checkOf(unevaluatedItems, true)];
};

interface Looking extends Made {
  readonly isList: boolean;
  /** Components that are being looked into: a schema that holds itself looks at nothing more. */
  readonly within: readonly string[];
}

const ALL = "{ isAll: true }";

/** What of an object or list the keywords of a schema look at, as code. */
const lookedCode = (schema: Json, looking: Looking): string => {
  if (!isObject(schema)) return "{}";
  const own = looking.isList ? itemsLookedAt(schema, looking) : membersLookedAt(schema);
  if (own === undefined) return ALL;
  const when = conditions(schema, looking).map(([test, looked]) => `[${test}, ${looked}]`);
  return objectCode([...own, ...(when.length === 0 ? [] : ([["when", `[${when.join(", ")}]`]] as const))]);
};

type Members = readonly (readonly [string, string])[];

const membersLookedAt = (schema: JsonObject): Members | undefined => {
  if ((schema["additionalProperties"] ?? schema["unevaluatedProperties"]) !== undefined) return undefined;
  const patterns = Object.keys(objectAt(schema, "patternProperties")).map(expressionCode);
  return [
    ["names", valueCode(Object.keys(objectAt(schema, "properties")))],
    ...(patterns.length === 0 ? [] : ([["patterns", `[${patterns.join(", ")}]`]] as const)),
  ];
};

const itemsLookedAt = (
  { items, contains, unevaluatedItems, prefixItems }: JsonObject,
  { write }: Looking,
): Members | undefined => {
  if ((items ?? unevaluatedItems) !== undefined) return undefined;
  const first = ["items", String(listOf(prefixItems).length)] as const;
  return contains === undefined ? [first] : [first, ["contains", write(contains)]];
};

/** What is looked at by schemas within a schema, each with the schema that a value has to keep to for it. */
const conditions = (schema: JsonObject, looking: Looking): readonly (readonly [string, string])[] => {
  const { write, within, schemaOf, code } = looking;
  const { allOf, anyOf, oneOf, if: test, then: passed = true, else: failed = true } = schema;
  const reference = textAt(schema, "$ref");
  const inner = (one: Json) => [write(one), lookedCode(one, looking)] as const;
  const always = (one: Json) => ["511", lookedCode(one, looking)] as const;
  return [
    ...(reference === undefined || within.includes(reference)
      ? []
      : [["511", lookedCode(schemaOf(reference), { ...looking, within: [...within, reference] })] as const]),
    ...listOf(allOf).map(always),
    ...[...listOf(anyOf), ...listOf(oneOf)].map(inner),
    ...(test === undefined
      ? []
      : [
          inner(test),
          [write(test), lookedCode(passed, looking)] as const,
          [code.call("not", write(test)), lookedCode(failed, looking)] as const,
        ]),
    ...Object.entries(objectAt(schema, "dependentSchemas")).map(
      ([name, one]) => [write({ type: "object", required: [name] }), lookedCode(one, looking)] as const,
    ),
  ];
};
