import { maskPersonal } from "@tieout/http";
import type { InvalidRecord } from "@tieout/reconcile";
import type { Notes } from "./notes.ts";

/** The longest text of a record that is kept, in characters: an id has to fit into the address of a request. */
export const MAX_TEXT_CHARS = 2000;

const RULE = `well-formed Unicode without NUL, of at most ${MAX_TEXT_CHARS} characters`;

/**
 * Whether a text can be kept. Half of a surrogate pair has no UTF-8: it would be written as another character than it
 * was sorted, compared and asked for by. A NUL ends the text for much that reads files.
 */
const isKeepable = (text: string): boolean =>
  text.length <= MAX_TEXT_CHARS && text.isWellFormed() && !text.includes("\0");

/** A text of a length, without the text. */
export const sized = (text: string): string => `a text of ${text.length} characters`;

/** An id that may stand for a record in files: `null` for one that cannot be kept. */
const keptId = (id: string): string | null => (isKeepable(id) ? id : null);

/** The first of these members whose text cannot be kept. */
export const unkeepableIn = <Wire extends object, Member extends keyof Wire & string>(
  wire: Wire,
  members: ReadonlyArray<Member>,
): Member | undefined => {
  for (const member of members) {
    const text = wire[member];
    if (typeof text === "string" && !isKeepable(text)) return member;
  }
  return undefined;
};

/**
 * The one look at what came from outside before it is kept: the first of these members that cannot be, for
 * `INVALID_RECORD`. `at` is the JSON path of the record.
 */
export const textFault = <Wire extends object>(
  wire: Wire,
  members: ReadonlyArray<keyof Wire & string>,
  { at, id }: { readonly at: string; readonly id: string },
): { readonly invalid: InvalidRecord } | undefined => {
  const member = unkeepableIn(wire, members);
  if (member === undefined) return undefined;
  const value = sized(String(wire[member]));
  return { invalid: { path: `${at}.${member}`, id: keptId(id), rule: RULE, value } };
};

const MASK = "redacted";

/** Nothing is masked that has none of these in it. */
const MAY_BE_PERSONAL = /[@\d]|:\/\//;

/** A host alone is nobody's; a path or a query may hold a token. */
const HOST_ALONE = /^https?:\/\/[^/?#]+\/?$/;

/** Luhn's check, which the digits of cards pass and one in ten other numbers. A number with stars was a card's. */
const isCard = (found: string): boolean => {
  if (found.includes("*")) return true;
  const digits = [...found.replaceAll(/\D/g, "")].toReversed().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
};

const isPersonal = (found: string): boolean => {
  if (/^https?:/.test(found)) return !HOST_ALONE.test(found);
  return found.includes("@") || isCard(found);
};

/**
 * Free text as it is kept: a name, status, type or code, in which somebody may have written an address, a link to a
 * credential or the number of a card. Those are masked, and noted. `tagOf` tells apart what would look the same masked,
 * for texts that something is grouped by.
 */
export const freeText = (text: string, { member, notes, tagOf }: FreeText): string =>
  MAY_BE_PERSONAL.test(text)
    ? maskPersonal(text, (found) => {
        if (!isPersonal(found)) return found;
        notes.masked(member);
        return tagOf === undefined ? `[${MASK}]` : `[${MASK} ${tagOf(found).slice(0, TAG_CHARS)}]`;
      })
    : text;

/** Enough of a keyed hash to tell a few names apart. */
const TAG_CHARS = 8;

/** Whose text it is. */
export interface FreeText {
  readonly member: string;
  readonly notes: Notes;
  /** A keyed hash. */
  readonly tagOf?: (found: string) => string;
}
