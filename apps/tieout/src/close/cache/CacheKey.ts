import { hash } from "node:crypto";
import { readFileSync } from "node:fs";

/** What a result is about, and everything that it depends on beside the rules. */
export interface CacheKey {
  /** Empty where it is about all that a book holds of a kind. */
  readonly entity: string;
  /** The details that it is computed from; null where it is computed from those of many, which `basis` then names. */
  readonly detailsId: number | null;
  /** Everything else, on one line. */
  readonly basis: string;
}

/** A result in the form in which it is kept, with its key. */
export interface PrintedResult extends CacheKey {
  readonly body: string;
}

/**
 * The rules by which results are computed: a hash of the program itself, whose file names all others that it is made
 * of by their hashes. So another version reuses nothing of the one before, whatever was changed.
 */
export const rulesSha256 = (): string => hash("sha256", readFileSync(new URL(import.meta.url)), "base64");

/** Binds a result to its key and to this program's rules, and so proves too that it is still as it was written. */
export const digesting = (): ((result: PrintedResult) => string) => {
  const rules = rulesSha256();
  return ({ detailsId, basis, body }) => hash("sha256", `${rules} ${detailsId}\n${basis}\n${body}`, "base64");
};
