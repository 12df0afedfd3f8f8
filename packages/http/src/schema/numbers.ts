import { fault, NUMBERS, type Outcome } from "./faults.ts";

type Check = (value: unknown) => Outcome;

const numbers =
  (keeps: (value: number) => boolean, expected: string): Check =>
  (value) =>
    typeof value !== "number" || keeps(value) || [fault(expected, value, NUMBERS)];

/** Numbers from `limit` on. What is no number is none of its concern, nor of the others here. */
export const minimum = (limit: number): Check => numbers((value) => value >= limit, `a number >= ${limit}`);

/** Numbers up to `limit`. */
export const maximum = (limit: number): Check => numbers((value) => value <= limit, `a number <= ${limit}`);

/** Numbers above `limit`. */
export const above = (limit: number): Check => numbers((value) => value > limit, `a number > ${limit}`);

/** Numbers below `limit`. */
export const below = (limit: number): Check => numbers((value) => value < limit, `a number < ${limit}`);

/** Numbers that `step` divides. */
export const multipleOf = (step: number): Check =>
  numbers((value) => Number.isInteger(value / step), `a multiple of ${step}`);

/** Integers, as far as 64 bits hold them. */
export const int64: Check = numbers(Number.isInteger, "an integer");

/** Integers that 32 bits hold. */
export const int32: Check = numbers((value) => (value | 0) === value, "an integer of 32 bits");
