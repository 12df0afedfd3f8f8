import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { type ReadKey, readSigningKey, type SigningKey } from "../signatures/signing-key.ts";
import { KEY_FILES } from "./key-files.ts";
import type { FileObject, SettingsReader } from "./reader.ts";

/** What a file of a key may have: a longer one holds something else. */
const KEY_BYTES_MAX = 65_536;

/** The rights of others than the owner, who could sign with it as well. */
const OF_OTHERS = 0o077;

const readKeyFile = (path: string): ReadKey => {
  // Without waiting: opening a pipe would wait for whoever writes to it.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) return { problem: "is no file: a directory, a pipe or a device holds no key" };
    if ((found.mode & OF_OTHERS) !== 0)
      return {
        problem: `has the mode ${(found.mode & 0o777).toString(8).padStart(4, "0")}, so that others can reach the key; run: chmod 600 ${path}`,
      };
    if (found.size > KEY_BYTES_MAX) return { problem: `has ${found.size} bytes, and no key is that long` };
    return readSigningKey(readFileSync(descriptor, "utf8"));
  } finally {
    closeSync(descriptor);
  }
};

const readFrom = (path: string): ReadKey => {
  try {
    return readKeyFile(path);
  } catch (cause) {
    return { problem: `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
};

/**
 * The key that reports are signed with, from the file that the setting names; null where it names none. For a command
 * that publishes nothing the file is not looked at: it may be on another machine.
 */
export const signingKeyOf = (
  reader: SettingsReader,
  file: FileObject,
  publishes: boolean,
): SigningKey | null => {
  const path = reader.value(KEY_FILES.signKeyFile, file);
  if (path === undefined || !publishes) return null;
  const read = readFrom(path);
  if ("key" in read) return read.key;
  const where = reader.placeOf(KEY_FILES.signKeyFile, file) ?? KEY_FILES.signKeyFile.name;
  reader.configuration.push({ where, problem: `names ${path}, which ${read.problem}` });
  return null;
};
