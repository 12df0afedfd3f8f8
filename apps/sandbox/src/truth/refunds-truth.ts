import { basisOf } from "../koard/changes.ts";
import { countedOf, type Row } from "../koard/rows.ts";
import type { SettlementWorld } from "../koard/SettlementWorld.ts";

const LIVE: ReadonlySet<string> = new Set(["open", "closed", "submitted", "accepted"]);

const nameOf = ({ origin, index }: Row): string => `${origin} ${index}`;

const isRefund = ({ type, copy }: Row): boolean => type === "refund" && copy !== "of-another";

/** Batches of a processor that settle what they list, or may yet. */
const liveBatches = (world: SettlementWorld, processor: string): readonly number[] =>
  [...world.ordinals()].filter(
    (ordinal) =>
      world.plan(ordinal).site.processorName === processor && LIVE.has(world.state(ordinal).status),
  );

const add = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/** Money that was refunded on transactions of one processor, and stands in no refund row, by currency. */
const withoutRow = (world: SettlementWorld, processor: string): ReadonlyMap<string, number> => {
  const batches = liveBatches(world, processor);
  const given = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const row of batches.flatMap((ordinal) => [...world.rows(ordinal)]).filter(isRefund)) {
    // A refund row that bears the id of no sale accounts for any of its currency.
    const isOfSale = row.index < world.plan(row.origin).size;
    if (isOfSale) add(given, nameOf(row), Math.abs(row.total));
    else add(sums, world.currencyOf(row), -Math.abs(row.total));
  }
  for (const ordinal of batches) {
    const isCounted = basisOf(world.changes(ordinal)).refunded === "refund_rows";
    if (!isCounted || world.state(ordinal).status !== "accepted") continue;
    for (const row of world.rows(ordinal)) {
      if (countedOf(row) === undefined) continue;
      add(sums, world.currencyOf(row), Math.max(0, (row.refunded ?? 0) - (given.get(nameOf(row)) ?? 0)));
    }
  }
  return sums;
};

/** Money that was refunded by a processor in one currency and that no declared total counts. */
export interface Uncounted {
  readonly processor: string;
  readonly currency: string;
  readonly amountMinor: number;
}

/** What processors that count refund rows alone leave in no total, once for each and currency. */
export const refundsNotCounted = (world: SettlementWorld): readonly Uncounted[] =>
  [...world.shape.counting]
    .filter(([, { refunded }]) => refunded === "refund_rows")
    .flatMap(([processor]) =>
      [...withoutRow(world, processor)].map(([currency, amountMinor]) => ({
        processor,
        currency,
        amountMinor,
      })),
    )
    .filter(({ amountMinor }) => amountMinor > 0);
