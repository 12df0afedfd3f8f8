/** How a body of JSON is built, as far as that is what makes one costly. */
export interface JsonShape {
  /** Lists and objects within each other. */
  readonly depth: number;
  /** Values of all kinds; an empty list or object counts as two. */
  readonly values: number;
}

/**
 * The deepest nesting of an answer that is looked into, in lists and objects. What APIs document is nested a tenth as
 * deep; beyond it, whoever walks through a value by calling itself would run out of stack.
 */
export const MAX_JSON_DEPTH = 64;

/** Values in one answer. Parsed, an empty object takes some 70 bytes, and `{},` are three. */
export const MAX_JSON_VALUES = 4_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Looks through a body before it is parsed: parsing is what takes the memory. Of what is no JSON it may say anything. */
export const jsonShape = (bytes: Uint8Array): JsonShape => {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === COMMA) values += 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      values += 1;
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return { depth: deepest, values };
};

/** Where the text ends that begins at `from`. */
const endOfText = (bytes: Uint8Array, from: number): number => {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
};
