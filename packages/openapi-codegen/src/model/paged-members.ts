import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  pointerToken,
  SpecRefused,
  textsOf,
} from "../document/json.ts";
import type { OperationModel } from "./operation-model.ts";
import type { PaginationModel } from "./pagination.ts";
import { type Parts, partsOf } from "./tolerance.ts";

/** A place that `x-pagination` names: the steps to it, and what it is called there. */
interface Told {
  readonly rule: string;
  readonly name: string;
}

/** The schema of the list that holds the rows; refuses an operation that answers none, or none that is always there. */
export const rowsOf = (
  document: JsonObject,
  { id, success }: OperationModel,
  pagination: PaginationModel,
): JsonObject => {
  if (success.kind !== "json") throw new SpecRefused(`${id}: x-pagination walks answers of JSON`);
  if (success.bodies.length > 1 || success.emptyStatuses.length > 0) {
    throw new SpecRefused(`${id}: x-pagination walks answers of one kind`);
  }
  const way = stepsIn(pagination.items);
  // Without it a walk would find an empty list where the answer had none.
  demandStrict(partsOf(document, success.schema), way, id);
  const rows = rowsAt(document, success.schema, way);
  if (rows === undefined)
    throw new SpecRefused(`${id}: x-pagination: ${pagination.items ?? "the answer"} is no list`);
  return rows;
};

/** Refuses a rule of a walk that names what is not there: each page would look like the last one. */
export const demandNamed = (
  document: JsonObject,
  operation: OperationModel,
  pagination: PaginationModel,
): void => {
  const { id, success } = operation;
  for (const { rule, name } of parametersOfWalk(pagination)) {
    const holder = pagination.in === "body" ? operation.request?.schema : queryOf(operation);
    if (holder !== undefined && memberAt(document, holder, stepsIn(name)) !== undefined) continue;
    const place = pagination.in === "body" ? "member of the body" : "parameter of the query";
    throw new SpecRefused(`${id}: x-pagination: ${rule}: ${name} is no ${place}`);
  }
  const parts = partsOf(document, success.schema);
  for (const { rule, name } of membersOfWalk(pagination)) {
    const found = memberAt(document, success.schema, stepsIn(name));
    if (found === undefined)
      throw new SpecRefused(`${id}: x-pagination: ${rule}: ${name} is no member of the answer`);
    if (rule === "hasMore" && isObject(found) && !mayBe("boolean", found))
      throw new SpecRefused(`${id}: x-pagination: hasMore: ${name} is no boolean`);
    if (rule !== "total") demandStrict(parts, stepsIn(name), id);
  }
  const next = pagination.style === "offset" ? undefined : pagination.rules["next"];
  const row = isObject(next) ? next["row"] : undefined;
  if (typeof row !== "string") return;
  const way = stepsIn(pagination.items);
  const { items } = rowsAt(document, success.schema, way) ?? {};
  if (memberAt(document, items, stepsIn(row)) === undefined)
    throw new SpecRefused(`${id}: x-pagination: next: ${row} is no member of a row`);
  demandStrict(parts, [...way, "*", ...stepsIn(row)], id);
};

const stepsIn = (name: string | null): readonly string[] => (name === null ? [] : name.split("."));

const told = (rule: string, name: Json | undefined): readonly Told[] =>
  typeof name === "string" ? [{ rule, name }] : [];

const parametersOfWalk = (pagination: PaginationModel): readonly Told[] => {
  if (pagination.style !== "offset") return told(pagination.style, pagination.sets);
  const { limit = "limit", offset = "offset" } = pagination;
  return [...told("limit", limit), ...told("offset", offset)];
};

const membersOfWalk = (pagination: PaginationModel): readonly Told[] => {
  if (pagination.style !== "offset")
    return ["next", "hasMore"].flatMap((rule) => told(rule, pagination.rules[rule]));
  return told("total", pagination.total === true ? "total" : pagination.total || undefined);
};

/** The query as one object. */
const queryOf = ({ parameters }: OperationModel): JsonObject => {
  const named = parameters.flatMap((one) => (one.in === "query" ? [[one.name, one.schema] as const] : []));
  return { properties: Object.fromEntries(named), additionalProperties: false };
};

/** The schema with all that it is put together from. */
const partsIn = (document: JsonObject, schema: Json | undefined): ReadonlySet<JsonObject> => {
  const found = new Set([dereference(document, schema)]);
  for (const { allOf, anyOf, oneOf } of found)
    for (const one of [allOf, anyOf, oneOf].filter(isArray).flat()) found.add(dereference(document, one));
  return found;
};

/** The schema of a member inside a value; `open` where the spec leaves it open what is there, undefined where nothing is. */
const memberAt = (
  document: JsonObject,
  schema: Json | undefined,
  [step, ...rest]: readonly string[],
): JsonObject | "open" | undefined => {
  if (step === undefined) return dereference(document, schema);
  const parts = [...partsIn(document, schema)];
  const found = parts
    .flatMap((part) => objectAt(part, "properties")[step] ?? [])
    .map((one) => memberAt(document, one, rest))
    .filter((one) => one !== undefined);
  if (found.length > 0) return found.find(isObject) ?? "open";
  const isSaid = parts.some((part) => Object.keys(objectAt(part, "properties")).length > 0);
  const more = parts.flatMap((part) => part["additionalProperties"] ?? []);
  return (isSaid && more.length === 0) || more.includes(false) ? undefined : "open";
};

const mayBe = (type: string, schema: JsonObject): boolean => {
  const { type: types } = schema;
  return types === undefined || (isArray(types) ? types.includes(type) : types === type);
};

/** The schema of the list at a member of an answer; undefined where there is none. */
const rowsAt = (
  document: JsonObject,
  schema: Json | undefined,
  [step, ...rest]: readonly string[],
): JsonObject | undefined => {
  const parts = [...partsIn(document, schema)];
  if (step === undefined) return parts.find(({ items }) => items !== undefined);
  return parts
    .flatMap((part) => objectAt(part, "properties")[step] ?? [])
    .map((one) => rowsAt(document, one, rest))
    .find((one) => one !== undefined);
};

/** Whether a member of an answer is in each, and not null. */
export const isAlwaysThere = (document: JsonObject, schema: Json | undefined, name: string): boolean => {
  const parts = [...partsIn(document, schema)];
  const held = parts.map((part) => objectAt(part, "properties")[name]).filter((one) => one !== undefined);
  return (
    parts.length === 1 &&
    textsOf(parts[0]?.["required"]).includes(name) &&
    held.every((one) => dereference(document, one)["type"] === "array")
  );
};

/** Refuses a way through an answer on which something may be left out. */
const demandStrict = (parts: Parts, way: readonly string[], id: string): void => {
  const loose = way.findIndex((step, at) => {
    const holder = way.slice(0, at).map((one) => `/${pointerToken(one)}`);
    return parts[holder.join("")]?.tolerant?.includes(step);
  });
  if (loose >= 0) {
    const name = way.slice(0, loose + 1).join(".");
    throw new SpecRefused(`${id}: x-pagination walks ${name}, so x-strict must name it`);
  }
};
