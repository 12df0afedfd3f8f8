import { chmodSync, cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSigningKey, type SigningKey } from "../../src/signatures/signing-key.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const KEYS = fileURLToPath(new URL("../fixtures/keys", import.meta.url));

/** A file of `test/fixtures/keys`. */
export const keyText = (name: string): string => readFileSync(join(KEYS, name), "utf8");

/** A copy of a key that its owner alone can read, as `ssh-keygen` would leave it. */
export const keyFile = (name: string, mode = 0o600): string => {
  const file = join(temporaryDirectory(), name);
  cpSync(join(KEYS, name), file);
  chmodSync(file, mode);
  return file;
};

/** A key of the fixtures that has to be one. */
export const signingKey = (name: string): SigningKey => {
  const read = readSigningKey(keyText(name));
  if ("problem" in read) throw new Error(read.problem);
  return read.key;
};
