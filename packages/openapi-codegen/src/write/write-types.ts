import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { isArray, isObject, type JsonObject, mapMembers, objectAt } from "../document/json.ts";
import { mapEverySchema } from "../document/schema-walk.ts";
import { withOwnNames } from "./type-names.ts";

const DIRECT_VALUES = /FlattenedDeepRequired<components>\["schemas"\]\["\w+"\]>/;

/** Types that nothing but lists of values uses. */
const OF_LISTS: ReadonlySet<string> = new Set(["FlattenedDeepRequired", "ReadonlyArray"]);

/**
 * Keeps the lists of values of schemas that are a closed set themselves. For a closed set further inside, the list's type
 * follows members through unions, which does not compile. The types that only lists use go with the last list.
 */
const soundNodes = (nodes: readonly ts.Node[]): readonly ts.Node[] => {
  const isList = (node: ts.Node) => ts.isVariableStatement(node);
  const lists = nodes.filter((node) => isList(node) && DIRECT_VALUES.test(astToString([node])));
  const isOfLists = (node: ts.Node) => ts.isTypeAliasDeclaration(node) && OF_LISTS.has(node.name.text);
  return nodes.filter((node) => (isList(node) ? lists.includes(node) : lists.length > 0 || !isOfLists(node)));
};

/** What a schema stands for that openapi-typescript has no word for: a file, a list of files, an open set of words. */
const ownWords = (schema: unknown): ts.TypeNode | undefined => {
  if (typeof schema !== "object" || schema === null || !("x-file" in schema)) return openWords(schema);
  const file = ts.factory.createTypeReferenceNode("Blob");
  if (!("items" in schema)) return file;
  const list = ts.factory.createArrayTypeNode(file);
  return ts.factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, list);
};

/** Words that are known of an open set, any other beside them; `string` alone would swallow the words. */
const openWords = (schema: unknown): ts.TypeNode | undefined => {
  if (typeof schema !== "object" || schema === null || !("x-open-values" in schema)) return undefined;
  const words: unknown = schema["x-open-values"];
  const type: unknown = "type" in schema ? schema.type : undefined;
  if (!Array.isArray(words)) return undefined;
  const literal = (value: string) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value));
  const any = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ]);
  const isNullable = Array.isArray(type) && type.includes("null");
  const none = isNullable ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())] : [];
  return ts.factory.createUnionTypeNode([...words.map(String).map(literal), any, ...none]);
};

/** Adds to each open union the object that none of its branches is. */
const withOtherBranch = (schema: JsonObject): JsonObject => {
  const member = schema["x-open-union"];
  const keyword = ["oneOf", "anyOf"].find((name) => isArray(schema[name]));
  if (typeof member !== "string" || keyword === undefined) return schema;
  const list = schema[keyword];
  const other: JsonObject = {
    type: "object",
    required: [member],
    properties: { [member]: { type: "string" } },
  };
  return { ...schema, [keyword]: [...(isArray(list) ? list : []), other] };
};

/** Gives targets of a mapping as references: OpenAPI takes the bare name of a component too, openapi-typescript does not. */
const withReferences = (schema: JsonObject): JsonObject => {
  const { discriminator } = schema;
  if (!isObject(discriminator) || !isObject(discriminator["mapping"])) return schema;
  const mapping = mapMembers(discriminator["mapping"], (target) =>
    typeof target === "string" && /^[\w.-]+$/.test(target) ? `#/components/schemas/${target}` : target,
  );
  return { ...schema, discriminator: { ...discriminator, mapping } };
};

const WITH_REQUIRED = /^type WithRequired<.*?^\};$/ms;

/** What openapi-typescript says of members that `allOf` requires does not compile where the object may be null. */
const OWN_WITH_REQUIRED = `type WithRequired<T, K extends keyof NonNullable<T>> =
    (NonNullable<T> & { [P in K]-?: NonNullable<T>[P] }) | (T & null);`;

/**
 * Writes a spec's types: `paths`, `operations`, `components`, and each schema under its own name.
 * The caller passes the response view, so that no type promises a member that may have been left out.
 */
export const writeTypes = async (view: JsonObject): Promise<string> => {
  const shown = mapEverySchema(view, (schema) => withReferences(withOtherBranch(schema)));
  // An example that lies elsewhere is not read, nor would it be there.
  const text = JSON.stringify(shown, (name, value: unknown) =>
    name === "externalValue" && typeof value === "string" ? undefined : value,
  );
  const nodes = await openapiTS(text, {
    transform: ownWords,
    alphabetize: true,
    // A default says what is meant by leaving a member out; it does not put the member there.
    defaultNonNullable: false,
    immutable: true,
    enumValues: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  const schemas = Object.keys(objectAt(objectAt(view, "components"), "schemas"));
  const written = astToString([...withOwnNames(soundNodes(nodes), { schemas })], {
    formatOptions: { newLine: ts.NewLineKind.LineFeed },
  });
  return written.replace(WITH_REQUIRED, OWN_WITH_REQUIRED);
};
