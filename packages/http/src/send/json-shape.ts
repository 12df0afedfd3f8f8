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
const OPEN_OBJECT = 0x7b;

/**
 * The values of a body of JSON, of all kinds; an empty list or object counts as two. Looks through it before it is
 * parsed, since parsing is what takes the memory. Of what is no JSON it may say anything.
 */
export const jsonValues = (bytes: Uint8Array): number => {
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === COMMA || byte === OPEN_LIST || byte === OPEN_OBJECT) values += 1;
  }
  return values;
};

/** Whether a body holds more than {@link MAX_JSON_VALUES}; one of fewer bytes is not looked through. */
export const hasTooManyValues = (bytes: Uint8Array): boolean =>
  bytes.length > MAX_JSON_VALUES && jsonValues(bytes) > MAX_JSON_VALUES;

/** Whether lists and objects are nested within each other deeper than {@link MAX_JSON_DEPTH}. */
export const isNestedDeep = (parsed: unknown): boolean =>
  isContainer(parsed) && isDeeper(parsed, MAX_JSON_DEPTH);

/**
 * Calls itself at most `levels` deep, for lists and objects alone, and makes nothing on the way: an answer may have
 * millions of values.
 */
const isDeeper = (value: object, levels: number): boolean => {
  if (levels === 0) return true;
  if (isObject(value)) {
    for (const name in value) {
      const member = value[name];
      if (isContainer(member) && isDeeper(member, levels - 1)) return true;
    }
  } else if (Array.isArray(value)) {
    for (const item of value) if (isContainer(item) && isDeeper(item, levels - 1)) return true;
  }
  return false;
};

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

const isObject = (value: object): value is Readonly<Record<string, unknown>> => !Array.isArray(value);

/** Where the text ends that begins at `from`. */
const endOfText = (bytes: Uint8Array, from: number): number => {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
};
