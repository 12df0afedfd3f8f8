import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { JsonObject } from "./json.ts";

const DIRECT_VALUES = /FlattenedDeepRequired<components>\["schemas"\]\["\w+"\]>/;

/**
 * Whether a generated statement can stay. Lists of values are kept for schemas that are a closed set themselves; for a closed
 * set further inside, the list's type follows members through unions, which does not compile.
 */
const isSound = (node: ts.Node): boolean =>
  !ts.isVariableStatement(node) || DIRECT_VALUES.test(astToString([node]));

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
  return astToString(nodes.filter(isSound), { formatOptions: { newLine: ts.NewLineKind.LineFeed } });
};
