import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { Effect } from "effect";
import type { LedgerFailed } from "../failures.ts";
import { failing } from "../sqlite/sql-failure.ts";

const KEY_BYTES = 32;
const KEY_FORM = /^[0-9a-f]{64}\n$/;

/** Turns a normalised e-mail address into the keyed hash that stands for the person in the ledger. */
export type HashEmail = (email: string) => string;

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ENOENT";

const writeDurably = (file: string, text: string): void => {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Creates the key in one step: half a key would be no key, and no later run could mend that. */
const create = (file: string): void => {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  try {
    writeDurably(draft, `${randomBytes(KEY_BYTES).toString("hex")}\n`);
    // Unlike a rename, a link never replaces a key that somebody else has made meanwhile.
    linkSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
};

const readOrCreate = (file: string): string => {
  // Reading a pipe would wait for whoever writes to it.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw new Error(`${file} is no file`);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
  }
  create(file);
  return readFileSync(file, "utf8");
};

/**
 * Opens the key beside a ledger (`<ledger>.key`, mode 0600), creating it for a new ledger.
 *
 * E-mail addresses are guessable, so a plain hash would give them away (Record fact 5.18): people are
 * kept as HMAC-SHA-256 under this key. The key is as old as the ledger: with another key everybody would
 * look like somebody new. Fails with `LedgerFailed` when the file cannot be read or is not a key.
 */
export const emailKey = (ledgerFile: string): Effect.Effect<HashEmail, LedgerFailed> => {
  const file = `${ledgerFile}.key`;
  return Effect.try((): HashEmail => {
    const text = readOrCreate(file);
    if (!KEY_FORM.test(text))
      throw new Error(`${file} does not hold a key of ${KEY_BYTES} bytes in hexadecimal`);
    // Made a key object once: given as bytes, each address would make another, which takes six times as long.
    const key = createSecretKey(text.trim(), "hex");
    return (email) => createHmac("sha256", key).update(email, "utf8").digest("base64url");
  }).pipe(failing(ledgerFile, "has no usable e-mail key"));
};
