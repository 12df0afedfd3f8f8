import type { Transaction } from "../records.ts";
import { kindOfType } from "./vocabulary.ts";

/** The rows of a batch once repeats are gone and conflicts are decided. */
export interface ListedRows {
  /** Rows as listed, repeats included. */
  readonly listed: number;
  /** Distinct transaction ids. */
  readonly ids: number;
  /** The rows that count, in the order listed. */
  readonly rows: readonly Transaction[];
  /** By transaction id, the differing rows of which only the first counts. */
  readonly conflicts: ReadonlyMap<string, readonly Transaction[]>;
}

/**
 * Drops exact repeats of a row, and of differing rows of one transaction keeps the first (Koard fact 5.6).
 * Rows of type refund and reverse never conflict: they are events of a transaction beside its own row.
 */
export const readRows = (listed: readonly Transaction[]): ListedRows => {
  const byId = new Map<string, Transaction[]>();
  const conflicts = new Map<string, Transaction[]>();
  const rows: Transaction[] = [];
  for (const row of listed) {
    const seen = byId.get(row.id);
    if (seen === undefined) {
      byId.set(row.id, [row]);
      rows.push(row);
      continue;
    }
    if (seen.some((other) => isSameRow(other, row))) continue;
    seen.push(row);

    const own = isFollowUp(row) ? [] : seen.filter((other) => !isFollowUp(other));
    if (own.length > 1) conflicts.set(row.id, own);
    else rows.push(row);
  }
  return { listed: listed.length, ids: byId.size, rows, conflicts };
};

/** Whether a row is a refund or reversal beside the row of its transaction. */
export const isFollowUp = ({ type }: Transaction): boolean => {
  const kind = kindOfType(type);
  return kind === "refund" || kind === "reversal";
};

const isSameRow = (left: Transaction, right: Transaction): boolean =>
  left.eventId === right.eventId &&
  left.batchId === right.batchId &&
  left.currency === right.currency &&
  left.type === right.type &&
  left.status === right.status &&
  left.statusReason === right.statusReason &&
  left.totalMinor === right.totalMinor &&
  left.refundedMinor === right.refundedMinor &&
  left.reversedMinor === right.reversedMinor &&
  left.authorizedMinor === right.authorizedMinor;
