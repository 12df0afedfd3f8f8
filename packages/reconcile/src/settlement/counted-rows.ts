import { normaliseCurrency } from "../money/currency.ts";
import type { Settlement, Transaction } from "../records.ts";
import type { ReadingContext } from "./context.ts";
import { isSameRow, type ListedRows } from "./listed-rows.ts";
import { baseMinor, isRefundGiven, isWhollyReversed, sizeOf } from "./moved-money.ts";
import { type Reading, readSettlement } from "./reading.ts";
import { isCapturedHere, isRefundedHere } from "./sharing.ts";
import { isKnownTransactionStatus, isMovedStatus, kindOfType, normaliseWord } from "./vocabulary.ts";

/** A row of a batch, and where it counts. */
export interface CountedRow {
  /** From 1, in the order listed; records that were left out as invalid come last. */
  readonly position: number;
  /** `null` for a record that was left out as invalid and has no usable one. */
  readonly transactionId: string | null;
  /** `null` for a record that was left out as invalid. */
  readonly row: Transaction | null;
  /** Its own, else that of its batch. */
  readonly currency: string | null;
  readonly counted: "captured" | "refund" | null;
  /** In minor units, of a row that counts as captured: its total, or what was authorised of it, less what was reversed. */
  readonly baseMinor: number | null;
  /** In minor units as listed; of a row that counts as a refund its size, since some write refunds with a minus. */
  readonly totalMinor: number | null;
  /** In one word why it counts nowhere in its batch; `null` where it counts. */
  readonly reason: string | null;
}

/** A batch with every row that is known of it. */
export interface BatchRows {
  readonly businessDate: string;
  readonly rows: readonly CountedRow[];
}

/**
 * Says of every row of a batch where it counts, by the rules that its sums are made of: the bases of the rows that count
 * as captured add up to G, the sizes of those that count as a refund to R3.
 */
export const countedRows = (settlement: Settlement, context: ReadingContext): BatchRows => {
  const reading = readSettlement(settlement, context);
  const { header, details, listed, group, businessDate } = reading;
  const rows = details?.rows ?? [];
  const kept = new Set(listed?.rows ?? []);
  const currencyOf = (row: Transaction): string | null =>
    normaliseCurrency(row.currency) ?? group?.currency ?? null;
  const counted = rows.map((row, at): CountedRow => {
    const standing = kept.has(row)
      ? standingOf(row, reading, context)
      : nowhere(leftOutAs(row, rows, listed));
    return {
      ...{ position: at + 1, transactionId: row.id, row, currency: currencyOf(row), ...standing },
      baseMinor: standing.counted === "captured" ? baseMinor(row) : null,
      totalMinor: standing.counted === "refund" ? sizeOf(row.totalMinor) : row.totalMinor,
    };
  });
  const invalid = (details?.invalid ?? []).map(
    ({ id }, at): CountedRow => ({
      position: rows.length + at + 1,
      ...{ transactionId: id === header.id ? null : id, row: null, currency: null },
      ...{ baseMinor: null, totalMinor: null, ...nowhere("invalid") },
    }),
  );
  return { businessDate, rows: [...counted, ...invalid] };
};

type Standing = Pick<CountedRow, "counted" | "reason">;

const CAPTURED: Standing = { counted: "captured", reason: null };
const REFUND: Standing = { counted: "refund", reason: null };
const nowhere = (reason: string): Standing => ({ counted: null, reason });

const standingOf = (row: Transaction, { header }: Reading, { shared }: ReadingContext): Standing => {
  switch (kindOfType(row.type)) {
    case "refund":
      if (!isRefundGiven(row)) return nowhere(normaliseWord(row.status));
      return isRefundedHere(row, header, shared) ? REFUND : nowhere("other_batch");
    case "reversal":
      return nowhere("reversal");
    case "unknown":
      return nowhere("unknown_type");
    case "none":
      return nowhere(normaliseWord(row.type));
    case "capture":
      if (!isKnownTransactionStatus(row.status)) return nowhere("unknown_status");
      if (!isMovedStatus(row.status)) return nowhere(normaliseWord(row.status));
      if (isWhollyReversed(row)) return nowhere("reversed");
      return isCapturedHere(row.id, header, shared) ? CAPTURED : nowhere("other_batch");
  }
};

/** Why a row is not one of those that are read: it repeats another, contradicts it, or is what became of it before. */
const leftOutAs = (
  row: Transaction,
  rows: readonly Transaction[],
  listed: ListedRows | null,
): "repeat" | "conflict" | "history" => {
  const isRepeat = rows.some((other) => other !== row && other.id === row.id && isSameRow(other, row));
  if (isRepeat) return "repeat";
  return listed?.conflicts.get(row.id)?.includes(row) ? "conflict" : "history";
};
