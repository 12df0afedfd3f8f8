import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Effect } from "effect";
import { keyFileBeside, type SqlitePlace } from "../../config/ledger-place.ts";
import { LedgerFailed } from "../../ledger/failures.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { copyLedger, releaseCopy } from "../../ledger/sqlite/copy-ledger.ts";
import { checkFile } from "../../ledger/sqlite/ledger-file.ts";
import { readOnlyLedger, sqliteLedger } from "../../ledger/sqlite/open-ledger.ts";
import { tiedKey, writeDurably } from "../../ledger/store/email-key.ts";
import { ExportNotWritten } from "../../publish/failure.ts";

/** A backup that was made. */
interface Backup {
  readonly ledger: string;
  readonly file: string;
  readonly bytes: number;
  /** The file of its key; null where the ledger has none yet. */
  readonly keyFile: string | null;
  /** Why the ledger could not remember that it was backed up; null where it does. */
  readonly notNoted: string | null;
}

/** What a backup is made of. */
interface BackupOrder {
  readonly ledger: SqlitePlace;
  readonly file: string;
  /** Now. */
  readonly at: string;
}

const notWritten = (place: string, step: "create" | "write") => (cause: unknown) =>
  new ExportNotWritten({ place, step, reason: cause instanceof Error ? cause.message : String(cause) });

/** A backup replaces none: the one that is there may be the last good one. */
const refuseTaken = (file: string) =>
  Effect.forEach([file, keyFileBeside(file)], (place) =>
    lstatSync(place, { throwIfNoEntry: false }) === undefined
      ? Effect.void
      : Effect.fail(notWritten(place, "create")("it is there already; name a new file for each backup")),
  );

/** Makes an empty file that nobody else may read, for SQLite to fill. */
const reserve = (draft: string, file: string) =>
  Effect.try({
    try: () => closeSync(openSync(draft, "wx", 0o600)),
    catch: notWritten(file, "create"),
  });

const sync = (place: string): void => {
  const descriptor = openSync(place, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Looks at every row of a copy, and gives the key that belongs to it. What is wrong with it is wrong with the ledger. */
const checkCopy = (ledger: SqlitePlace, draft: string) =>
  Effect.gen(function* () {
    yield* (yield* Ledger).everyRow;
    return yield* tiedKey(ledger);
  }).pipe(
    Effect.provide(readOnlyLedger(draft)),
    Effect.mapError((failed) => new LedgerFailed({ ...failed, ledger: ledger.name })),
  );

/** Gives a copy and its key their names: both, or none. */
const place = (draft: string, file: string, key: string | undefined): void => {
  sync(draft);
  if (key !== undefined) writeDurably(keyFileBeside(file), key);
  try {
    renameSync(draft, file);
  } catch (cause) {
    rmSync(keyFileBeside(file), { force: true });
    throw cause;
  }
  sync(dirname(file));
};

/**
 * Copies a ledger and its key, whole or not at all, also while a run goes on: as it stands at one moment, with every row
 * looked at. Both files are for their owner alone. Fails with `ExportNotWritten` where a file of that name is there, or it
 * cannot be written; with `LedgerFailed` where the ledger is damaged or lacks its key. `notNoted` says why the ledger does
 * not know of the backup, which is good all the same.
 */
export const backUpLedger = Effect.fn("backUpLedger")(function* ({ ledger, file, at }: BackupOrder) {
  yield* checkFile(ledger.file);
  yield* refuseTaken(file);
  const draft = `${file}.${randomUUID()}.new`;
  return yield* Effect.gen(function* () {
    yield* reserve(draft, file);
    yield* copyLedger(ledger.file, draft);
    const key = yield* checkCopy(ledger, draft);
    yield* releaseCopy(draft);
    const { size: bytes } = statSync(draft);
    yield* Effect.try({ try: () => place(draft, file, key), catch: notWritten(file, "write") });
    const notNoted = yield* Effect.flatMap(Ledger, ({ noteBackup }) => noteBackup(at)).pipe(
      Effect.provide(sqliteLedger(ledger.file)),
      Effect.match({ onSuccess: () => null, onFailure: ({ message }) => message }),
    );
    const keyFile = key === undefined ? null : keyFileBeside(file);
    return { ledger: ledger.name, file, bytes, keyFile, notNoted } satisfies Backup;
  }).pipe(
    Effect.ensuring(
      Effect.sync(() => {
        for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(`${draft}${end}`, { force: true });
      }),
    ),
  );
});
