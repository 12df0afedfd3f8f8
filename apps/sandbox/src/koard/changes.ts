import type { Basis } from "../world/counting.ts";
import { capturedOf, type Row } from "./rows.ts";

/** What an answer shows in place of what is so. */
export type Spoil = (body: object) => object;

/** One way in which a batch departs from its plan, on the nights `[fromNight, untilNight)`. */
export interface BatchChange {
  readonly fromNight: number;
  /** Absent: for good. */
  readonly untilNight?: number;
  /** Neither listed nor found. */
  readonly isGone?: true;
  readonly status?: string;
  /** `null`: not closed. */
  readonly closedAtMs?: number | null;
  /** The account that it is said to belong to. */
  readonly accountId?: string;
  /** Transactions in place of the planned number, whatever the night. */
  readonly size?: number;
  /** What became of one of its transactions. */
  readonly row?: { readonly index: number; readonly edit: (row: Row) => Row };
  /** What became of all of them. */
  readonly rows?: (row: Row) => Row;
  /** Listed after its own. */
  readonly extra?: readonly Row[];
  readonly declares?: {
    /** Added to the captured total, in minor units. */
    readonly capturedDeltaMinor?: number;
    /** Added to the refunded total, in minor units. */
    readonly refundedDeltaMinor?: number;
    /** Of what is refunded, what came after the header was written for good, in minor units. */
    readonly refundedSinceMinor?: number;
    readonly basis?: Basis;
    /** One transaction fewer than moved money. */
    readonly isCountShort?: true;
  };
  readonly shows?: {
    /** Listed, but 404 when asked for. */
    readonly isUnavailable?: true;
    /** Five of six of its transactions: where it embeds them, or everywhere. */
    readonly isCapped?: "embedded" | "everywhere";
    /** The header breaks its spec. */
    readonly header?: Spoil;
    /** A transaction is shown otherwise; `isInvalid` where it breaks its spec. */
    readonly row?: { readonly index: number; readonly spoil: Spoil; readonly isInvalid: boolean };
  };
}

/** The departures of a batch, by its ordinal. */
export type Changes = ReadonlyMap<number, readonly BatchChange[]>;

/** Whether a change can be seen on a night. */
export const isOn = (change: BatchChange, night: number): boolean =>
  change.fromNight <= night && (change.untilNight === undefined || night < change.untilNight);

/** What was refunded in a batch since its header was written for good, in minor units. */
export const refundedSince = (changes: readonly BatchChange[]): number =>
  changes.reduce((sum, { declares }) => sum + (declares?.refundedSinceMinor ?? 0), 0);

/** How a batch counted what it declares. */
export const basisOf = (changes: readonly BatchChange[]): Basis =>
  changes.find(({ declares }) => declares?.basis !== undefined)?.declares?.basis ?? {};

/** How many of `count` transactions a batch shows where it is capped `where`. */
export const shownOf = (
  count: number,
  changes: readonly BatchChange[],
  where: "embedded" | "everywhere",
): number => {
  const isCapped = changes.some(({ shows }) => shows?.isCapped === where);
  return isCapped ? Math.floor((count * 5) / 6) : count;
};

/** Gives back `amountMinor` of a transaction: its running total grows, and its status changes once nothing is left. */
export const refund = (row: Row, amountMinor: number): Row => {
  const refunded = (row.refunded ?? 0) + amountMinor;
  const isWhole = refunded >= (capturedOf(row) ?? row.total);
  return { ...row, refunded, status: isWhole ? "refunded" : row.status, version: row.version + 1 };
};

/** Sets a transaction's tip, and its total with it. */
export const adjustTip = (row: Row, tipMinor: number, tipType: "fixed" | "percentage"): Row => {
  const total = row.total - (row.tip ?? 0) + tipMinor;
  return {
    ...row,
    tip: tipMinor,
    tipType,
    total,
    authorized: total,
    type: "tip_adjust",
    version: row.version + 1,
  };
};

/** The issuer approved less than the total. */
export const approvePartly = (row: Row, authorizedMinor: number): Row => ({
  ...row,
  statusReason: "partial_approval",
  authorized: authorizedMinor,
});

/** A transaction of one amount and nothing else. */
export const plainSale = (row: Row, totalMinor: number): Row => ({
  ...row,
  type: "sale",
  status: "settled",
  statusReason: "approved",
  subtotal: totalMinor,
  tax: null,
  taxRate: null,
  tip: null,
  tipType: null,
  surcharge: null,
  surchargeRate: null,
  total: totalMinor,
  refunded: null,
  reversed: null,
  authorized: totalMinor,
});

/** A refund that is a row of its own, with an id of its own: number `index` of its batch. */
export const refundRow = (row: Row, index: number, amountMinor: number): Row => ({
  ...plainSale(row, amountMinor),
  index,
  type: "refund",
});
