import {
  dereference,
  isObject,
  type JsonObject,
  mapMembers,
  objectAt,
  pointerToken,
  SpecRefused,
  textAt,
} from "../document/json.ts";
import { METHODS } from "../model/operation-model.ts";
import type { Place, Refusals } from "./Refusals.ts";

/** Repeating one changes nothing, whatever the document says of policy. */
const SAFE = ["get", "head", "options", "trace"];

/** A name as a method of a client may have it. */
export const camelCase = (text: string): string => {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const name = joined.charAt(0).toLowerCase() + joined.slice(1);
  return /^\d/.test(name) ? `call${name}` : name;
};

/** An operation with a name and a policy, and where it stands. */
export interface Named {
  readonly path: string;
  readonly method: (typeof METHODS)[number];
  readonly item: JsonObject;
  readonly operation: JsonObject;
  /** The id as the document has it. */
  readonly givenId: string | undefined;
}

/** Every operation of a document, each under a name of its own. */
export const namedOperations = (document: JsonObject): readonly Named[] => {
  const used = new Set<string>();
  return Object.entries(objectAt(document, "paths")).flatMap(([path, value]) => {
    const item = dereference(document, value);
    return METHODS.filter((method) => isObject(item[method])).map((method): Named => {
      const operation = objectAt(item, method);
      const givenId = textAt(operation, "operationId");
      const wanted = camelCase(givenId ?? "") || camelCase(`${method} ${path}`);
      const plain = wanted === "then" || wanted in {} ? `${wanted}Call` : wanted;
      let operationId = plain;
      for (let number = 2; used.has(operationId); number += 1) operationId = `${plain}${number}`;
      used.add(operationId);
      const retry = SAFE.includes(method) ? "safe" : "never";
      const named = { "x-retry": retry, ...withoutOddTexts(operation), operationId };
      return { path, method, item, givenId, operation: named };
    });
  });
};

/** What is told of an operation has to be a text. */
const withoutOddTexts = (operation: JsonObject): JsonObject =>
  mapMembers(operation, (value, name) =>
    ["summary", "description"].includes(name) && typeof value !== "string" ? undefined : value,
  );

/** How an operation is named where it is refused. */
export const placeOf = ({ path, method, givenId }: Named): Place => ({
  operation: `${method.toUpperCase()} ${path}`,
  id: givenId,
  at: `#/paths/${pointerToken(path)}/${method}`,
});

/** The operations without those whose id another has before them. */
export const withoutTwins = (all: readonly Named[], refusals: Refusals): readonly Named[] => {
  const owners = new Map(all.toReversed().map((one) => [one.givenId, one] as const));
  return all.filter((one) => {
    const owner = owners.get(one.givenId);
    if (one.givenId === undefined || owner === undefined || owner === one) return true;
    const { operation, at } = placeOf(owner);
    return refusals.passes({ ...placeOf(one), twin: `${at}/operationId` }, () => {
      throw new SpecRefused(`${placeOf(one).at}/operationId: ${one.givenId} is that of ${operation} already`);
    });
  });
};

/** An operation as it stands in a document that was made of its own. */
export const foundIn = (document: JsonObject, one: Named): Named => {
  const item = objectAt(objectAt(document, "paths"), one.path);
  return { ...one, item, operation: objectAt(item, one.method) };
};

/** An operation with what it shares with the others of its path. */
export const wholeOf = ({ method, item, operation }: Named): JsonObject => ({
  ...mapMembers(item, (value, name) => (METHODS.some((one) => one === name) ? undefined : value)),
  [method]: operation,
});

/** A document with these operations and no others. */
export const withOnly = (document: JsonObject, operations: readonly Named[]): JsonObject => {
  const paths: Record<string, JsonObject> = {};
  for (const one of operations) paths[one.path] = { ...paths[one.path], ...wholeOf(one) };
  return { ...document, paths };
};
