import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { JsonObject } from "../document/json.ts";

const DIRECT_VALUES = /FlattenedDeepRequired<components>\["schemas"\]\["\w+"\]>/;

/**
 * Keeps the lists of values of schemas that are a closed set themselves. For a closed set further inside, the list's type
 * follows members through unions, which does not compile. The types that only lists use go with the last list.
 */
const soundNodes = (nodes: readonly ts.Node[]): readonly ts.Node[] => {
  const isList = (node: ts.Node) => ts.isVariableStatement(node);
  const lists = nodes.filter((node) => isList(node) && DIRECT_VALUES.test(astToString([node])));
  const isOfLists = (node: ts.Node) => ts.isTypeAliasDeclaration(node) && node.modifiers === undefined;
  return nodes.filter((node) => (isList(node) ? lists.includes(node) : lists.length > 0 || !isOfLists(node)));
};

/**
 * Writes a spec's types: `paths`, `operations`, `components`, and each schema under its own name.
 * The caller passes the response view, so that no type promises a member that may have been left out.
 */
export const writeTypes = async (view: JsonObject): Promise<string> => {
  const nodes = await openapiTS(JSON.stringify(view), {
    alphabetize: true,
    // A default says what is meant by leaving a member out; it does not put the member there.
    defaultNonNullable: false,
    immutable: true,
    enumValues: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  return astToString([...soundNodes(nodes)], { formatOptions: { newLine: ts.NewLineKind.LineFeed } });
};
