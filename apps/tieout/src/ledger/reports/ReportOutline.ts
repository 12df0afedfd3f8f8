import type { ExceptionTotals, Verdict, Window } from "@tieout/reconcile";
import type { Effect } from "effect";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";

/** Money of a currency, as a decimal. */
export interface CurrencyAmount {
  readonly currency: string;
  readonly amount: string;
}

/** How a report came out, in short. */
export interface ReportOutline {
  readonly verdict: Verdict;
  readonly exceptions: ExceptionTotals;
  /** Of what is final, in each currency that something is left unexplained in: the sizes added up, as a decimal. */
  readonly unexplained: ReadonlyArray<CurrencyAmount>;
  /** Net of what is final in each currency; null, or missing in what is stored, where an older tieout did not record it. */
  readonly settled: ReadonlyArray<CurrencyAmount> | null;
}

/** What a report has in place of a revision when something was left unread: it is replaced by the next. */
export const NO_REVISION = 0;

/** The newest revision of a day, or its incomplete report. */
export interface ReportedNight {
  readonly book: string;
  readonly day: string;
  /** {@link NO_REVISION} for an incomplete report. */
  readonly revision: number;
  /** Null where an older tieout did not record it. */
  readonly outline: ReportOutline | null;
}

/** The newest revision of the report on a window of one's own, or the incomplete one. */
export interface ReportedWindow {
  readonly book: string;
  readonly window: Window;
  /** {@link NO_REVISION} for an incomplete report. */
  readonly revision: number;
  readonly outline: ReportOutline;
}

/** Where a report stands that no later one is compared with: that of a window of one's own, or an incomplete one. */
interface SidePlace {
  readonly book: string;
  /** The directory under the book's, which a nightly report shares with the revisions of its day. */
  readonly place: string;
}

/** Such a report. */
export interface SideReport extends SidePlace {
  /** Null for an incomplete nightly one: its place is its day. */
  readonly window: Window | null;
  readonly revision: number;
  readonly outline: ReportOutline;
}

/** The part of a ledger that lists all reports that there are. */
export interface LedgerNights {
  /** Every day of every book that has a report, by book and day; one that has both a whole and an incomplete report has the whole one last. */
  readonly reportedNights: Effect.Effect<ReadonlyArray<ReportedNight>, LedgerFailed>;
  /** Every window of one's own of every book, by book and window. */
  readonly reportedWindows: Effect.Effect<ReadonlyArray<ReportedWindow>, LedgerFailed>;
  /** Every book that a run was begun for and not pruned, by name. */
  readonly begunBooks: Effect.Effect<ReadonlyArray<string>, LedgerFailed>;
  /** Remembers a report that no later one is compared with, in the transaction in which `commit` moves its files. */
  readonly recordSide: <E, R>(
    report: SideReport,
    commit: Effect.Effect<void, E, R>,
  ) => Effect.Effect<void, LedgerWriteError | E, R>;
  /** Forgets the incomplete report of a place, in the transaction in which `removal` takes its files away. */
  readonly forgetIncomplete: <E, R>(
    place: SidePlace,
    removal: Effect.Effect<void, E, R>,
  ) => Effect.Effect<void, LedgerWriteError | E, R>;
}
