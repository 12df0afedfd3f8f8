import type { BatchStatus } from "../koard/plan.ts";
import { capturedOf } from "../koard/rows.ts";
import type { SettlementWorld } from "../koard/SettlementWorld.ts";
import { businessDay, type Calendar, instantText, type Window } from "../world/calendar.ts";
import { type Sums, Tally } from "./money.ts";

/** What a batch's status means for its money. */
export type SettlementState = "final" | "pending" | "review" | "void" | "open";

/** One batch in one currency. `currency` is `null` for a batch without transactions. */
export interface SettlementTruth extends Sums {
  readonly batchId: string;
  readonly accountId: string;
  readonly businessDate: string;
  readonly status: BatchStatus;
  readonly state: SettlementState;
  readonly currency: string | null;
  /** Whether the declared figures stand here; a batch of several currencies declares nothing that belongs to one. */
  readonly isDeclared: boolean;
  readonly transactionsDeclared: number;
  readonly transactionsListed: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/** All batches of a business day, account, currency and state. */
export interface DayTruth extends Sums {
  readonly businessDate: string;
  readonly accountId: string;
  readonly currency: string | null;
  readonly state: SettlementState;
  readonly batches: number;
}

/** All batches of a currency. */
export interface CurrencyTruth extends Sums {
  readonly currency: string | null;
  readonly batches: number;
}

/** The settlement half of the truth. */
export interface SettlementsTruth {
  readonly settlements: readonly SettlementTruth[];
  readonly days: readonly DayTruth[];
  readonly currencies: readonly CurrencyTruth[];
  readonly transactionsListed: number;
}

const STATES: Readonly<Record<BatchStatus, SettlementState>> = {
  open: "open",
  closed: "pending",
  submitted: "pending",
  accepted: "final",
  partially_accepted: "review",
  rejected: "void",
  cancelled: "void",
};

interface Part {
  readonly truth: SettlementTruth;
  readonly tally: Tally;
}

const talliesOf = (world: SettlementWorld, ordinal: number) => {
  const tallies = new Map<string | null, { readonly tally: Tally; rows: number }>();
  for (const row of world.rows(ordinal)) {
    const { currency } = world.plan(row.origin).site;
    const entry = tallies.get(currency) ?? { tally: new Tally(), rows: 0 };
    tallies.set(currency, entry);
    entry.rows++;
    const captured = capturedOf(row);
    if (captured !== undefined) entry.tally.addRow(captured, row.refunded ?? 0);
  }
  if (tallies.size === 0) tallies.set(null, { tally: new Tally(), rows: 0 });
  return tallies;
};

const partsOf = (world: SettlementWorld, ordinal: number, businessDate: string): readonly Part[] => {
  const header = world.header(ordinal);
  const tallies = talliesOf(world, ordinal);
  const isDeclared = tallies.size === 1;
  return [...tallies].map(([currency, { tally, rows }]) => {
    if (isDeclared) tally.addDeclared(header.capturedMinor, header.refundedMinor);
    const truth: SettlementTruth = {
      batchId: header.plan.id,
      accountId: header.plan.site.accountId,
      businessDate,
      status: header.status,
      state: STATES[header.status],
      currency,
      isDeclared,
      transactionsDeclared: header.transactionCount,
      transactionsListed: rows,
      openedAt: instantText(header.plan.openedAtMs),
      closedAt: header.closedAtMs === null ? null : instantText(header.closedAtMs),
      ...tally.sums(),
    };
    return { truth, tally };
  });
};

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// The key's parts in JSON, so that no two keys can run into each other.
const grouped = <T>(parts: readonly Part[], keyOf: (truth: SettlementTruth) => T) => {
  const groups = new Map<string, { readonly key: T; readonly tally: Tally; batches: number }>();
  for (const { truth, tally } of parts) {
    const key = keyOf(truth);
    const text = JSON.stringify(key);
    const group = groups.get(text) ?? { key, tally: new Tally(), batches: 0 };
    groups.set(text, group);
    group.tally.add(tally);
    group.batches++;
  }
  return [...groups]
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .map(([, { key, tally, batches }]) => ({ ...key, batches, ...tally.sums() }));
};

/** Adds up the settlement half of a world, batch by batch, day by day and currency by currency. */
export const settlementsTruth = (
  world: SettlementWorld,
  calendar: Calendar,
  window: Window | undefined,
): SettlementsTruth => {
  const parts: Part[] = [];
  for (const ordinal of world.ordinals()) {
    const { closedAtMs } = world.state(ordinal);
    const businessDate = businessDay(closedAtMs ?? world.plan(ordinal).openedAtMs, calendar);
    if (window !== undefined && (businessDate < window.from || businessDate >= window.to)) continue;
    parts.push(...partsOf(world, ordinal, businessDate));
  }
  const settlements = parts.map(({ truth }) => truth);
  return {
    settlements: settlements.toSorted((a, b) =>
      byCodePoint(a.businessDate + a.batchId, b.businessDate + b.batchId),
    ),
    days: grouped(parts, ({ businessDate, accountId, currency, state }) => ({
      businessDate,
      accountId,
      currency,
      state,
    })),
    currencies: grouped(parts, ({ currency }) => ({ currency })),
    transactionsListed: settlements.reduce((sum, { transactionsListed }) => sum + transactionsListed, 0),
  };
};
