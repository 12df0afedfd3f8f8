import type { BatchStatus } from "./plan.ts";
import { capturedOf, type Row } from "./rows.ts";

/** One way in which a batch departs from its plan, on the nights `[fromNight, untilNight)`. */
export interface BatchChange {
  readonly fromNight: number;
  /** Absent: for good. */
  readonly untilNight?: number;
  /** Neither listed nor found. */
  readonly isGone?: true;
  readonly status?: BatchStatus;
  /** `null`: not closed. */
  readonly closedAtMs?: number | null;
  /** Added to the captured total that the header declares, in minor units. */
  readonly capturedDeltaMinor?: number;
  /** What became of one of its transactions. */
  readonly row?: { readonly index: number; readonly edit: (row: Row) => Row };
}

/** The departures of a batch, by its ordinal. */
export type Changes = ReadonlyMap<number, readonly BatchChange[]>;

/** Whether a change can be seen on a night. */
export const isOn = (change: BatchChange, night: number): boolean =>
  change.fromNight <= night && (change.untilNight === undefined || night < change.untilNight);

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
