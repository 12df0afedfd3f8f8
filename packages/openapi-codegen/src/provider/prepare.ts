import {
  dereference,
  isArray,
  isObject,
  type JsonObject,
  mapMembers,
  objectAt,
  SpecRefused,
  textAt,
} from "../document/json.ts";
import { componentName, mapEverySchema } from "../document/schema-walk.ts";
import { upgraded, withNull } from "../document/upgrade.ts";
import { withMarkedFiles } from "../model/files.ts";
import { METHODS, operationsOf, webhooksOf } from "../model/operation-model.ts";
import { responseView } from "../model/response-view.ts";
import { faultsOfSchemas } from "../validators/compile-validators.ts";
import { operationMetadata } from "../write/write-operations.ts";
import { checkedSchemas } from "../write/write-validators.ts";

/** An operation that no client can have, and why. */
export interface RefusedOperation {
  /** `GET /things`. */
  readonly operation: string;
  /** Its operationId, as the document has it. */
  readonly id?: string | undefined;
  /** Begins with the pointer to it. */
  readonly reason: string;
}

/** What can be made of a document that somebody else wrote. */
export interface Prepared {
  /** As the generator takes it: OpenAPI 3.1, with a name and a policy for each operation, and without those refused. */
  readonly document: JsonObject;
  /** How many operations the document has. */
  readonly operations: number;
  readonly generated: number;
  readonly refused: readonly RefusedOperation[];
}

/** Repeating one changes nothing, whatever the document says of policy. */
const SAFE = ["get", "head", "options", "trace"];

const camelCase = (text: string): string => {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  const name = joined.charAt(0).toLowerCase() + joined.slice(1);
  return /^\d/.test(name) ? `call${name}` : name;
};

interface Named {
  readonly path: string;
  readonly method: (typeof METHODS)[number];
  readonly item: JsonObject;
  readonly operation: JsonObject;
  /** The id as the document has it. */
  readonly givenId: string | undefined;
}

const pointerToken = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

const namedOperations = (document: JsonObject): readonly Named[] => {
  const used = new Set<string>();
  return Object.entries(objectAt(document, "paths")).flatMap(([path, value]) => {
    const item = dereference(document, value);
    return METHODS.filter((method) => isObject(item[method])).map((method): Named => {
      const operation = objectAt(item, method);
      const givenId = textAt(operation, "operationId");
      const wanted = camelCase(givenId ?? `${method} ${path}`);
      const plain = wanted === "then" || wanted in {} ? `${wanted}Call` : wanted;
      let operationId = plain;
      for (let number = 2; used.has(operationId); number += 1) operationId = `${plain}${number}`;
      used.add(operationId);
      const retry = SAFE.includes(method) ? "safe" : "never";
      return { path, method, item, givenId, operation: { "x-retry": retry, ...operation, operationId } };
    });
  });
};

/** A document with these operations and no others. */
const withOnly = (document: JsonObject, operations: readonly Named[]): JsonObject => {
  const paths: Record<string, JsonObject> = {};
  for (const { path, method, item, operation } of operations) {
    const others = mapMembers(item, (value, name) =>
      METHODS.some((one) => one === name) ? undefined : value,
    );
    paths[path] = { ...(paths[path] ?? others), [method]: operation };
  }
  return { ...document, paths };
};

const reasonOf = (error: unknown): string => {
  if (error instanceof SpecRefused) return error.message.replaceAll(/\s+/g, " ").slice(0, 300);
  throw error;
};

/** Formats of texts that are checked; any other is a remark of the document's author. */
const FORMATS = new Set(
  "date time date-time duration uri uri-reference email hostname ipv4 ipv6 uuid json-pointer regex byte binary password int32 int64 float double".split(
    " ",
  ),
);

const KEYWORDS = new Set(
  "$ref type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired allOf anyOf oneOf not if then else properties patternProperties additionalProperties propertyNames items prefixItems contains dependentSchemas unevaluatedItems unevaluatedProperties format discriminator title description default example examples deprecated readOnly writeOnly $dynamicRef $id".split(
    " ",
  ),
);

