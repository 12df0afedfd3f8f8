import { epochMs, printInstant } from "@tieout/reconcile";
import { Effect } from "effect";
import type { LedgerPlace } from "../../config/ledger-place.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { openLedger, openToLook } from "../../ledger/open-ledger.ts";
import type { Prunable } from "../../ledger/retention/Prunable.ts";
import type { KeptRefusals } from "../../ledger/store/Refusals.ts";
import { writeIndex } from "../../publish/index-page/write-index.ts";
import { type OldReports, oldReports, removeReports } from "../../publish/prune-reports.ts";

/** What a ledger may forget, when reports as of `before` or later are kept. */
export interface PrunePlan {
  readonly ledger: string;
  readonly before: string;
  readonly bytes: number;
  readonly prunable: Prunable;
  /** Days on which details could not be had. */
  readonly refusals: number;
  /** Null where reports are not to go. */
  readonly reports: OldReports | null;
}

/** Where, and what is kept: reports as of the last `keepMs` milliseconds before `asOf`. */
export interface PruneOrder {
  readonly ledger: LedgerPlace;
  readonly asOf: string;
  readonly keepMs: number;
  /** On how many days details have to be refused to be given up: so many are kept. */
  readonly giveUpDays: number;
  /** The output directory that old reports are to go from as well; null where they stay. */
  readonly out: string | null;
}

const beforeOf = ({ asOf, keepMs }: PruneOrder): string => printInstant(epochMs(asOf) - keepMs);

const keptRefusals = (order: PruneOrder): KeptRefusals => ({
  since: beforeOf(order).slice(0, 10),
  days: order.giveUpDays,
});

const planOf = Effect.fnUntraced(function* (order: PruneOrder) {
  const before = beforeOf(order);
  const ledger = yield* Ledger;
  const prunable = yield* ledger.prunable(before);
  const refusals = yield* ledger.oldRefusals(keptRefusals(order));
  return {
    ledger: order.ledger.name,
    before,
    bytes: yield* ledger.bytes,
    prunable,
    refusals,
    reports: order.out === null ? null : yield* oldReports(order.out, before),
  } satisfies PrunePlan;
});

/** Tells what pruning would remove, and removes nothing; works beside a run. Fails with `LedgerFailed`. */
export const planPrune = (order: PruneOrder) => planOf(order).pipe(Effect.provide(openToLook(order.ledger)));

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
    yield* ledger.forgetRefusals(keptRefusals(order));
    yield* ledger.prune(plan.before);
    // Only now: files that stay although the ledger forgot them go the next time, and nothing is missing that it counts on.
    if (order.out !== null && plan.reports !== null && plan.reports.directories.length > 0) {
      yield* ledger.whileLeased(removeReports(plan.reports));
      yield* writeIndex(order.out);
    }
    return yield* ledger.bytes;
  }).pipe(Effect.scoped, Effect.provide(openLedger(order.ledger)));
