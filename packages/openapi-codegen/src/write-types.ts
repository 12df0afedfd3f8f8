import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import type { JsonObject } from "./json.ts";

/**
 * Writes a spec's types: `paths`, `operations`, `components`, and each schema under its own name.
 * The caller passes the response view, so that no type promises a member that may have been left out.
 */
export const writeTypes = async (view: JsonObject): Promise<string> => {
  const nodes = await openapiTS(JSON.stringify(view), {
    alphabetize: true,
    immutable: true,
    enumValues: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  return astToString(nodes, { formatOptions: { newLine: ts.NewLineKind.LineFeed } });
};