/** A schema without remarks: keywords and formats that decide nothing here. */
const withoutRemarks = (schema: JsonObject): JsonObject =>
  mapMembers(withNull(schema), (value, name) => {
    if (name === "format") return isKnownFormat(schema) ? value : undefined;
    return KEYWORDS.has(name) || name.startsWith("x-") ? value : undefined;
  });

const isKnownFormat = ({ type, format }: JsonObject): boolean => {
  const types = isArray(type) ? type : [type ?? "string"];
  if (types.includes("integer")) return format === "int32" || format === "int64";
  return typeof format === "string" && FORMATS.has(format);
};

/** How often a part of a schema may lie in a part of another, for as long as its reference is replaced. */
const MAX_PARTS_WITHIN = 5;

/**
 * The document with what its references into the middle of something stand for in their place: a property of another
 * schema has no name of its own that a type could have. One that contains itself is left, and refused where it stands.
 */
const withPartsInPlace = (document: JsonObject): JsonObject => {
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

/** The document with those of its webhooks that a client can receive, each under a name of its own. */
const withReadableWebhooks = (
  { webhooks, ...document }: JsonObject,
  refuse: (name: string, reason: string) => void,
): JsonObject => {
  const readable = Object.entries(isObject(webhooks) ? webhooks : {}).flatMap(([name, value]) => {
    const item = dereference(document, value);
    const post = objectAt(item, "post");
    const named = { ...item, post: { ...post, operationId: camelCase(textAt(post, "operationId") ?? name) } };
    try {
      webhooksOf({ ...document, webhooks: { [name]: named } });
      return [[name, named] as const];
    } catch (error) {
      refuse(name, reasonOf(error));
      return [];
    }
  });
  return readable.length === 0 ? document : { ...document, webhooks: Object.fromEntries(readable) };
};

/**
 * Prepares a document that others wrote. What it does not say of policy is taken from the method; an operation that no
 * client can have is left out and named, and costs no other.
 */
export const prepared = (given: JsonObject): Prepared => {
  const refused: RefusedOperation[] = [];
  const whole = {
    // Without servers the paths follow on the host that the document came from, which only a caller knows.
    servers: [{ url: "/" }],
    ...mapEverySchema(withMarkedFiles(withPartsInPlace(upgraded(given))), withoutRemarks),
    "x-taken-as-is": true,
  };
  const document = withReadableWebhooks(whole, (name, reason) =>
    refused.push({ operation: `webhook ${name}`, reason: `#/webhooks/${pointerToken(name)}: ${reason}` }),
  );
  const all = namedOperations(document);
  const refuse = ({ method, path, givenId }: Named, reason: string) => {
    const pointer = `#/paths/${pointerToken(path)}/${method}`;
    const placed = reason.startsWith("#/") ? reason : `${pointer}: ${reason}`;
    refused.push({ operation: `${method.toUpperCase()} ${path}`, id: givenId, reason: placed });
  };
  const owners = new Map<string, Named>();
  const readable = all.filter((one) => {
    const owner = one.givenId === undefined ? one : (owners.get(one.givenId) ?? one);
    if (one.givenId !== undefined) owners.set(one.givenId, owner);
    if (owner !== one) {
      const pointer = `#/paths/${pointerToken(one.path)}/${one.method}/operationId`;
      refuse(
        one,
        `${pointer}: ${one.givenId} is that of ${owner.method.toUpperCase()} ${owner.path} already`,
      );
      return false;
    }
    try {
      const alone = withOnly(document, [one]);
      for (const operation of operationsOf(alone)) operationMetadata(alone, operation);
      return true;
    } catch (error) {
      refuse(one, reasonOf(error));
      return false;
    }
  });
  const left = withOnly(document, readable);
  const schemas = checkedSchemas(responseView(left));
  const faults = faultsOfSchemas(responseView(left), schemas);
  const kept = readable.filter((one) => {
    const id = textAt(one.operation, "operationId") ?? "";
    const reason = [...faults].find(
      ([name]) => name === `${id}Parameters` || name === `${id}Request` || name === `${id}Response`,
    )?.[1];
    if (reason !== undefined) refuse(one, reason);
    return reason === undefined;
  });
  return { document: withOnly(document, kept), operations: all.length, generated: kept.length, refused };
};
