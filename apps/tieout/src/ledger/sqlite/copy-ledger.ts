import { backup, DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { failing } from "../sql-failure.ts";
import { openToRead } from "./sqlite-client.ts";

/** More than any ledger has: all are copied under one lock, since a run that writes between two steps would begin them anew. */
const PAGES_AT_ONCE = 2 ** 30;

/** Copies a ledger into a file, as it stands at one moment; a run may write to it meanwhile. Fails with `LedgerFailed`. */
export const copyLedger = (path: string, to: string) =>
  Effect.tryPromise(async () => {
    const db = openToRead(path);
    try {
      await backup(db, to, { rate: PAGES_AT_ONCE });
    } finally {
      db.close();
    }
  }).pipe(failing(path, `could not be copied to ${to}`));

/**
 * Makes a copy one file that nobody holds: a run that went on meanwhile holds the ledger, and not its copy. Fails with
 * `LedgerFailed`.
 */
export const releaseCopy = (path: string) =>
  Effect.try(() => {
    const db = new DatabaseSync(path);
    try {
      db.exec("UPDATE lease SET beat_at_ms = 0, identity = NULL");
      db.exec("PRAGMA journal_mode = DELETE");
    } finally {
      db.close();
    }
  }).pipe(failing(path, "could not be released"));
