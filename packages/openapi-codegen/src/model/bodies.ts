import {
  dereference,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  SpecRefused,
} from "../document/json.ts";

/** Whether a media type is JSON: `application/json`, or any `+json`, parameters aside. */
export const isJsonType = (type: string): boolean =>
  /^application\/(?:[\w.+-]+\+)?json$/.test(type.split(";")[0]?.trim().toLowerCase() ?? "");

/** The schema of a JSON body, or undefined where there is none. Refuses a body of another kind. */
export const jsonSchemaOf = (holder: JsonObject, where: string): JsonObject | undefined => {
  const content = objectAt(holder, "content");
  const types = Object.keys(content);
  if (types.length === 0) return undefined;
  const schema = objectAt(content, "application/json")["schema"];
  if (!isObject(schema) || types.length > 1) {
    throw new SpecRefused(`${where}: content must be application/json with a schema, and nothing else`);
  }
  return schema;
};

/** The JSON examples of a request body or response, by name; one without a name is called `example`. */
export const exampleBodies = (
  document: JsonObject,
  holder: Json | undefined,
): readonly (readonly [string, Json])[] => {
  const content = objectAt(objectAt(dereference(document, holder), "content"), "application/json");
  const named = Object.entries(objectAt(content, "examples")).map(
    ([name, example]) => [name, dereference(document, example)["value"] ?? null] as const,
  );
  return content["example"] === undefined ? named : [["example", content["example"]], ...named];
};
