import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { Effect } from "effect";
import type { LedgerPlace } from "../../config/ledger-place.ts";
import { LedgerFailed } from "../failures.ts";
import type { Identity } from "../identity/LedgerIdentity.ts";
import { Ledger } from "../Ledger.ts";
import { failing } from "../sql-failure.ts";

const KEY_BYTES = 32;
const KEY_FORM = /^[0-9a-f]{64}\n$/;

/** Turns a normalised e-mail address into the keyed hash that stands for the person in the ledger. */
export type HashEmail = (email: string) => string;

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ENOENT";

/** Writes a file that was not there, for its owner alone, and waits until it is on disk. */
export const writeDurably = (file: string, text: string): void => {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Creates the key in one step: half a key would be no key, and no later run could mend that. Only for whoever has looked
 * that there is none, and keeps other runs from the ledger meanwhile.
 */
const create = (file: string): string => {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  try {
    writeDurably(draft, `${randomBytes(KEY_BYTES).toString("hex")}\n`);
    // A link would replace no key, but there are file systems that know none.
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
};

/** The text of a key's file; undefined where there is none. */
const readKey = (file: string): string | undefined => {
  // Reading a pipe would wait for whoever writes to it.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw new Error(`${file} is no file`);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
};

/** What a ledger keeps of its key, to know it again: it tells nothing of the key, and is the hash of no address. */
const markOf = (key: string): string =>
  createHmac("sha256", Buffer.from(key.trim(), "hex")).update("the key of a tieout ledger").digest("hex");

const RESTORE = "restore the ledger and its key from one backup";

/**
 * The text of the key in a file, held against what the ledger knows of it. Throws where it is missing though the
 * ledger has one, is none, or is that of another ledger.
 */
const readTiedKey = (file: string, { keyMark, isUsed }: Identity): string | undefined => {
  const text = readKey(file);
  if (text === undefined) {
    if (keyMark === null && !isUsed) return undefined;
    throw new Error(`${file} is missing, and another key would make everybody somebody new; ${RESTORE}`);
  }
  if (!KEY_FORM.test(text))
    throw new Error(`${file} does not hold a key of ${KEY_BYTES} bytes in hexadecimal`);
  if (keyMark !== null && markOf(text) !== keyMark)
    throw new Error(`${file} is not the key that the ledger hashed with; ${RESTORE}`);
  return text;
};

const UNUSABLE = "has no usable e-mail key";

/** The file of a ledger's key: only a ledger on a server has none by itself. */
const keyFileOf = ({ name, keyFile }: LedgerPlace): Effect.Effect<string, LedgerFailed> =>
  keyFile === null
    ? Effect.fail(
        new LedgerFailed({
          ...{ ledger: name, isNew: false, fault: "misconfigured" },
          problem: `${UNUSABLE}: TIEOUT_HASH_KEY_FILE has to name the file of it, which all runners share`,
        }),
      )
    : Effect.succeed(keyFile);

/**
 * The text of a ledger's key; undefined for a ledger that never needed one. Fails with `LedgerFailed` where
 * it is missing, cannot be read, is no key, or is not the one that the ledger knows.
 */
export const tiedKey = Effect.fnUntraced(function* (place: LedgerPlace) {
  const identity = yield* (yield* Ledger).identity;
  const file = yield* keyFileOf(place);
  return yield* Effect.try(() => readTiedKey(file, identity)).pipe(failing(place.name, UNUSABLE));
});

const hashing = (text: string): HashEmail => {
  // Made a key object once: given as bytes, each address would make another, which takes six times as long.
  const key = createSecretKey(text.trim(), "hex");
  return (email) => createHmac("sha256", key).update(email, "utf8").digest("base64url");
};

/**
 * Opens the key of a ledger (`<ledger>.key`, or the file that is named, mode 0600), creating it for a new ledger, and ties the two: from then on
 * the ledger knows its key.
 *
 * E-mail addresses are guessable, so a plain hash would give them away (Record fact 5.18): people are
 * kept as HMAC-SHA-256 under this key. The key is as old as the ledger: with another key everybody would
 * look like somebody new. Fails with `LedgerFailed` when the file cannot be read, is not a key, is missing beside a ledger
 * that has seen a run, or is the key of another one.
 */
export const emailKey = Effect.fn("emailKey")(function* (place: LedgerPlace) {
  const ledger = yield* Ledger;
  const file = yield* keyFileOf(place);
  const tie = Effect.gen(function* () {
    const { keyMark } = yield* ledger.identity;
    const text =
      (yield* tiedKey(place)) ?? (yield* Effect.try(() => create(file)).pipe(failing(place.name, UNUSABLE)));
    if (keyMark === null) yield* ledger.tieKey(markOf(text));
    return text;
  });
  const isTied = (yield* ledger.identity).keyMark !== null;
  // Runs of several books may come to it at once, and there is one key for all.
  return hashing(yield* isTied ? tie : ledger.whileAlone(tie));
});
