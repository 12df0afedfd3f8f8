import type { BusinessCalendar } from "../time/BusinessCalendar.ts";

/** A transaction id that two or more batches list. */
export interface SharedTransaction {
  /** The one batch that counts it, as {@link owningBatch} decides. */
  readonly owner: string;
  /** All batches that list it, the owner included. */
  readonly batchIds: readonly string[];
}

/** What a proof needs to know beyond the batch itself. */
export interface ProofContext {
  readonly book: string;
  readonly calendar: BusinessCalendar;
  /** The business day of `--as-of`; days late are counted up to it. */
  readonly asOfDay: string;
  /** From configuration, for batches that show no currency; `null` where none is configured. */
  readonly assumedCurrency: string | null;
  /** Those of this batch's transaction ids that other batches list too; others may be in it and are ignored. */
  readonly shared: ReadonlyMap<string, SharedTransaction>;
  /** A batch pending (closed, submitted) for more days than this is overdue. Default 3. */
  readonly pendingDaysLimit?: number;
  /** A batch open for more days than this is open too long. Default 2. */
  readonly openDaysLimit?: number;
}
