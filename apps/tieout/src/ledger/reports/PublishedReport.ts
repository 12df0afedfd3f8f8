import type {
  Conventions,
  EndedDecisions,
  ExceptionHistory,
  ExceptionRow,
  LearnedConvention,
  PublishedFigures,
  Source,
  Window,
} from "@tieout/reconcile";
import type { Effect } from "effect";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";
import type { Run } from "../store/Run.ts";
import type { RecordedNames } from "./RecordedNames.ts";
import type { LedgerNights, ReportOutline } from "./ReportOutline.ts";

/** A report that was published: its place (`day`, `revision`), its window, and the hash of its manifest. */
export interface PublishedReport {
  readonly id: number;
  readonly day: string;
  readonly revision: number;
  readonly window: Window;
  readonly manifestSha256: string;
}

/** A report with the instant as of which it was made: that of its run or later. */
export interface DatedReport extends PublishedReport {
  readonly asOf: string;
}

/** The same with the number of that run. */
export interface RecordedReport extends DatedReport {
  readonly run: number;
  /** Whether the ledger has forgotten what it rests on: its files may be gone as well. */
  readonly isPruned: boolean;
}

/** An exception as the report of one day had it, with the run that the report was made of. */
export interface ExceptionNight {
  readonly run: Run;
  readonly day: string;
  readonly revision: number;
  readonly window: Window;
  readonly row: ExceptionRow;
}

/** What a report recorded of one batch: its figures, or null where it showed them no longer. */
export interface FigureRecord {
  /** What the figures are of; the same on every night. */
  readonly name: string;
  /** Fields that this report showed first are not in `since`: their report is the one that is recorded. */
  readonly shown: PublishedFigures | null;
}

/** What one report recorded of an entity: its figures, or null where it showed them no longer. */
export interface EntityFigures {
  /** `<day>/r<N>`. */
  readonly report: string;
  readonly name: string;
  readonly shown: PublishedFigures | null;
}

/** What a report was made of and by. */
export interface ReportBasis {
  /** The number of the run. */
  readonly run: number;
  /** A hash of the program; null where an older tieout did not record it. */
  readonly rules: string | null;
}

/** A report as it is recorded: its place, its exceptions, and the figures that it shows new or differently. */
export interface ReportRecord extends Omit<PublishedReport, "id"> {
  /** The instant as of which it is made. */
  readonly asOf: string;
  /** A hash of the program that made it; null where that is not known. */
  readonly rules: string | null;
  readonly outline: ReportOutline;
  /** As later reports are compared with: without what was decided about them. */
  readonly exceptions: ReadonlyArray<ExceptionRow>;
  /** Those that it is the first report to see end. */
  readonly endedDecisions: EndedDecisions;
  /** Gone through once. */
  readonly figures: Iterable<FigureRecord>;
  readonly conventions: ReadonlyArray<Pick<LearnedConvention, "processorName" | "total" | "basis">>;
}

/** The part of a ledger that remembers what was published. */
export interface LedgerReports extends LedgerNights {
  /** The newest published report of the newest day before `day` that `run` could know, or undefined. */
  readonly reportBefore: (run: Run, day: string) => Effect.Effect<PublishedReport | undefined, LedgerFailed>;
  /** The newest published report of the newest day, of those made as of an instant or before. */
  readonly reportAsOf: (book: string, asOf: string) => Effect.Effect<DatedReport | undefined, LedgerFailed>;
  /** The first report of a run's book by day, among those that the run could know. */
  readonly firstReport: (run: Run) => Effect.Effect<PublishedReport | undefined, LedgerFailed>;
  /** Every published report of a book, by day and revision. */
  readonly publishedReports: (book: string) => Effect.Effect<ReadonlyArray<RecordedReport>, LedgerFailed>;
  /** A published report by its place, or undefined where the ledger knows of none. */
  readonly reportAt: (
    book: string,
    day: string,
    revision: number,
  ) => Effect.Effect<PublishedReport | undefined, LedgerFailed>;
  /** The exceptions of a published report, as they were recorded. */
  readonly reportExceptions: (
    report: PublishedReport,
  ) => Effect.Effect<ReadonlyArray<ExceptionRow>, LedgerFailed>;
  /** What reports of days before `day` that `run` could know say of some exceptions, by id: of those they listed. */
  readonly exceptionHistory: (
    run: Run,
    day: string,
    exceptionIds: ReadonlyArray<string>,
  ) => Effect.Effect<ReadonlyMap<string, ExceptionHistory>, LedgerFailed>;
  /** Of each exception that revisions of a day list, of those that a run could know, the first one that did. */
  readonly revisedExceptions: (
    run: Run,
    day: string,
  ) => Effect.Effect<ReadonlyArray<ExceptionRow>, LedgerFailed>;
  /** How processors counted, as a published report had it. */
  readonly reportConventions: (report: PublishedReport) => Effect.Effect<Conventions, LedgerFailed>;
  /** The days on which an exception was reported, oldest first, each as its newest revision has it. */
  readonly nights: (exceptionId: string) => Effect.Effect<ReadonlyArray<ExceptionNight>, LedgerFailed>;
  /** Every figure as it was last published up to and with a report; those shown no longer are left out. */
  readonly recordedNames: (report: PublishedReport) => Effect.Effect<RecordedNames, LedgerFailed>;
  /** Some of them as they were published, by name, in the order in which they were recorded. */
  readonly figures: (
    report: PublishedReport,
    isMeant: (name: string) => boolean,
  ) => Effect.Effect<ReadonlyMap<string, PublishedFigures>, LedgerFailed>;
  /**
   * What the reports of a book, made as of an instant or before, recorded of one entity: of each name, in the order of
   * the reports. `nameBegins` is what the names of its figures begin with.
   */
  readonly recordedOf: (
    book: string,
    asOf: string,
    nameBegins: string,
  ) => Effect.Effect<ReadonlyArray<EntityFigures>, LedgerFailed>;
  /** What the first revision of a day that showed it recorded of each batch, of the revisions that a run could know. */
  readonly revisedNames: (run: Run, day: string) => Effect.Effect<RecordedNames, LedgerFailed>;
  /** Some of that, by name. */
  readonly revisedFigures: (
    run: Run,
    day: string,
    isMeant: (name: string) => boolean,
  ) => Effect.Effect<ReadonlyMap<string, PublishedFigures>, LedgerFailed>;
  /** The days that reports of days before `day` that `run` could know have shown of each source that they had asked. */
  readonly publishedDays: (run: Run, day: string) => Effect.Effect<ReadonlyMap<Source, Window>, LedgerFailed>;
  /** What a report was made of and by. */
  readonly reportBasis: (report: PublishedReport) => Effect.Effect<ReportBasis, LedgerFailed>;
  /**
   * Publishes: records a report, lets `commit` move its files where they belong, and marks it as committed in the
   * transaction that moves them. When anything dies in between, `confirm` finds out what happened.
   */
  readonly publish: <E, R>(
    run: Run,
    report: ReportRecord,
    commit: Effect.Effect<void, E, R>,
  ) => Effect.Effect<void, LedgerWriteError | E, R>;
  /** Reports that were recorded and whose files may or may not be in place: what a killed run leaves behind. */
  readonly unconfirmed: (book: string) => Effect.Effect<ReadonlyArray<PublishedReport>, LedgerFailed>;
  /** Says of an unconfirmed report whether its files are in place; one that is not committed is forgotten. */
  readonly confirm: (report: PublishedReport, isCommitted: boolean) => Effect.Effect<void, LedgerWriteError>;
}
