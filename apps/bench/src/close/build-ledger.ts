import { createHash } from "node:crypto";
import { type Settlement, shownTexts, type Transaction } from "@tieout/reconcile";
import { Effect } from "effect";
// The app exports nothing; its own ledger is the one thing here that must not be a copy.
import { Ledger } from "../../../tieout/src/ledger/Ledger.ts";
import { sqliteLedger } from "../../../tieout/src/ledger/sqlite/open-ledger.ts";
import type { Run } from "../../../tieout/src/ledger/store/Run.ts";
import { NOT_ASKED } from "../../../tieout/src/ledger/store/RunFacts.ts";
import { snapshotOf } from "../../../tieout/src/ledger/store/snapshot.ts";
import { AS_OF, DAYS, instant, TRANSACTIONS_A_BATCH } from "../wire/shape.ts";

/** Stored in one transaction, as a pull does. */
const STORED_AT_ONCE = 20;

const HOUR_MS = 3_600_000;

/** Every so many batches one lists a transaction of the batch before once more. */
const SHARED_EVERY = 500;

/** Ids without any order, as UUIDs are: what an index of them costs depends on it. */
const uuid = (...parts: readonly (string | number)[]): string =>
  createHash("md5")
    .update(parts.join("/"))
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const batchId = (number: number): string => uuid("batch", number);

const transactionOf = (number: number, index: number): Transaction => {
  const totalMinor = 500 + ((number * 7919 + index * 104_729) % 25_000);
  const isRefunded = (number + index) % 20 === 3;
  return {
    id: uuid("transaction", number, index),
    eventId: uuid("event", number, index).toUpperCase(),
    batchId: batchId(number),
    currency: "USD",
    type: "sale",
    status: isRefunded ? "refunded" : "captured",
    statusReason: "approved",
    totalMinor,
    refundedMinor: isRefunded ? totalMinor : null,
    reversedMinor: null,
    authorizedMinor: totalMinor,
  };
};

const settlementOf = (number: number) => {
  const own = Array.from({ length: TRANSACTIONS_A_BATCH }, (_, index) => transactionOf(number, index));
  const rows = number % SHARED_EVERY === 1 ? [...own, transactionOf(number - 1, 0)] : own;
  const header = {
    id: batchId(number),
    ...shownTexts({ processorBatchId: String(number).padStart(6, "0") }),
    accountId: `account-${number % 7}`,
    terminalId: `terminal-${number % 50}`,
    processorName: "TSYS",
    status: "accepted",
    openedAt: instant(number % DAYS, 6 * HOUR_MS),
    closedAt: instant(number % DAYS, 22 * HOUR_MS),
    transactionCount: rows.length,
    capturedMinor: own.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    refundedMinor: own.reduce((sum, { refundedMinor }) => sum + (refundedMinor ?? 0), 0),
  };
  return { header, details: { rows, invalid: [] } } satisfies Settlement;
};

const observationOf = (number: number) => {
  const { header, details } = settlementOf(number);
  return { header, details: snapshotOf(details), isWhole: true };
};

const fill = Effect.fnUntraced(function* (run: Run, settlements: number) {
  const ledger = yield* Ledger;
  for (let number = 0; number < settlements; number += STORED_AT_ONCE) {
    const some = Math.min(STORED_AT_ONCE, settlements - number);
    yield* ledger.store(
      run,
      "settlement",
      Array.from({ length: some }, (_, index) => observationOf(number + index)),
    );
  }
});

/** Makes a ledger of one finished run over so many settlement batches, through the app's own ledger. */
export const buildLedger = (path: string, settlements: number): Promise<void> =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    const run = yield* ledger.beginRun({
      book: "default",
      asOf: AS_OF,
      day: AS_OF.slice(0, 10),
      startedAt: AS_OF,
    });
    yield* fill(run, settlements);
    const koard = { ...NOT_ASKED, configured: true, asked: true, listed: settlements };
    yield* ledger.finishRun(run, { finishedAt: AS_OF, sources: { record: NOT_ASKED, koard } });
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(path)), Effect.runPromise);
