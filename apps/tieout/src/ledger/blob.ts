import { createHash } from "node:crypto";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** JSON that one value has only one form of: members sorted by code unit, no white space. */
export type CanonicalJson = string;

/**
 * Prints a JSON-safe value in its canonical form, so that equal records have equal bytes and one hash.
 *
 * Order of array elements is kept: it is part of what a source said. `undefined` is not JSON and throws.
 */
export const canonicalJson = (value: unknown): CanonicalJson => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
  }
  const printed = JSON.stringify(value);
  if (printed === undefined) throw new TypeError(`${typeof value} has no JSON form`);
  return printed;
};

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Compresses a canonical text for storage (Zstandard: about a sixth of the size for rows of a batch). */
export const pack = (text: CanonicalJson): Uint8Array => zstdCompressSync(text);

/** Restores what {@link pack} made. Throws when the bytes are damaged. */
export const unpack = (packed: Uint8Array): CanonicalJson => zstdDecompressSync(packed).toString("utf8");
