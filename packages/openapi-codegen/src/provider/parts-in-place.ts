import { dereference, type JsonObject, mapMembers, objectAt, pointerToken } from "../document/json.ts";
import { componentName, mapEverySchema } from "../document/schema-walk.ts";
import type { Refusals } from "./Refusals.ts";

/** How often a part of a schema may lie in a part of another, for as long as its reference is replaced. */
const MAX_PARTS_WITHIN = 5;

/**
 * The document with what its references into the middle of something stand for in their place: a property of another
 * schema has no name of its own that a type could have. One that contains itself is left, and refused where it stands.
 */
export const withPartsInPlace = (document: JsonObject): JsonObject => {
  let whole = document;
  for (let pass = 0; pass < MAX_PARTS_WITHIN; pass += 1) {
    let found = 0;
    const before = whole;
    whole = mapEverySchema(before, (schema) => {
      const { $ref: reference, ...beside } = schema;
      if (reference === undefined || componentName(reference) !== undefined) return schema;
      found += 1;
      const part = dereference(before, { $ref: reference });
      return Object.keys(beside).length === 0 ? part : { allOf: [part, beside] };
    });
    if (found === 0) break;
  }
  return whole;
};

/** The document with the paths that lie elsewhere put in their place, without those that lie nowhere. */
export const withPathsInPlace = (document: JsonObject, refusals: Refusals): JsonObject => {
  const paths = mapMembers(objectAt(document, "paths"), (item, path) =>
    refusals.attempt({ operation: path, at: `#/paths/${pointerToken(path)}` }, () =>
      dereference(document, item),
    ),
  );
  return { ...document, paths };
};
