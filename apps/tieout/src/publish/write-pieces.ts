import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

/** What of a file its bytes tell. */
interface Written {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes pieces one after the other into a new file, texts as UTF-8, and flushes it to the disk; without a path it
 * only counts. Rejects with the file system's error; the file is then incomplete and the caller drops it.
 */
export const writePieces = async (
  path: string | null,
  pieces: Iterable<string | Uint8Array>,
): Promise<Written> => {
  const file = path === null ? undefined : await open(path, "wx");
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for (const piece of pieces) {
      const chunk = Buffer.from(piece);
      hash.update(chunk);
      bytes += chunk.length;
      await file?.writeFile(chunk);
    }
    await file?.sync();
  } finally {
    await file?.close();
  }
  return { bytes, sha256: hash.digest("hex") };
};
