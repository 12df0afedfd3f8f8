import { type BatchChange, basisOf, refundedSince } from "../koard/changes.ts";
import { capturedOf, countedOf, refundedOf } from "../koard/rows.ts";
import type { Header, SettlementWorld } from "../koard/SettlementWorld.ts";
import { businessDay, type Calendar, instantText, type Window } from "../world/calendar.ts";
import { MoneySum, type Sums } from "./money.ts";

/**
 * What a batch's status means for its money; `unproven` where its transactions cannot be read whole, so that a
 * report shows what is declared and adds nothing up.
 */
export type SettlementState = "final" | "pending" | "review" | "void" | "open" | "unproven";

/** One batch in one currency. `currency` is `null` for a batch that shows none, where none is assumed. */
export interface SettlementTruth extends Sums {
  readonly batchId: string;
  readonly accountId: string;
  readonly terminalId: string;
  /** Null while the batch is open. */
  readonly processorBatchId: string | null;
  readonly businessDate: string;
  readonly status: string;
  readonly state: SettlementState;
  readonly currency: string | null;
  /** Whether the declared figures stand here; a batch of several currencies declares nothing that belongs to one. */
  readonly isDeclared: boolean;
  readonly transactionsDeclared: number;
  /** Distinct transactions that can be read. */
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

const STATES: Readonly<Record<string, SettlementState>> = {
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
  readonly sum: MoneySum;
}

interface Rows {
  readonly sum: MoneySum;
  listed: number;
  reversedMinor: number;
}

/** The currencies of a batch: of rows that moved money or gave it back; where there are none, of all. */
const currenciesOf = (world: SettlementWorld, ordinal: number): ReadonlySet<string> => {
  // Where nothing was planted every row has that of its terminal: most batches need no second look.
  if (world.changes(ordinal).length === 0) return new Set([world.plan(ordinal).site.currency]);
  const rows = [...world.rows(ordinal)];
  const moved = rows.filter((row) => capturedOf(row) !== undefined || row.type === "refund");
  return new Set((moved.length > 0 ? moved : rows).map((row) => world.currencyOf(row)));
};

const talliesOf = (world: SettlementWorld, ordinal: number, assumed: string | null) => {
  const changes = world.changes(ordinal);
  const { refunded } = basisOf(changes);
  const isUnavailable = changes.some(({ shows }) => shows?.isUnavailable);
  const isBroken = (index: number): boolean =>
    changes.some(({ shows }) => shows?.row?.isInvalid === true && shows.row.index === index);
  const sums = new Map<string | null, Rows>();
  const of = (currency: string | null): Rows => {
    const rows = sums.get(currency) ?? { sum: new MoneySum(), listed: 0, reversedMinor: 0 };
    sums.set(currency, rows);
    return rows;
  };
  const codes = currenciesOf(world, ordinal);
  const [code = "", ...others] = codes;
  for (const row of isUnavailable ? [] : world.rows(ordinal)) {
    if (isBroken(row.index)) continue;
    // With one currency a batch lists all of its rows in it, whatever a row that moved nothing names.
    if (others.length > 0 && !codes.has(world.currencyOf(row))) continue;
    const rows = of((others.length === 0 ? code : world.currencyOf(row)) || assumed);
    if (row.copy !== "of-own") rows.listed++;
    const captured = countedOf(row);
    if (captured !== undefined) rows.reversedMinor += row.reversed ?? 0;
    rows.sum.add(captured, refundedOf(row, refunded));
  }
  if (sums.size === 0) of(assumed);
  return sums;
};

const stateOf = (status: string, changes: readonly BatchChange[]): SettlementState => {
  const isPart = changes.some(
    ({ shows }) =>
      shows?.isUnavailable === true || shows?.isCapped === "everywhere" || shows?.row?.isInvalid === true,
  );
  return isPart ? "unproven" : (STATES[status] ?? "review");
};

// The net that a header declares, by what its captured total leaves out already.
const declaredNet = (header: Header, changes: readonly BatchChange[], reversedMinor: number): number => {
  const { captured } = basisOf(changes);
  // What came after the header was written is in no declared total, and comes off all the same.
  const since = refundedSince(changes);
  if (captured === "net_of_refunds") return header.capturedMinor - since;
  const net = header.capturedMinor - header.refundedMinor - since;
  return captured === "before_reversals" ? net - reversedMinor : net;
};

/** What the settlement half of the truth is asked about. */
export interface SettlementQuestion {
  readonly calendar: Calendar;
  readonly window: Window | undefined;
  /** For batches that show no currency. */
  readonly assumedCurrency: string | null;
}

const partsOf = (
  world: SettlementWorld,
  ordinal: number,
  { businessDate, assumed }: { readonly businessDate: string; readonly assumed: string | null },
): readonly Part[] => {
  const header = world.header(ordinal);
  const changes = world.changes(ordinal);
  const sums = talliesOf(world, ordinal, assumed);
  const isDeclared = sums.size === 1;
  return [...sums].map(([currency, { sum, listed, reversedMinor }]) => {
    if (isDeclared) sum.addDeclared(header, declaredNet(header, changes, reversedMinor));
    const truth: SettlementTruth = {
      batchId: header.plan.id,
      accountId: header.accountId,
      terminalId: header.plan.site.terminalId,
      processorBatchId: header.processorBatchId,
      businessDate,
      status: header.status,
      state: stateOf(header.status, changes),
      currency,
      isDeclared,
      transactionsDeclared: header.transactionCount,
      transactionsListed: listed,
      openedAt: instantText(header.plan.openedAtMs),
      closedAt: header.closedAtMs === null ? null : instantText(header.closedAtMs),
      ...sum.sums(),
    };
    return { truth, sum };
  });
};

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// The key's parts in JSON, so that no two keys can run into each other.
const grouped = <T>(parts: readonly Part[], keyOf: (truth: SettlementTruth) => T) => {
  const groups = new Map<string, { readonly key: T; readonly sum: MoneySum; batches: number }>();
  for (const { truth, sum } of parts) {
    const key = keyOf(truth);
    const text = JSON.stringify(key);
    const group = groups.get(text) ?? { key, sum: new MoneySum(), batches: 0 };
    groups.set(text, group);
    group.sum.addAll(sum);
    group.batches++;
  }
  return [...groups]
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .map(([, { key, sum, batches }]) => ({ ...key, batches, ...sum.sums() }));
};

/** Adds up the settlement half of a world, batch by batch, day by day and currency by currency. */
export const settlementsTruth = (
  world: SettlementWorld,
  { calendar, window, assumedCurrency: assumed }: SettlementQuestion,
): SettlementsTruth => {
  const parts: Part[] = [];
  for (const ordinal of world.ordinals()) {
    // A header that breaks its spec is no header: a report leaves the batch out.
    if (world.changes(ordinal).some(({ shows }) => shows?.header !== undefined)) continue;
    const { closedAtMs } = world.state(ordinal);
    const businessDate = businessDay(closedAtMs ?? world.plan(ordinal).openedAtMs, calendar);
    if (window !== undefined && (businessDate < window.from || businessDate >= window.to)) continue;
    parts.push(...partsOf(world, ordinal, { businessDate, assumed }));
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
