import { fault, type Outcome } from "./faults.ts";

type Check = (value: unknown) => Outcome;

const texts =
  (keeps: (value: string) => boolean, expected: string, shown?: RegExp): Check =>
  (value) =>
    typeof value !== "string" || keeps(value) || [fault(expected, value, shown)];

/**
 * Texts of at least so many characters, of which one may be two units. What is no text is none of its concern, nor of
 * the others here.
 */
export const minLength = (limit: number): Check =>
  texts((value) => value.length >= 2 * limit || [...value].length >= limit, `at least ${limit} characters`);

/** Texts of at most so many characters. */
export const maxLength = (limit: number): Check =>
  texts((value) => value.length <= limit || [...value].length <= limit, `at most ${limit} characters`);

/** Texts in which a regular expression finds something. */
export const pattern = (source: string, flags = "u"): Check => {
  const expression = new RegExp(source, flags);
  return texts((value) => expression.test(value), `a text like ${source}`);
};

/** Texts of a format: what an expression matches whole, or what a function takes. No person stands in an instant. */
export const format = (name: string, is: RegExp | ((value: string) => boolean)): Check =>
  texts(
    (value) => (typeof is === "function" ? is(value) : is.test(value)),
    `a text of the format ${name}`,
    /^(?:date|time)/.test(name) ? /^[\dTZ.:+ -]{0,40}$/ : undefined,
  );
