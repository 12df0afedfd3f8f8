import { Context, Effect, Layer } from "effect";
import { ConfigurationWrong } from "../../config/faults.ts";
import type { LedgerPlace } from "../../config/ledger-place.ts";
import { COPIED_TABLES, type CopiedTable, IDENTITY, RowHash } from "../../ledger/copy/copied-tables.ts";
import type { TakeRows } from "../../ledger/copy/LedgerTransfer.ts";
import { LedgerFailed } from "../../ledger/failures.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { openLedger, requireLedger } from "../../ledger/open-ledger.ts";
import { tiedKey } from "../../ledger/store/email-key.ts";
import { placeKey, readKeyThere, removeKey } from "./key-of-copy.ts";

/** A ledger that was copied. */
interface LedgerCopy {
  /** Rows, over all tables. */
  readonly rows: number;
  readonly runs: number;
  readonly reports: number;
  readonly details: number;
  /** Where the key of the copy is; null where the ledger has none yet. */
  readonly keyFile: string | null;
}

/** What is copied where, and who is told how far it is. */
interface CopyOrder {
  readonly from: LedgerPlace;
  readonly to: LedgerPlace;
  readonly copied: (table: string, rows: number) => Effect.Effect<void>;
}

const refused = (place: LedgerPlace, problem: string) =>
  new ConfigurationWrong({ faults: [{ where: `The ledger ${place.name}`, problem }] });

type Hashes = ReadonlyMap<string, RowHash>;

const noHashes = (): Hashes =>
  new Map([IDENTITY, ...COPIED_TABLES].map(({ name }: CopiedTable) => [name, new RowHash()]));

/** Adds rows to the hash of their table. */
const hashing =
  (hashes: Hashes): TakeRows<never> =>
  (table, rows) =>
    Effect.sync(() => hashes.get(table.name)?.add(rows));

/** Opens a ledger and holds it until the scope ends. */
const opened = Effect.fnUntraced(function* (place: LedgerPlace) {
  const ledger = Context.get(yield* Layer.build(openLedger(place)), Ledger);
  yield* ledger.acquireLease;
  return ledger;
});

/** Compares what was handed over with what stands in the copy, table by table. */
const compare = Effect.fnUntraced(function* (to: LedgerPlace, [given, taken]: readonly [Hashes, Hashes]) {
  for (const [table, hash] of given) {
    const other = taken.get(table);
    if (other?.count !== hash.count || other.hex() !== hash.hex())
      return yield* new LedgerFailed({
        ...{ ledger: to.name, isNew: false },
        problem: `does not hold in its table ${table} what was copied there (${hash.count} rows); nothing of it was kept`,
      });
  }
});

/**
 * Copies a ledger into another database, all of it or nothing: in one transaction of that, in which every row is read back
 * and compared before it ends. Both are held meanwhile. The one that is copied stays as it is.
 *
 * Fails with `ConfigurationWrong` where there is no ledger, the other one holds something already, or another key lies
 * where its own belongs; with `LedgerFailed` or `LedgerLocked` like any writer.
 */
export const copyToLedger = Effect.fn("copyToLedger")(function* ({ from, to, copied }: CopyOrder) {
  yield* requireLedger(from);
  return yield* Effect.gen(function* () {
    const source = yield* opened(from);
    const key = yield* Effect.provideService(tiedKey(from), Ledger, source);
    const keyFile = key === undefined ? null : to.keyFile;
    if (key !== undefined && keyFile === null)
      return yield* refused(to, "needs a file for the key of hashing: name one with TIEOUT_HASH_KEY_FILE");
    const lying = keyFile === null ? undefined : readKeyThere(keyFile);
    if (lying !== undefined && lying !== key)
      return yield* refused(
        to,
        `would get its key into ${keyFile}, where another one lies; nothing was copied`,
      );
    const target = yield* opened(to);
    if (!(yield* target.isUnused))
      return yield* refused(to, "holds something already, and a copy replaces nothing: name an empty one");
    const [given, taken] = [noHashes(), noHashes()];
    const placed = key !== undefined && lying === undefined ? keyFile : null;
    // Before the rows: a copy whose key could not be placed holds something, and so could not be made again.
    if (key !== undefined && placed !== null) yield* placeKey(placed, key);
    yield* target
      .become(
        (take) =>
          source.handOver((table, rows) =>
            Effect.gen(function* () {
              yield* hashing(given)(table, rows);
              yield* take(table, rows);
              yield* copied(table.name, given.get(table.name)?.count ?? 0);
            }),
          ),
        Effect.andThen(target.handOver(hashing(taken)), compare(to, [given, taken])),
      )
      .pipe(Effect.onError(() => (placed === null ? Effect.void : removeKey(placed))));
    const rows = [...given.values()].reduce((sum, { count }) => sum + count, 0);
    const { runs, reports, details } = yield* target.contents;
    return { rows, runs, reports, details, keyFile } satisfies LedgerCopy;
  }).pipe(Effect.scoped);
});
