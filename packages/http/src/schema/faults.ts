import { cleanText, kindOf, oneLine } from "../errors/clean-text.ts";
import { jsonPath } from "../validate/pointer.ts";

/** The longest description of what is wanted, or of a value, in characters. */
const MAX_CHARS = 80;

/** One way in which a value breaks its schema. */
export interface Fault {
  /** The way to what is wrong, innermost step first: whoever holds a value adds the step that leads to it. */
  readonly steps: string[];
  expected: string;
  readonly actual: string;
  /** A type was wanted. Of one value several may be: `string or null`. */
  readonly isType?: boolean;
  /** What is left out for it, or is not there; without, it is a fault of everything around it. */
  leftOut?: "field" | "item" | "missing" | undefined;
  /** The object or list that this is in. */
  holder?: object;
  /** The way to this, in the same order; of what is not there it is that of the fault. */
  way?: string[];
  /** The item that this is. */
  item?: unknown;
  /** Of the innermost thing around that has one. */
  id?: string | undefined;
}

/** Given where parts of a body may be left out: the items that are, and where it is nested too deep. */
export interface Look {
  readonly gone: Map<object, Set<string>>;
  /** By what holds a nest that is too deep, the fault that this is. */
  readonly deep?: ReadonlyMap<unknown, Fault> | undefined;
}

/** What is wrong with a value, or `true`. */
export type Outcome = true | Fault[];

/**
 * Holds a value against a schema. A number is a set of types, the sum of 1 for texts, 2 integers that parsing cannot have rounded, 4 numbers, 8 booleans, 16 lists, 32 objects, 64 null, 128
 * what JSON has no word for, 256 any integer; 511 is whatever there is, 0 nothing.
 */
export type Schema = number | ((value: unknown, look?: Look) => Outcome);

/** What a text may be to be told where a number is wanted. */
export const NUMBERS: RegExp = /^[-+\d.,]{0,20}$/;

/**
 * A fault of a value itself. Booleans and null are told as they are, and so are numbers, but for digits as many as a card has where
 * no number is wanted. A text is told by its length, unless `shown` says that no person can stand in it.
 */
export const fault = (expected: string, value: unknown, shown?: RegExp): Fault => ({
  steps: [],
  expected: oneLine(expected, MAX_CHARS),
  actual: described(value, shown),
});

/** The fault of a member that is not there. */
export const missing = (name: string): Fault => ({ steps: [name], expected: "a value", actual: "nothing" });

const described = (value: unknown, shown: RegExp | undefined): string => {
  const open = (text: string): string => (shown === NUMBERS ? text : cleanText(text, []));
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string" && shown?.test(value) && open(value) === value) return JSON.stringify(value);
  // Digits beyond 2^53 were lost in parsing, so what is left of them is not what was sent.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return `about ${String(value)}`;
  return open(kindOf(value));
};

/** What was found of one value, with what else was: one list grows, since a body may have as many faults as rows. */
export const joined = (found: Outcome, more: Outcome): Outcome => {
  if (found === true) return more;
  // Not `push(...more)`: as arguments, a few hundred thousand faults overflow the stack.
  if (more !== true) for (const one of more) found.push(one);
  return found;
};

/** The faults for which nothing is left out. */
export const fatal = (faults: readonly Fault[]): Fault[] => faults.filter(({ leftOut }) => !leftOut);

/** An id as it may stand in a message; `undefined` for anything that does not look like one. */
export const idText = (value: unknown): string | undefined =>
  Number.isSafeInteger(value) || (typeof value === "string" && /^[\w.:+-]{1,100}$/.test(value))
    ? String(value)
    : undefined;

/** A fault as errors and reports tell it. */
export const inWords = ({
  steps,
  expected,
  actual,
}: Fault): { readonly path: string; readonly expected: string; readonly actual: string } => ({
  path: jsonPath([...steps].reverse()),
  expected,
  actual,
});
