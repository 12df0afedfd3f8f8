import { isArray, type Json } from "./json.ts";

/** Members that are values, in which what looks like a part of a document is none. */
const VALUES = ["example", "value", "default", "enum", "const"];

/** Whether a member is a value, whatever it holds. */
export const isValue = (name: string, value: Json): boolean =>
  // Examples of a schema are a list of values.
  VALUES.includes(name) || (name === "examples" && isArray(value));

/** Members whose own members have names that the document's author chose. */
export const MAPS: readonly string[] = [
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "paths", "webhooks", "content"],
  ...["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes"],
  ...["links", "callbacks", "pathItems", "encoding", "variables"],
];
