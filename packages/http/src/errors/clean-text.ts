import { orElse } from "../caller-code.ts";

/** A key that is to be kept out of texts; a `Secret` is one. */
export interface Key {
  readonly reveal: () => string;
}

/**
 * Text from outside on one line of at most `maxChars` characters. Control characters, invisible ones and
 * runs of white space become one blank.
 */
export const oneLine = (text: string, maxChars: number): string => {
  // A body may be long; nothing beyond a few times the limit can end up in the result.
  const line = text
    .slice(0, maxChars * 4)
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ")
    .trim();
  return line.length <= maxChars ? line : `${line.slice(0, maxChars - 1)}…`;
};

/** The longest message of any error here, in characters. */
export const MAX_MESSAGE_CHARS = 300;

/** The message of an error. The end is what to do next, so a long text is cut and the end is not. */
export const messageText = (text: string, end = ""): string =>
  oneLine(text, MAX_MESSAGE_CHARS - end.length) + end;

/** How many characters of a key in a row are already too many to show. */
const REVEALING_CHARS = 10;

/** A key of fewer characters also stands in words that have nothing to do with it. */
const WORD_CHARS = 4;

export const REDACTED = "[redacted]";

/**
 * Text from outside without any of the keys, whole, cut short or within something longer: every stretch
 * of ten characters that also stands in a key is blotted out. A key shorter than that goes as a whole, one that is
 * shorter than a word only where it stands by itself.
 */
export const redact = (text: string, secrets: readonly Key[]): string => {
  let clean = text;
  for (const secret of secrets) {
    const key = textOf(secret);
    if (key === "") continue;
    clean = key.length < WORD_CHARS ? withoutWord(clean, key) : withoutKey(clean, key);
  }
  return clean;
};

/** Whoever made it: a key that does not give itself away can stand in no text either. */
const textOf = (secret: Key): string =>
  orElse(
    () => String(secret.reveal()),
    () => "",
  );

const withoutWord = (text: string, key: string): string =>
  text.replace(/[^\s"'`<>()[\]{},;:=]+/g, (word) => (word === key ? REDACTED : word));

const withoutKey = (text: string, key: string): string => {
  const width = Math.min(REVEALING_CHARS, key.length);
  const stretches = new Set<string>();
  for (let at = 0; at + width <= key.length; at += 1) stretches.add(key.slice(at, at + width));

  let clean = "";
  let shownUpTo = 0;
  let at = 0;
  while (at + width <= text.length) {
    if (!stretches.has(text.slice(at, at + width))) {
      at += 1;
      continue;
    }
    let end = at + width;
    while (end < text.length && stretches.has(text.slice(end + 1 - width, end + 1))) end += 1;
    clean += text.slice(shownUpTo, at) + REDACTED;
    shownUpTo = end;
    at = end;
  }
  return clean + text.slice(shownUpTo);
};

/**
 * What may be somebody's: an address of a person or of a page, and digits as many as a card has. An API may repeat in an
 * error what it was asked for or what it holds. A UUID is longer than a card, also where it is all digits.
 */
const PERSONAL =
  /[^\s"'<>()@]{1,64}@[^\s"'<>()@]{1,255}|https?:\/\/[^\s"'<>]{1,2048}|(?<![\w-])\d(?:[ -]?[\d*]){11,18}(?![\w-])/g;

/** A text with what may be personal replaced; `replace` is given each that was found. */
export const maskFound = (text: string, replace: (found: string) => string): string =>
  text.replace(PERSONAL, (found) => replace(found));

/** Text from outside without keys and without what may be personal. */
export const cleanText = (text: string, secrets: readonly Key[]): string =>
  maskFound(redact(text, secrets), () => REDACTED);

/** Whether a header can carry a text as it is. */
export const isHeaderText = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(text);

/** Whether it is an object of no class, of whichever realm. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  orElse(
    () => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      const prototype: unknown = Object.getPrototypeOf(value);
      return (
        prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
      );
    },
    () => false,
  );

/** What kind of value it is, never what it holds. */
export const kindOf = (value: unknown): string =>
  orElse(
    () => readKindOf(value),
    () => "one that throws when it is looked at",
  );

const readKindOf = (value: unknown): string => {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number") return String(value);
  if (typeof value === "string") return `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  if (isPlain(value)) return `an object of ${Object.keys(value).length} members`;
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  return tag === "Object" ? "an object of a class" : `a ${tag}`;
};
