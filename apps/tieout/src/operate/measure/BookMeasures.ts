import type { Severity } from "@tieout/reconcile";
import type { CurrencyAmount } from "../../ledger/reports/ReportOutline.ts";

/** A run of a book, as measures have it. */
export interface MeasuredRun {
  readonly startedMs: number;
  readonly endedMs: number;
  readonly exit: number;
}

/** Open exceptions of one kind. */
interface OpenExceptions {
  readonly severity: Severity;
  readonly isDecided: boolean;
  readonly count: number;
}

/** The newest nightly report of a book. */
export interface MeasuredReport {
  readonly day: string;
  /** Of every severity, decided and not. */
  readonly open: ReadonlyArray<OpenExceptions>;
  /** Of each currency that something final is in, nothing among it. */
  readonly unexplained: ReadonlyArray<CurrencyAmount>;
}

/** What the ledger knows of a book. */
export interface LedgerMeasures {
  /** The end of the last run that did its work, in epoch milliseconds; null before there was one. */
  readonly succeededMs: number | null;
  /** Null before there was one. */
  readonly report: MeasuredReport | null;
  /** Batches that each source listed when it was last read to its end, by its name. */
  readonly listed: ReadonlyMap<string, number>;
  readonly bytes: number;
  /** Whether it is a file, which `tieout backup` copies; nothing is known of the backups of a server. */
  readonly isFile: boolean;
  readonly backedUpMs: number | null;
}

/** Requests of a run to one source. */
interface MeasuredRequests {
  readonly source: string;
  readonly answered: number;
  /** With 429 or 503. */
  readonly refused: number;
}

/** What is measured of a book: nobody's name, no key. */
export interface BookMeasures {
  readonly book: string;
  /** The last one; null where none is known of. */
  readonly run: MeasuredRun | null;
  /** Of this run; none where it did not come to its end, or was about other books. */
  readonly requests: ReadonlyArray<MeasuredRequests>;
  /** Null where the ledger could not be used. */
  readonly ledger: LedgerMeasures | null;
}
