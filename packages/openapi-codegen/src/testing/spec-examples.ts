import type { Json, JsonObject } from "../document/json.ts";
import { dereference, isArray, isObject, objectAt, textAt } from "../document/json.ts";
import { exampleBodies } from "../model/bodies.ts";
import { type OperationModel, operationsOf } from "../model/operation-model.ts";

/** A call and an answer as the spec shows them. */
export interface SpecExample {
  /** Operation, status and example: `getBatch 200 headerOnly`. */
  readonly name: string;
  readonly operation: string;
  /** The examples of the path parameters, and the first of the request. */
  readonly init: { readonly path: JsonObject; readonly body?: Json };
  readonly answer: Json;
}

const pathOf = (document: JsonObject, holders: readonly JsonObject[]): JsonObject => {
  const all = holders.flatMap((holder) => (isArray(holder["parameters"]) ? holder["parameters"] : []));
  const inPath = all.map((one) => dereference(document, one)).filter((one) => one["in"] === "path");
  return Object.fromEntries(inPath.map((one) => [textAt(one, "name") ?? "", one["example"] ?? "1"]));
};

const examplesOf = (
  document: JsonObject,
  { id, method, path, success }: OperationModel,
): readonly SpecExample[] => {
  const item = objectAt(objectAt(document, "paths"), path);
  const operation = objectAt(item, method);
  const body = exampleBodies(document, operation["requestBody"])[0]?.[1];
  const init = { path: pathOf(document, [item, operation]), ...(body === undefined ? {} : { body }) };
  return success.statuses.flatMap((status) =>
    exampleBodies(document, objectAt(operation, "responses")[status]).map(([example, answer]) => ({
      name: `${id} ${status} ${example}`,
      operation: id,
      init,
      answer,
    })),
  );
};

/**
 * Every example of a 2xx answer in a spec, each with a request that the spec shows: what a client has to pass on whole.
 * Takes the spec as its client package exports it.
 */
export const specExamples = (spec: unknown): readonly SpecExample[] => {
  const document: Json = JSON.parse(JSON.stringify(spec));
  return isObject(document) ? operationsOf(document).flatMap((one) => examplesOf(document, one)) : [];
};

/** The answer of one example, by its {@link SpecExample.name}; a copy that a test may change. */
export const exampleAnswer = (spec: unknown, name: string): Json => {
  const found = specExamples(spec).find((example) => example.name === name);
  if (found === undefined) throw new Error(`the spec has no example ${name}`);
  return found.answer;
};
