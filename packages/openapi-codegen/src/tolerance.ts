import {
  dereference,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  SpecRefused,
  textAt,
  textsOf,
} from "./json.ts";
import { componentName } from "./schema-walk.ts";

/**
 * What may be left out of an answer instead of refusing it whole.
 * Paths are JSON pointers into the answer in which `*` stands for any index of an array or any member of a map.
 */
export interface Tolerance {
  /** Records that can be left out one by one, such as `/batches/*`, from `x-independent-items`. */
  readonly independentItems: readonly string[];
  /** Members that can be left out of their object, such as `/batches/{index}/response` with `*` for the index: all outside `x-strict`. */
  readonly tolerantFields: readonly string[];
  /** The member that holds the id of an object, by the path of the object; objects of which something may be left out. */
  readonly itemIds: Readonly<Record<string, string>>;
}

const NOTHING: Tolerance = { independentItems: [], tolerantFields: [], itemIds: {} };

const pointerToken = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

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

const tolerantOf = (path: string, schema: JsonObject): readonly string[] => {
  if (schema["x-strict"] === undefined) return [];
  const strict = textsOf(schema["x-strict"]);
  return Object.keys(objectAt(schema, "properties"))
    .filter((name) => !strict.includes(name))
    .map((name) => `${path}/${pointerToken(name)}`);
};

const ID_NAME = /^(\w+?)(?:_id|Id)$/;

/**
 * The member that identifies an object: what `x-id` names, else `id`, else the one that is named after the schema,
 * as `terminal_id` of a `TerminalConfig` is. None is better than a wrong one, such as the id of the batch around it.
 */
const idMember = (document: JsonObject, schema: JsonObject): string | undefined => {
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

const idOf = (document: JsonObject, step: Step, concerned: boolean): Readonly<Record<string, string>> => {
  const member = concerned ? idMember(document, step.schema) : undefined;
  return member === undefined ? {} : { [step.path]: member };
};

const says = (found: Tolerance) => found.independentItems.length + found.tolerantFields.length > 0;

/**
 * Reads off a response schema which parts of an answer may be left out, outermost first, each path once.
 *
 * Takes the spec as written, because the loosened view no longer shows what was required.
 * Refuses a tolerant part inside a schema that contains itself, whose paths would have no end, and inside a choice
 * between several schemas (null aside), where a member may be wrong in one and right in another.
 */
export const toleranceOf = (document: JsonObject, schema: JsonObject | undefined): Tolerance => {
  const visit = (step: Step, above: readonly JsonObject[], isItem: boolean): Tolerance => {
    const here = dereference(document, step.schema);
    if (above.includes(here)) return NOTHING;
    const independent = here["x-independent-items"] === true;
    const inner = innerSteps(step.path, here).map((next) =>
      visit(next, [...above, here], next.path === step.path ? isItem : independent),
    );
    const tolerant = tolerantOf(step.path, here);
    const found = {
      independentItems: [
        ...(independent ? [`${step.path}/*`] : []),
        ...inner.flatMap((tolerance) => tolerance.independentItems),
      ],
      tolerantFields: [...tolerant, ...inner.flatMap((tolerance) => tolerance.tolerantFields)],
      itemIds: Object.assign(
        idOf(document, step, isItem || tolerant.length > 0),
        ...inner.map((tolerance) => tolerance.itemIds),
      ),
    };
    if (says(found)) refuseUnclear(document, { ...step, schema: here });
    return found;
  };
  const found = schema ? visit({ path: "", schema }, [], false) : NOTHING;
  return {
    independentItems: [...new Set(found.independentItems)],
    tolerantFields: [...new Set(found.tolerantFields)],
    itemIds: found.itemIds,
  };
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
  const seen = new Set<JsonObject>();
  const queue = innerSteps("", schema).map((step) => dereference(document, step.schema));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === schema) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...innerSteps("", next).map((step) => dereference(document, step.schema)));
  }
  return false;
};
