import type { NamedSource } from "../exceptions/rule.ts";
import type { BusinessCalendar } from "../time/BusinessCalendar.ts";
import type { Conventions } from "./conventions.ts";
import type { SharedTransactions } from "./sharing.ts";

/** What the sums and rows of a batch are read with; of other batches only who counts what they have in common. */
export interface ReadingContext {
  readonly book: string;
  /** Where the batch comes from. */
  readonly source: NamedSource;
  readonly calendar: BusinessCalendar;
  /** The business day of `--as-of`; days late are counted up to it. */
  readonly asOfDay: string;
  /** From configuration, for batches that show no currency; `null` where none is configured. */
  readonly assumedCurrency: string | null;
  /** Those of this batch's transaction ids that other batches list too; others may be in it and are ignored. */
  readonly shared: SharedTransactions;
  /**
   * By batch, R2 in minor units as the ledger read it when the batch was first read as final; only of batches that tied
   * out then and whose declared totals have not changed since.
   */
  readonly refundedAtClose: ReadonlyMap<string, number>;
  /** A batch pending (closed, submitted) for more days than this is overdue. Default 3. */
  readonly pendingDaysLimit?: number;
  /** A batch open for more days than this is open too long. Default 2. */
  readonly openDaysLimit?: number;
}

/** What a proof needs to know beyond the batch itself. */
export interface ProofContext extends ReadingContext {
  /** How each processor counts, as far as that is known. */
  readonly conventions: Conventions;
}
