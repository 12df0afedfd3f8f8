import { fault, type Look, type Outcome } from "./faults.ts";
import { isObject } from "./run.ts";

type Check = (value: unknown, look?: Look) => Outcome;

/** How many items or members a value has left. */
const sizes =
  (
    sizeOf: (value: unknown) => number | undefined,
    keeps: (size: number) => boolean,
    expected: string,
  ): Check =>
  (value, look) => {
    const size = sizeOf(value);
    if (size === undefined) return true;
    return keeps(size - (look?.gone.get(Object(value))?.size ?? 0)) || [fault(expected, value)];
  };

const itemsOf = (value: unknown) => (Array.isArray(value) ? value.length : undefined);
const membersOf = (value: unknown) => (isObject(value) ? Object.keys(value).length : undefined);

/** Lists of at least so many items. */
export const minItems = (limit: number): Check =>
  sizes(itemsOf, (size) => size >= limit, `at least ${limit} items`);

/** Lists of at most so many items. */
export const maxItems = (limit: number): Check =>
  sizes(itemsOf, (size) => size <= limit, `at most ${limit} items`);

/** Objects of at least so many members. */
export const minProperties = (limit: number): Check =>
  sizes(membersOf, (size) => size >= limit, `at least ${limit} members`);

/** Objects of at most so many members. */
export const maxProperties = (limit: number): Check =>
  sizes(membersOf, (size) => size <= limit, `at most ${limit} members`);
