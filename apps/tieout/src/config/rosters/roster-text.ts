import { Result } from "effect";

/** Encodings that a configuration may name. */
export const ENCODINGS = ["utf-8", "utf-16le", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What marks an encoding at the start of a file. */
const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

const markedAs = (bytes: Uint8Array): (typeof MARKS)[number]["encoding"] | undefined =>
  MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))?.encoding;

/** Where a letter stands in a text: its line and column, from 1. */
const placeOf = (text: string, at: number): string => {
  const before = text.slice(0, at).split("\n");
  return `line ${before.length}, column ${[...(before.at(-1) ?? "")].length + 1}`;
};

/** What stands for bytes that are no letter once they are decoded. */
const NO_LETTER = "\ufffd";

// The five bytes that Windows-1252 leaves without a letter, as they are decoded.
const NO_LETTER_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

/** What mends a text that cannot be read, by whether the configuration can name its encoding. */
const ADVICE = {
  nameable: {
    letter:
      "save it as UTF-8, or name its encoding in the configuration: windows-1252, as older spreadsheets write it, or utf-16le",
    nul: "a text of UTF-16 without its mark has to be named in the configuration: utf-16le",
  },
  nameless: { letter: "save it as UTF-8", nul: "save it as UTF-8" },
} as const;

const decode = (
  bytes: Uint8Array,
  encoding: string,
  advice: (typeof ADVICE)[keyof typeof ADVICE],
): Result.Result<string, string> => {
  const text = new TextDecoder(encoding).decode(bytes);
  const bad = encoding === "windows-1252" ? text.search(NO_LETTER_1252) : text.indexOf(NO_LETTER);
  if (bad >= 0) {
    const how =
      encoding === "utf-8" ? advice.letter : "its encoding in the configuration is another one than it has";
    return Result.fail(`${placeOf(text, bad)}: expected ${encoding.toUpperCase()}; ${how}`);
  }
  const nul = text.indexOf("\u0000");
  return nul < 0
    ? Result.succeed(text)
    : Result.fail(`${placeOf(text, nul)}: expected a letter; ${advice.nul}`);
};

/**
 * Reads the bytes of a text file as the letters that they are: UTF-8, with or without a mark, UTF-16 by its mark, or
 * what the configuration names (`null` where it cannot name any). Bytes that are no letter are refused with line and
 * column, and never guessed: a roster that is read wrongly accuses people.
 */
export const readText = (
  bytes: Uint8Array,
  named: Encoding | undefined | null,
): Result.Result<string, string> => {
  const marked = markedAs(bytes);
  if (named === null) return decode(bytes, marked ?? "utf-8", ADVICE.nameless);
  if (named !== undefined && marked !== undefined && marked !== named)
    return Result.fail(`is marked as ${marked.toUpperCase()}, and the configuration says ${named}`);
  return decode(bytes, named ?? marked ?? "utf-8", ADVICE.nameable);
};
