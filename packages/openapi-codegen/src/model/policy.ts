import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  SpecRefused,
  textAt,
} from "../document/json.ts";
import type { BodyModel } from "./bodies.ts";
import type { ParameterModel } from "./parameters.ts";

const RETRIES = ["safe", "keyed", "never"] as const;

/** Whether one call may be sent more than once: `RetryPolicy` of `@tieout/http`. */
export type RetryPolicy = (typeof RETRIES)[number];

/** Whether a parameter is the header that carries the idempotency key. */
export const isKey = (
  parameter: ParameterModel,
  { idempotencyKey, idempotencyKeyIn }: Pick<Policy, "idempotencyKey" | "idempotencyKeyIn">,
): boolean =>
  idempotencyKeyIn === "header" &&
  parameter.in === "header" &&
  parameter.name.toLowerCase() === idempotencyKey?.toLowerCase();

/** Whether every object of a schema can have the member: it names it itself, in a part, or in each alternative. */
const hasProperty = (document: JsonObject, schema: Json | undefined, name: string): boolean => {
  const { properties, allOf, oneOf, anyOf } = dereference(document, schema);
  const has = (part: Json) => hasProperty(document, part, name);
  const alternatives = [oneOf, anyOf].filter(isArray);
  return (
    (isObject(properties) && name in properties) ||
    (isArray(allOf) && allOf.some(has)) ||
    alternatives.some((list) => list.length > 0 && list.every(has))
  );
};

/** Whether an operation may be sent again, and where its idempotency key stands: a member of the body, or a header. */
export interface Policy {
  readonly retry: RetryPolicy;
  readonly idempotencyKey: string | undefined;
  readonly idempotencyKeyIn: "body" | "header";
}

/** Reads `x-retry` and `x-idempotency-key`: the name of a body member, or `{ in: header, name }`. */
export const policyOf = (
  document: JsonObject,
  { operation, request }: { readonly operation: JsonObject; readonly request: BodyModel | undefined },
  where: string,
): Policy => {
  const retry = RETRIES.find((one) => one === operation["x-retry"]);
  const given = operation["x-idempotency-key"];
  const idempotencyKeyIn = isObject(given) ? "header" : "body";
  const idempotencyKey = isObject(given) ? textAt(given, "name") : textAt(operation, "x-idempotency-key");
  if (isObject(given) && (given["in"] !== "header" || !/^[\w-]+$/.test(idempotencyKey ?? ""))) {
    throw new SpecRefused(`${where}: x-idempotency-key is a body member, or { in: header, name: … }`);
  }
  if (retry === undefined) throw new SpecRefused(`${where}: x-retry must be one of ${RETRIES.join(", ")}`);
  if ((retry === "keyed") !== (idempotencyKey !== undefined)) {
    throw new SpecRefused(`${where}: x-idempotency-key belongs to x-retry: keyed, and only there`);
  }
  const isInBody = idempotencyKey !== undefined && idempotencyKeyIn === "body";
  if (isInBody && !hasProperty(document, request?.schema, idempotencyKey)) {
    throw new SpecRefused(
      `${where}: x-idempotency-key: the request has no property ${idempotencyKey} to carry the key`,
    );
  }
  return { retry, idempotencyKey, idempotencyKeyIn };
};
