import { epochMs, printInstant } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Prunable } from "../../ledger/retention/Prunable.ts";
import { readOnlyLedger, sqliteLedger } from "../../ledger/sqlite/open-ledger.ts";
import { ledgerBytes } from "./ledger-bytes.ts";

/** What a ledger may forget, when reports as of `before` or later are kept. */
export interface PrunePlan {
  readonly ledger: string;
  readonly before: string;
  readonly bytes: number;
  readonly prunable: Prunable;
}

/** Where, and what is kept: reports as of the last `keepMs` milliseconds before `asOf`. */
export interface PruneOrder {
  readonly ledgerFile: string;
  readonly asOf: string;
  readonly keepMs: number;
}

const planOf = Effect.fnUntraced(function* ({ ledgerFile, asOf, keepMs }: PruneOrder) {
  const before = printInstant(epochMs(asOf) - keepMs);
  const prunable = yield* (yield* Ledger).prunable(before);
  return { ledger: ledgerFile, before, bytes: ledgerBytes(ledgerFile), prunable } satisfies PrunePlan;
});

/** Tells what pruning would remove, and removes nothing; works beside a run. Fails with `LedgerFailed`. */
export const planPrune = (order: PruneOrder) =>
  planOf(order).pipe(Effect.provide(readOnlyLedger(order.ledgerFile)));

/**
 * Removes what no kept report needs, after `report` has been handed what that is, and gives the size of the ledger afterwards.
 * Holds the ledger meanwhile: fails with `LedgerLocked` beside a run, with `LedgerFailed` or `LeaseLost` like any writer.
 */
export const pruneLedger = <E, R>(
  order: PruneOrder,
  report: (plan: PrunePlan) => Effect.Effect<void, E, R>,
) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    const plan = yield* planOf(order);
    yield* report(plan);
    yield* ledger.prune(plan.before);
    return ledgerBytes(order.ledgerFile);
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(order.ledgerFile)));
