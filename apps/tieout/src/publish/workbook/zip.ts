import { Zip, ZipDeflate } from "fflate";

/** A file of a zip, in pieces of text. */
export interface ZipEntry {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** The time of every entry, by the clock on the wall wherever it is made: a zip knows no zone. */
const ALWAYS_THEN = "1980-01-01T12:00:00";

/** Hardly larger than what takes three times as long. */
const LEVEL = 1;

/**
 * Packs entries into a zip, piece by piece: memory holds one. The same entries give the same bytes on every machine,
 * which the zlib that is part of Node does not promise: it compresses by what the processor can.
 */
export const zipped = function* (entries: Iterable<ZipEntry>): Iterable<Uint8Array> {
  const packed: Array<Uint8Array> = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    packed.push(bytes);
  });
  for (const { name, pieces } of entries) {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = ALWAYS_THEN;
    zip.add(file);
    for (const piece of pieces) {
      file.push(Buffer.from(piece));
      yield* packed.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* packed.splice(0);
  }
  zip.end();
  yield* packed.splice(0);
};
