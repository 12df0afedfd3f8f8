import { closeSync, openSync, readSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { LedgerFailed } from "../failures.ts";
import { MIGRATION_TABLE } from "../ledger-version.ts";

/** How the header of a SQLite file says whose it is: `TiOu`. A migration writes it. */
const APPLICATION_ID = 0x54_69_4f_75;

const HEADER_BYTES = 100;
const APPLICATION_ID_AT = 68;

/** The application that the header of a SQLite file names, 0 for none; null for a file that is no SQLite. */
const applicationOf = (path: string): number | null => {
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(path, "r");
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(descriptor);
  }
  return header.toString("latin1", 0, 15) === "SQLite format 3"
    ? header.readUInt32BE(APPLICATION_ID_AT)
    : null;
};

const refused = (ledger: string, problem: string, isOfAnother = false) =>
  new LedgerFailed({ ledger, problem, isNew: false, ...(isOfAnother && { isForeign: true }) });

const FOREIGN =
  "is a database of another program, and nothing was written to it; name another file with --ledger";

/** A ledger whose making was cut short, or is under way, may have no table but the one that migrations are counted in. */
const isOfLedger = (tables: ReadonlyArray<unknown>): boolean =>
  tables.includes("lease") || tables.every((name) => name === MIGRATION_TABLE);

/** Whether a database that names no application has tables, and none of a ledger. Nothing is written to it. */
const hasForeignTables = (path: string): boolean => {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    return !isOfLedger(names.map(({ name }) => name));
  } finally {
    db.close();
  }
};

const isForeign = (path: string): boolean => {
  try {
    const application = applicationOf(path);
    if (application === null || application === APPLICATION_ID) return false;
    return application !== 0 || hasForeignTables(path);
  } catch {
    // Why it cannot be read is said by whoever opens it.
    return false;
  }
};

/**
 * Looks at the file of a ledger before it is opened, which would wait for a pipe, and write to whatever database it is.
 * A file that is not there, empty or no database is for whoever opens it to say.
 */
export const checkFile = (path: string): Effect.Effect<void, LedgerFailed> =>
  Effect.suspend(() => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return Effect.void;
    if (found.isDirectory())
      return Effect.fail(refused(path, "is a directory, and not the file of a ledger"));
    if (!found.isFile()) return Effect.fail(refused(path, "is a pipe or a device, which holds no ledger"));
    return isForeign(path) ? Effect.fail(refused(path, FOREIGN, true)) : Effect.void;
  });
