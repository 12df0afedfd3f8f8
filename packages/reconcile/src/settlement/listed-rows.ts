import type { Transaction } from "../records.ts";
import { kindOfType, normaliseWord } from "./vocabulary.ts";

/** The rows of a batch once repeats are gone, conflicts are decided and histories are read. */
export interface ListedRows {
  /** Rows as listed, repeats included. */
  readonly listed: number;
  /** Distinct transaction ids. */
  readonly ids: number;
  /** The rows that count, in the order listed. */
  readonly rows: readonly Transaction[];
  /** By transaction id, the differing rows of one event of which only the first counts. */
  readonly conflicts: ReadonlyMap<string, readonly Transaction[]>;
}

/**
 * Drops exact repeats of a row (Koard fact 5.6). Of differing rows of one transaction those of one event are a conflict,
 * and the first listed stands for it; those of different events are its history, and the last of them counts. Rows of type refund
 * and reverse are events beside the transaction's own row, and each stands for itself.
 */
export const readRows = (listed: readonly Transaction[]): ListedRows => {
  const byId = new Map<string, Transaction[]>();
  for (const row of listed) {
    const seen = byId.get(row.id);
    if (seen === undefined) byId.set(row.id, [row]);
    else if (!seen.some((other) => isSameRow(other, row))) seen.push(row);
  }
  const conflicts = new Map<string, readonly Transaction[]>();
  const left = new Set<Transaction>();
  for (const [id, rows] of byId) {
    if (rows.length === 1) continue;
    const own = rows.filter((row) => !isFollowUp(row));
    if (own.length < 2) continue;
    const byEvent = [...Map.groupBy(own, ({ eventId }) => eventId).values()];
    const conflicting = byEvent.filter(({ length }) => length > 1).flat();
    if (conflicting.length > 0) conflicts.set(id, conflicting);
    const counting = lastOf(byEvent.flatMap(([first]) => (first === undefined ? [] : [first])));
    for (const row of own) if (row !== counting) left.add(row);
  }
  const kept = byId.size === listed.length ? listed : [...byId.values()].flat();
  const rows = left.size === 0 && kept === listed ? listed : inOrder(listed, new Set(kept), left);
  return { listed: listed.length, ids: byId.size, rows, conflicts };
};

/** Whether a row is a refund or reversal beside the row of its transaction. */
export const isFollowUp = ({ type }: Transaction): boolean => {
  const kind = kindOfType(type);
  return kind === "refund" || kind === "reversal";
};

const inOrder = (
  listed: readonly Transaction[],
  kept: Set<Transaction>,
  left: ReadonlySet<Transaction>,
): readonly Transaction[] => listed.filter((row) => kept.delete(row) && !left.has(row));

/** Statuses by which an event of a transaction came to nothing: a later one that did decides nothing. */
const CAME_TO_NOTHING: ReadonlySet<string> = new Set(["declined", "error", "timed_out"]);

/** Of the events of one transaction the one that counts: the latest that came to something, of equal ones the last listed. */
const lastOf = (events: readonly Transaction[]): Transaction | undefined => {
  const successful = events.filter(({ status }) => !CAME_TO_NOTHING.has(normaliseWord(status)));
  return (successful.length > 0 ? successful : events).reduce<Transaction | undefined>(
    (last, row) => (last === undefined || (row.createdAt ?? "") >= (last.createdAt ?? "") ? row : last),
    undefined,
  );
};

/** Whether two rows say the same in everything that counts. */
export const isSameRow = (left: Transaction, right: Transaction): boolean =>
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
