import { closest, distance } from "fastest-levenshtein";
import { isArray, isObject, type Json, pointerToken } from "./json.ts";
import { isValue, MAPS } from "./members.ts";

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

/** Of so many letters one may be wrong, and three at most. */
const LETTERS_A_TYPO = 3;
const TYPOS_MAX = 3;

const nearestTo = (name: string): string | undefined => {
  if (!name.startsWith("x-") || EXTENSIONS.some((one) => one === name)) return undefined;
  const nearest = closest(name.toLowerCase(), EXTENSIONS);
  const most = Math.min(TYPOS_MAX, Math.floor(name.length / LETTERS_A_TYPO));
  return distance(name.toLowerCase(), nearest) <= most ? nearest : undefined;
};

/** An extension by nearly the name of one of ours, which would be passed over. */
export interface Misspelt {
  readonly pointer: string;
  /** What is wrong with it. */
  readonly fault: string;
}

/** The misspelt extensions of a part of a document; names that its author chose and values are none. */
export const misspeltIn = (part: Json, at = "#", isMap = false): readonly Misspelt[] => {
  if (isArray(part)) return part.flatMap((item, index) => misspeltIn(item, `${at}/${index}`));
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    const pointer = `${at}/${pointerToken(name)}`;
    if (isMap) return misspeltIn(value, pointer);
    const nearest = nearestTo(name);
    if (nearest !== undefined)
      return [{ pointer, fault: `${name} is no extension that is read: is ${nearest} meant?` }];
    const isRead = !name.startsWith("x-") && !isValue(name, value);
    return isRead ? misspeltIn(value, pointer, MAPS.includes(name)) : [];
  });
};
