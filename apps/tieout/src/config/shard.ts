import { hash } from "node:crypto";
import { Filled } from "./config-values.ts";
import type { Kind } from "./values.ts";

/** One of the parts into which all books are divided: `part` is from 1 to `parts`. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

const MAX_PARTS = 10_000;

/** A number that a double and a shell hold, whatever their words are: 48 bits. */
const HASHED_DIGITS = 12;

/**
 * Which of so many parts a book is in, from 1: the first 12 hexadecimal digits of the SHA-256 of its name, modulo the
 * parts, plus one. Users rely on it, so it never changes: a book that moved would be looked for in another ledger.
 */
export const partOf = (book: string, parts: number): number =>
  (Number.parseInt(hash("sha256", book).slice(0, HASHED_DIGITS), 16) % parts) + 1;

/** `2/3`, as it is typed. */
export const printedShard = ({ part, parts }: Shard): string => `${part}/${parts}`;

/** `2/3`: the second of three parts. */
export const shard: Kind<Shard> = {
  read: (text) => {
    const [, part, parts] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? [];
    const value = { part: Number(part), parts: Number(parts) };
    return value.part <= value.parts && value.parts <= MAX_PARTS
      ? { value }
      : { expected: `K/N such as 2/3, with K from 1 to N and N at most ${MAX_PARTS}` };
  },
  json: Filled,
  typed: "value",
};
