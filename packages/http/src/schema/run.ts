import { type Fault, fault, idText, type Look, NUMBERS, type Outcome, type Schema } from "./faults.ts";

/** Types in the order of their bits, in which they are named. An integer is one that parsing cannot have rounded. */
const TYPES = "string integer number boolean array object null other integer".split(" ");
const STRING = 1;
const INTEGER = 2;
const NUMBER = 4;
const BOOLEAN = 8;
const ARRAY = 16;
const OBJECT = 32;
const NULL = 64;
/** What JSON does not know, and a number that is none. */
const OTHER = 128;
/** An integer, also one that parsing may have rounded. */
const ROUNDED = 256;

const bitsOf = (value: unknown): number => {
  switch (typeof value) {
    case "string":
      return STRING;
    case "number":
      if (Number.isSafeInteger(value)) return INTEGER + NUMBER + ROUNDED;
      if (Number.isInteger(value)) return NUMBER + ROUNDED;
      return Number.isFinite(value) ? NUMBER : OTHER;
    case "boolean":
      return BOOLEAN;
    case "object":
      if (value === null) return NULL;
      return Array.isArray(value) ? ARRAY : OBJECT;
    default:
      return OTHER;
  }
};

/** Whether it is an object that is no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  bitsOf(value) === OBJECT;

const typeFault = (types: number, value: unknown): Fault => {
  if (types & INTEGER && Number.isInteger(value))
    return fault(`a number ${Number(value) > 0 ? "<= " : ">= -"}${Number.MAX_SAFE_INTEGER}`, value);
  const names = TYPES.filter((_, bit) => types & (1 << bit));
  const shown = types & (INTEGER + NUMBER) ? NUMBERS : undefined;
  return { ...fault(names.join(" or ") || "nothing", value, shown), isType: true };
};

/** Holds a value against a schema. */
export const run = (schema: Schema, value: unknown, look?: Look): Outcome => {
  if (typeof schema === "function") return schema(value, look);
  return (schema & bitsOf(value)) !== 0 || [typeFault(schema, value)];
};

/** A place within an object or list, and what goes where it is wrong, if anything may. */
type Place = readonly [
  holder: object,
  step: string,
  look: Look | undefined,
  kind?: "field" | "item" | false | undefined,
];

/**
 * What is wrong at a place as what is wrong with its holder: the faults, or one thing that is left out for them. Where nothing may be
 * left out, a nest is told by what is around it: another part of an `allOf` may leave more out.
 */
export const atPlace = (outcome: Outcome, [holder, step, look, kind]: Place): Outcome => {
  const leaving = kind ? look : undefined;
  const faults = withNest(outcome, Reflect.get(holder, step), leaving);
  const first = leaving && faults.find(({ leftOut }) => !leftOut);
  const left = first ? [Object.assign(first, { leftOut: kind, holder, way: [] })] : faults;
  for (const { steps, way } of left) {
    steps.push(step);
    way?.push(step);
  }
  return left.length === 0 || left;
};

/** What is wrong with a value; where that is no more than what is missing, and it holds a nest that is too deep, that as well. */
export const withNest = (outcome: Outcome, value: unknown, look: Look | undefined): Fault[] => {
  const faults = outcome === true ? [] : outcome;
  const nest = look?.deep?.get(value);
  return nest && faults.every(({ leftOut }) => leftOut === "missing")
    ? [...faults, structuredClone(nest)]
    : faults;
};

/** Gives what is left out within a thing the id of the thing, where nothing further inside has one. */
export const withId = (outcome: Outcome, holder: unknown, id: string | undefined): Outcome => {
  if (outcome !== true && id !== undefined)
    for (const one of outcome) if (one.leftOut && !("id" in one)) one.id = idText(Object(holder)[id]);
  return outcome;
};
