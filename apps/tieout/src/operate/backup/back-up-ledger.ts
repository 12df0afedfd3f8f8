import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Effect } from "effect";
import { LedgerFailed } from "../../ledger/failures.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { copyLedger, releaseCopy } from "../../ledger/sqlite/copy-ledger.ts";
import { checkFile } from "../../ledger/sqlite/ledger-file.ts";
import { readOnlyLedger, sqliteLedger } from "../../ledger/sqlite/open-ledger.ts";
import { keyFileOf, readTiedKey, writeDurably } from "../../ledger/store/email-key.ts";
import { ExportNotWritten } from "../../publish/failure.ts";

/** A backup that was made. */
interface Backup {
  readonly ledger: string;
  readonly file: string;
  readonly bytes: number;
  /** The file of its key; null where the ledger has none yet. */
  readonly keyFile: string | null;
}

/** What a backup is made of. */
interface BackupOrder {
  readonly ledgerFile: string;
  readonly file: string;
  /** Now. */
  readonly at: string;
}

const notWritten = (place: string, step: "create" | "write") => (cause: unknown) =>
  new ExportNotWritten({ place, step, reason: cause instanceof Error ? cause.message : String(cause) });

/** What the system does to files of a backup. */
const writing = <A>(place: string, run: () => A) =>
  Effect.try({ try: run, catch: notWritten(place, "write") });

/** A backup replaces none: the one that is there may be the last good one. */
const refuseTaken = (file: string) =>
  Effect.forEach([file, keyFileOf(file)], (place) =>
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

/** Looks at every row of a copy that figures rest on, and gives the key that belongs to it. What is wrong with it is wrong with the ledger. */
const keyOf = (ledgerFile: string, draft: string) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.everyRow;
    const identity = yield* ledger.identity;
    return yield* Effect.try({
      try: () => readTiedKey(ledgerFile, identity),
      catch: (cause) =>
        new LedgerFailed({
          ledger: ledgerFile,
          problem: `has no usable e-mail key: ${cause instanceof Error ? cause.message : String(cause)}`,
          isNew: false,
        }),
    });
  }).pipe(
    Effect.provide(readOnlyLedger(draft)),
    Effect.catchTag("LedgerFailed", (failed) =>
      Effect.fail(new LedgerFailed({ ...failed, ledger: ledgerFile })),
    ),
  );

/**
 * Copies a ledger and its key, whole or not at all, also while a run goes on: as it stands at one moment, with everything
 * looked at that figures rest on. Both files are for their owner alone. Fails with `ExportNotWritten` where a file of that
 * name is there, or it cannot be written; with `LedgerFailed` where the ledger is damaged or lacks its key.
 */
export const backUpLedger = Effect.fn("backUpLedger")(function* ({ ledgerFile, file, at }: BackupOrder) {
  yield* checkFile(ledgerFile);
  yield* refuseTaken(file);
  const draft = `${file}.${randomUUID()}.new`;
  const drafts = [draft, `${draft}-wal`, `${draft}-shm`, `${draft}-journal`, keyFileOf(draft)];
  return yield* Effect.gen(function* () {
    yield* reserve(draft, file);
    yield* copyLedger(ledgerFile, draft);
    const key = yield* keyOf(ledgerFile, draft);
    yield* releaseCopy(draft);
    const { size: bytes } = statSync(draft);
    yield* writing(file, () => {
      sync(draft);
      if (key !== undefined) {
        writeDurably(keyFileOf(draft), key);
        renameSync(keyFileOf(draft), keyFileOf(file));
      }
      renameSync(draft, file);
      sync(dirname(file));
    });
    yield* Effect.flatMap(Ledger, ({ noteBackup }) => noteBackup(at)).pipe(
      Effect.provide(sqliteLedger(ledgerFile)),
    );
    return {
      ledger: ledgerFile,
      file,
      bytes,
      keyFile: key === undefined ? null : keyFileOf(file),
    } satisfies Backup;
  }).pipe(
    Effect.ensuring(
      Effect.sync(() => {
        for (const left of drafts) rmSync(left, { force: true });
      }),
    ),
  );
});
