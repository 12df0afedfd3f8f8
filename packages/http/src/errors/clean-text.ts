import type { Secret } from "../Secret.ts";

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

/** How many characters of a key in a row are already too many to show. */
const REVEALING_CHARS = 10;

const REDACTED = "[redacted]";

/**
 * Text from outside without any of the keys, whole, cut short or within something longer: every stretch
 * of ten characters that also stands in a key is blotted out. A key shorter than that goes as a whole.
 */
export const redact = (text: string, secrets: readonly Secret[]): string => {
  let clean = text;
  for (const secret of secrets) clean = withoutKey(clean, secret.reveal());
  return clean;
};

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
