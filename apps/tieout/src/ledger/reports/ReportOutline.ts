import type { ExceptionTotals, Verdict } from "@tieout/reconcile";
import type { Effect } from "effect";
import type { LedgerFailed } from "../failures.ts";

/** How a report came out, in short. */
export interface ReportOutline {
  readonly verdict: Verdict;
  readonly exceptions: ExceptionTotals;
  /** Of what is final, in each currency that something is left unexplained in: the sizes added up, as a decimal. */
  readonly unexplained: ReadonlyArray<{ readonly currency: string; readonly amount: string }>;
}

/** The newest revision of a day. */
export interface ReportedNight {
  readonly book: string;
  readonly day: string;
  readonly revision: number;
  /** Null where an older tieout did not record it. */
  readonly outline: ReportOutline | null;
}

/** The part of a ledger that lists all nights. */
export interface LedgerNights {
  /** Every day of every book that has a report, by book and day, each as its newest revision has it. */
  readonly reportedNights: Effect.Effect<ReadonlyArray<ReportedNight>, LedgerFailed>;
}
