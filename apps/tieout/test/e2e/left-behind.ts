import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { zstdDecompressSync } from "node:zlib";
import { filesUnder } from "./published.ts";

/**
 * Everything that a run left under a directory: the bytes of each file by its name, as they are on the disk, and what
 * the ledger keeps compressed. The ledger is only looked into after its files were read, since that tidies them.
 */
export const leftBehind = (directory: string): ReadonlyMap<string, Buffer> => {
  const files = filesUnder(directory);
  const left = new Map(files.map((name) => [name, readFileSync(join(directory, name))]));
  for (const name of files.filter((one) => one.endsWith(".db"))) {
    const db = new DatabaseSync(join(directory, name), { readOnly: true });
    const blobs = db.prepare("SELECT hash, body FROM blob").all();
    db.close();
    for (const { hash, body } of blobs)
      if (body instanceof Uint8Array) left.set(`${name}, details ${hash}`, zstdDecompressSync(body));
  }
  return left;
};

/** Where a text stands in what was left behind: in the bytes of a file, or in its name. */
export const holding = (left: ReadonlyMap<string, Buffer>, text: string): readonly string[] =>
  [...left].flatMap(([name, bytes]) => (bytes.includes(text) || name.includes(text) ? [name] : []));
