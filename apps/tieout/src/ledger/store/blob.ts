import { hash } from "node:crypto";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** JSON that one value has only one form of: members sorted by code unit, no white space. */
export type CanonicalJson = string;

/** Whether the platform prints a value in its canonical form as it is: nothing to sort, nothing without a JSON form. */
const isCanonical = (value: unknown): boolean => {
  if (typeof value !== "object")
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isCanonical);
  if (!isRecord(value)) return false;
  let last: string | undefined;
  // Rows are many, and lists of their names and values would be made only to be thrown away.
  for (const name in value) {
    if ((last !== undefined && last >= name) || !isCanonical(value[name])) return false;
    last = name;
  }
  return true;
};

const isRecord = (value: object): value is Readonly<Record<string, unknown>> =>
  Object.getPrototypeOf(value) === Object.prototype;

/**
 * Prints a JSON-safe value in its canonical form, so that equal records have equal bytes and one hash.
 *
 * Order of array elements is kept: it is part of what a source said. `undefined` is not JSON and throws.
 */
export const canonicalJson = (value: unknown): CanonicalJson => {
  // Several times as fast, and what sources make of their many rows is in order already.
  if (isCanonical(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
  }
  const printed = JSON.stringify(value);
  if (printed === undefined) throw new TypeError(`${typeof value} has no JSON form`);
  return printed;
};

/** SHA-256 of bytes, or of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => hash("sha256", data, "hex");

// Half the time of the level that is the default, and no larger for rows of a batch.
const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * Makes something of bytes whose memory then goes back at once: the collector counts it apart from its heap, and would let
 * 64 MB of it wait. Nobody else may have a part of it.
 */
const usedUp = <Bytes extends Uint8Array<ArrayBuffer>, Made>(
  bytes: Bytes,
  use: (bytes: Bytes) => Made,
): Made => {
  const made = use(bytes);
  bytes.buffer.transfer(0);
  return made;
};

/** What is smaller may be a part of a piece that Node keeps for many. */
const PIECE_BYTES_MIN = Buffer.poolSize;

const compressed = (bytes: Uint8Array): Uint8Array =>
  usedUp(zstdCompressSync(bytes, { ...FASTEST, chunkSize: PIECE_BYTES_MIN }), (piece) =>
    Uint8Array.from(piece),
  );

/** Compresses a canonical text for storage (Zstandard: about a sixth of the size for rows of a batch). */
export const pack = (text: CanonicalJson | Uint8Array): Uint8Array =>
  typeof text === "string" ? usedUp(new TextEncoder().encode(text), compressed) : compressed(text);

/**
 * Bytes that a text is restored into at a time, at most: pieces of this size go back to the system when they are done
 * with, where smaller ones stay with the process.
 */
const PIECE_BYTES_MAX = 256 * 1024;

/** More than nearly every text is larger than what it was compressed to, so that most come in one piece. */
const TIMES_AS_LARGE = 16;

const unpacked = <Made>(packed: Uint8Array, use: (bytes: Buffer) => Made): Made => {
  const chunkSize = Math.min(PIECE_BYTES_MAX, Math.max(PIECE_BYTES_MIN, packed.length * TIMES_AS_LARGE));
  return usedUp(zstdDecompressSync(packed, { chunkSize }), use);
};

/** Restores what {@link pack} made. Throws when the bytes are damaged. */
export const unpack = (packed: Uint8Array): CanonicalJson =>
  unpacked(packed, (bytes) => bytes.toString("utf8"));

/** What {@link pack} made, with the {@link sha256} of the text. */
export interface PackedText {
  readonly hash: string;
  readonly body: Uint8Array;
}

/** The text that was packed; undefined where its bytes are not those of its hash. */
export const unpackHashed = ({ hash, body }: PackedText): CanonicalJson | undefined => {
  try {
    return unpacked(body, (bytes) => (sha256(bytes) === hash ? bytes.toString("utf8") : undefined));
  } catch {
    return undefined;
  }
};
