import { dereference, type Json, type JsonObject, objectAt } from "./json.ts";

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
