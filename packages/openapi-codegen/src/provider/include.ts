import {
  decodedToken,
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapMembers,
  objectAt,
  SpecRefused,
  textAt,
} from "../document/json.ts";
import { METHODS } from "../model/operation-model.ts";
import type { Wanted } from "./read-overlay.ts";

/** Whether what is wanted names this operation by itself, as against among others. */
export const namesAlone = ({ text }: Wanted, operation: string, id: string | undefined): boolean =>
  text === operation || text === id;

const isWanted = (wanted: Wanted, operation: string, id: string | undefined): boolean => {
  if (namesAlone(wanted, operation, id)) return true;
  const [path = ""] = operation.split(" ").slice(1);
  if (!wanted.text.endsWith("*")) return wanted.text === path;
  const begin = wanted.text.slice(0, -1);
  return [operation, path, id].some((name) => name?.startsWith(begin));
};

/** The components that a part of a document refers to, as `schemas/Thing`; those of a discriminator's mapping too. */
const referencesIn = (part: Json, found: Set<string>): void => {
  if (isArray(part)) for (const item of part) referencesIn(item, found);
  if (!isObject(part)) return;
  for (const [name, value] of Object.entries(part)) {
    if (name === "$ref" && typeof value === "string") addReference(value, found);
    else if (name === "mapping" && isObject(value)) {
      for (const target of Object.values(value)) {
        if (typeof target === "string")
          addReference(target.includes("/") ? target : `#/components/schemas/${target}`, found);
      }
    } else if (name === "security" && isArray(value)) {
      for (const one of value.filter(isObject))
        for (const scheme of Object.keys(one)) found.add(`securitySchemes/${scheme}`);
    } else referencesIn(value, found);
  }
};

const addReference = (reference: string, found: Set<string>): void => {
  const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)/.exec(reference) ?? [];
  if (kind !== undefined && name !== undefined) found.add(`${kind}/${decodedToken(name)}`);
};

/** The document without the components that nothing in it reaches. */
const withReachedComponents = (document: JsonObject): JsonObject => {
  const { components, ...rest } = document;
  const holders = isObject(components) ? components : {};
  const reached = new Set<string>();
  referencesIn(rest, reached);
  // What is found while they are looked through is looked through as well.
  for (const one of reached) {
    const [kind = "", ...name] = one.split("/");
    referencesIn(objectAt(holders, kind)[name.join("/")] ?? null, reached);
  }
  const kept = mapMembers(holders, (held, kind) => {
    if (!isObject(held)) return held;
    const members = mapMembers(held, (value, name) => (reached.has(`${kind}/${name}`) ? value : undefined));
    return Object.keys(members).length === 0 ? undefined : members;
  });
  return { ...rest, components: kept };
};

const itemAt = (document: JsonObject, value: Json): JsonObject | undefined => {
  try {
    return dereference(document, value);
  } catch (error) {
    if (error instanceof SpecRefused) return undefined;
    throw error;
  }
};

/**
 * The document with the operations that are wanted, and only the components that they reach; and what is said of whatever
 * names no operation of it. Webhooks are wanted by their name.
 */
export const included = (
  document: JsonObject,
  include: readonly Wanted[],
): { readonly document: JsonObject; readonly faults: readonly string[] } => {
  const used = new Set<Wanted>();
  const takes = (operation: string, id: string | undefined): boolean => {
    const wanting = include.filter((wanted) => isWanted(wanted, operation, id));
    for (const wanted of wanting) used.add(wanted);
    return wanting.length > 0;
  };
  const paths = mapMembers(objectAt(document, "paths"), (value, path) => {
    const item = itemAt(document, value);
    // Of one that lies nowhere nobody knows the methods: it stays where it is wanted, to be refused.
    if (item === undefined) return takes(` ${path}`, undefined) ? value : undefined;
    const left = mapMembers(item, (operation, method) => {
      if (!METHODS.some((one) => one === method) || !isObject(operation)) return operation;
      return takes(`${method.toUpperCase()} ${path}`, textAt(operation, "operationId"))
        ? operation
        : undefined;
    });
    return METHODS.some((method) => method in left) ? left : undefined;
  });
  const webhooks = mapMembers(objectAt(document, "webhooks"), (webhook, name) =>
    takes(`webhook ${name}`, name) ? webhook : undefined,
  );
  const idle = include.filter((wanted) => !used.has(wanted));
  const { webhooks: _, ...rest } = document;
  return {
    document: withReachedComponents({
      ...{ ...rest, paths },
      ...(Object.keys(webhooks).length > 0 && { webhooks }),
    }),
    faults: idle.map(({ at, text }) => `${at}: ${text} names no operation`),
  };
};
