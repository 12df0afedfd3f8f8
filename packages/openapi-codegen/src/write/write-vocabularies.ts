import { isArray, isObject, type Json, type JsonObject, objectAt, SpecRefused } from "../document/json.ts";

/** The known values of one text of a schema. */
export interface Vocabulary {
  /** The component, and behind dots the members on the way to the text: `Transaction.history.status`. */
  readonly name: string;
  readonly values: readonly string[];
}

const isText = (value: Json): value is string => typeof value === "string";

/** `enum` of a closed set; `x-known-values` of an open one, which other values may join without breaking the spec. */
const valuesOf = (schema: JsonObject, name: string): readonly string[] | undefined => {
  const known = schema["x-known-values"];
  if (known === undefined) {
    const closed = schema["enum"];
    const texts = isArray(closed) ? closed.filter(isText) : [];
    return texts.length > 0 ? texts : undefined;
  }
  if (!isArray(known) || !known.every(isText) || known.length === 0 || new Set(known).size < known.length) {
    throw new SpecRefused(`${name}: x-known-values is a list of texts, each once`);
  }
  if (schema["enum"] !== undefined) {
    throw new SpecRefused(`${name}: enum closes the set that x-known-values leaves open`);
  }
  return known;
};

/** Members lead to texts of their own; a list, or a choice with null, is about the same text. */
const vocabulariesIn = (schema: Json | undefined, name: string): readonly Vocabulary[] => {
  if (!isObject(schema)) return [];
  const values = valuesOf(schema, name);
  const alternatives = [schema["anyOf"], schema["oneOf"], schema["allOf"]].filter(isArray).flat();
  return [
    ...(values === undefined ? [] : [{ name, values }]),
    ...[schema["items"], ...alternatives].flatMap((inner) => vocabulariesIn(inner, name)),
    ...Object.entries(objectAt(schema, "properties")).flatMap(([member, inner]) =>
      vocabulariesIn(inner, `${name}.${member}`),
    ),
  ];
};

/** The known values that the schemas of a spec list, in its order; those of two branches of a choice are joined. */
export const vocabulariesOf = (document: JsonObject): readonly Vocabulary[] => {
  const schemas = Object.entries(objectAt(objectAt(document, "components"), "schemas"));
  const joined = new Map<string, readonly string[]>();
  for (const { name, values } of schemas.flatMap(([name, schema]) => vocabulariesIn(schema, name))) {
    joined.set(name, [...new Set([...(joined.get(name) ?? []), ...values])]);
  }
  return [...joined].map(([name, values]) => ({ name, values }));
};

/** Writes `vocabularies`, with the values as literal types: a record over them stops compiling when the spec changes. */
export const writeVocabularies = (document: JsonObject): string => {
  const members = vocabulariesOf(document).map(({ name, values }) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    return `  ${key}: [${values.map((value) => JSON.stringify(value)).join(", ")}],`;
  });
  return [
    "/**",
    " * The values that the spec knows, by schema, or schema and member: all of a closed set (`enum`), and of an open one",
    " * (`x-known-values`) those that are documented.",
    " */",
    ...(members.length === 0
      ? ["export const vocabularies = {} as const;"]
      : ["export const vocabularies = {", ...members, "} as const;"]),
    "",
  ].join("\n");
};
