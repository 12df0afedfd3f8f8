import { closest, distance } from "fastest-levenshtein";
import { isArray, isObject, type Json } from "./json.ts";

type Steps = readonly (string | number)[];

/** What a spec can say beyond OpenAPI; the README says what each means. */
export const EXTENSIONS = [
  "x-retry",
  "x-idempotency-key",
  "x-pagination",
  "x-independent-items",
  "x-strict",
  "x-id",
  "x-open-answers",
  "x-known-values",
] as const;

/** An extension by nearly the name of one of ours, which would be passed over. */
export interface Misspelt {
  readonly steps: Steps;
  /** What is wrong with it. */
  readonly fault: string;
}

/** Of so many letters one may be wrong, and three at most. */
const LETTERS_A_TYPO = 3;
const TYPOS_MAX = 3;

const nearestTo = (name: string): string | undefined => {
  if (!name.startsWith("x-") || EXTENSIONS.some((one) => one === name)) return undefined;
  const nearest = closest(name.toLowerCase(), EXTENSIONS);
  const most = Math.min(TYPOS_MAX, Math.floor(name.length / LETTERS_A_TYPO));
  return distance(name.toLowerCase(), nearest) <= most ? nearest : undefined;
};

/** The misspelt extensions of a value and of all that is in it, in their order. */
export const misspeltIn = (value: Json | undefined, steps: Steps = []): readonly Misspelt[] => {
  if (isArray(value)) return value.flatMap((item, index) => misspeltIn(item, [...steps, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const here = [...steps, name];
    const nearest = nearestTo(name);
    const inner = misspeltIn(member, here);
    if (nearest === undefined) return inner;
    return [{ steps: here, fault: `${name} is no extension that is read: is ${nearest} meant?` }, ...inner];
  });
};
