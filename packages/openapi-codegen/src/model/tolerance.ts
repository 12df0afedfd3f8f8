import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  pointerToken,
  SpecRefused,
  textAt,
  textsOf,
} from "../document/json.ts";
import { componentName } from "../document/schema-walk.ts";

/** One kind of object in an answer, and how much of it may be wrong: `Part` of `@tieout/http`. */
export interface Part {
  /** A record that can be left out alone, from `x-independent-items` of the list around it. */
  readonly isItem?: true;
  /** The member that holds its id. */
  readonly id?: string;
  /** Members that can be left out of it: all outside its `x-strict`. */
  readonly tolerant?: readonly string[];
  /** Those of them that are `required`: their absence is reported. */
  readonly due?: readonly string[];
}

/** Parts by JSON pointer into the answer, in which `*` stands for any index of an array or any member of a map. */
export type Parts = Readonly<Record<string, Part>>;

interface Step {
  readonly path: string;
  readonly schema: JsonObject;
  /** One of several schemas, any of which will do. Null beside a single other one is no such choice. */
  readonly isAlternative?: boolean;
}

const listAt = (schema: JsonObject, name: string): readonly Json[] => {
  const list = schema[name];
  return isArray(list) ? list : [];
};

const isNullType = (schema: Json): boolean => isObject(schema) && schema["type"] === "null";

const innerSteps = (path: string, schema: JsonObject): readonly Step[] => {
  const properties = Object.entries(objectAt(schema, "properties")).map(([name, value]) => ({
    path: `${path}/${pointerToken(name)}`,
    schema: value,
  }));
  const members = [schema["items"], schema["additionalProperties"]].map((value) => ({
    path: `${path}/*`,
    schema: value,
  }));
  const parts = listAt(schema, "allOf").map((value) => ({ path, schema: value }));
  const alternatives = ["anyOf", "oneOf"].flatMap((name) => {
    const branches = listAt(schema, name).filter((branch) => !isNullType(branch));
    return branches.map((value) => ({ path, schema: value, isAlternative: branches.length > 1 }));
  });
  return [...parts, ...alternatives, ...properties, ...members].flatMap((step) =>
    isObject(step.schema) ? [{ ...step, schema: step.schema }] : [],
  );
};

const tolerantOf = (schema: JsonObject): readonly string[] => {
  if (schema["x-strict"] === undefined) return [];
  const strict = textsOf(schema["x-strict"]);
  return Object.keys(objectAt(schema, "properties")).filter((name) => !strict.includes(name));
};

const ID_NAME = /^(\w+?)(?:_id|Id)$/;

/**
 * The member that identifies an object: what `x-id` names, else `id`, else the one that is named after the schema,
 * as `terminal_id` of a `TerminalConfig` is. None is better than a wrong one, such as the id of the batch around it.
 */
export const idMember = (document: JsonObject, schema: JsonObject): string | undefined => {
  const { allOf } = dereference(document, schema);
  const parts = [schema, ...(isArray(allOf) ? allOf.filter(isObject) : [])];
  const candidates = parts.map((part) => {
    const component = componentName(part["$ref"])?.toLowerCase() ?? "";
    const here = dereference(document, part);
    const names = Object.keys(objectAt(here, "properties"));
    const isNamedAfter = (name: string) => component.includes(ID_NAME.exec(name)?.[1]?.toLowerCase() ?? "\0");
    return textAt(here, "x-id") ?? names.find((name) => name === "id") ?? names.find(isNamedAfter);
  });
  return candidates.find((name) => name !== undefined);
};

const partOf = (document: JsonObject, schema: JsonObject, isItem: boolean): Part | undefined => {
  const here = dereference(document, schema);
  const tolerant = tolerantOf(here);
  const due = tolerant.filter((name) => textsOf(here["required"]).includes(name));
  if (!isItem && tolerant.length === 0) return undefined;
  const id = idMember(document, schema);
  return {
    ...(isItem && { isItem }),
    ...(id !== undefined && { id }),
    ...(tolerant.length > 0 && { tolerant }),
    ...(due.length > 0 && { due }),
  };
};

/** Joins parts; where several schemas describe one object (`allOf`), what any of them says. */
const joined = (all: readonly Parts[]): Parts => {
  const parts: Record<string, Part> = {};
  for (const [path, part] of all.flatMap((some) => Object.entries(some))) {
    const before = parts[path] ?? {};
    const both = (list: "tolerant" | "due") => new Set([...(before[list] ?? []), ...(part[list] ?? [])]);
    const [tolerant, due] = [both("tolerant"), both("due")];
    parts[path] = {
      ...part,
      ...before,
      ...(tolerant.size > 0 && { tolerant: [...tolerant] }),
      ...(due.size > 0 && { due: [...due] }),
    };
  }
  return parts;
};

/**
 * Reads off a response schema which parts of an answer may be left out instead of refusing it whole, outermost first.
 *
 * Takes the spec as written, because the loosened view no longer shows what was required.
 * Refuses a tolerant part inside a schema that contains itself, whose paths would have no end, and inside a choice
 * between several schemas (null aside), where a member may be wrong in one and right in another.
 */
export const partsOf = (document: JsonObject, schema: JsonObject | undefined): Parts => {
  if (schema === undefined) return {};
  // Where nothing inside is tolerant nothing is looked for: schemas that mention each other have paths without number.
  const tolerant = tolerantSchemas(document, dereference(document, schema));
  const visit = (step: Step, isItem: boolean): Parts => {
    const here = dereference(document, step.schema);
    const own = partOf(document, step.schema, isItem);
    if (own === undefined && !tolerant.has(here)) return {};
    refuseUnclear(document, { ...step, schema: here });
    const independent = here["x-independent-items"] === true;
    const inner = innerSteps(step.path, here).map((next) =>
      visit(next, next.path === step.path ? isItem : independent),
    );
    return joined([own === undefined ? {} : { [step.path]: own }, ...inner]);
  };
  return visit({ path: "", schema }, false);
};

/** The schemas that are tolerant of something, or have such a one inside. */
const tolerantSchemas = (document: JsonObject, root: JsonObject): ReadonlySet<JsonObject> => {
  const holders = new Map<JsonObject, JsonObject[]>([[root, []]]);
  for (const schema of holders.keys()) {
    for (const step of innerSteps("", schema)) {
      const inner = dereference(document, step.schema);
      const known = holders.get(inner);
      if (known === undefined) holders.set(inner, [schema]);
      else known.push(schema);
    }
  }
  const isTolerant = (schema: JsonObject) =>
    schema["x-strict"] !== undefined || schema["x-independent-items"] === true;
  const found = new Set([...holders.keys()].filter(isTolerant));
  for (const schema of found) for (const holder of holders.get(schema) ?? []) found.add(holder);
  return found;
};

/** Refuses tolerance where no path, or no error, could say what to leave out. */
const refuseUnclear = (document: JsonObject, { path, schema, isAlternative }: Step): void => {
  const place = `${path || "/"}: x-strict or x-independent-items inside`;
  if (containsItself(document, schema)) throw new SpecRefused(`${place} a schema that contains itself`);
  if (isAlternative) {
    throw new SpecRefused(`${place} anyOf or oneOf, where no error says which of several schemas was meant`);
  }
};

const containsItself = (document: JsonObject, schema: JsonObject): boolean => {
  const innerOf = (outer: JsonObject) =>
    innerSteps("", outer).map((step) => dereference(document, step.schema));
  const seen = new Set(innerOf(schema));
  for (const next of seen) for (const inner of innerOf(next)) seen.add(inner);
  return seen.has(schema);
};
