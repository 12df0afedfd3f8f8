import type {
  CohortRow,
  DayRow,
  DecisionRow,
  EndedDecisions,
  ExceptionRow,
  ExceptionTotals,
  LearnedConvention,
  ListedException,
  PaymentRow,
  RestatementRow,
  SettlementRow,
  Totals,
  Verdict,
  Window,
} from "@tieout/reconcile";
import type { Series } from "../config/Night.ts";
import type { SourceName } from "../config/sources.ts";
import type { FigureRecord, PublishedReport } from "../ledger/reports/PublishedReport.ts";
import type { ClosedLinks } from "./close-links.ts";
import type { Arithmetic } from "./close-settlements.ts";
import type { ShapingConfiguration } from "./shaping-configuration.ts";

/** What a manifest says of one source. */
export interface ReportedSource {
  readonly configured: boolean;
  /** By a run of this business day. */
  readonly asked: boolean;
  /** The business day of the last run that did; null for one that was never asked. */
  readonly last_asked: string | null;
  readonly mode: string | null;
  /** Batches in its list: each of them is counted once more below. */
  readonly listed: number;
  /** By business day: in the window, before it, at or after its end. */
  readonly in_window: number;
  readonly before: number;
  readonly after: number;
  /** Left out whole: their headers break the spec. */
  readonly invalid: number;
}

/** The rows of a source's files; null when the source is not configured, and its files are not written. */
export interface Figures {
  readonly cohorts: ReadonlyArray<CohortRow> | null;
  /**
   * By day, batch and currency where they are no list, and then made as they are gone through, each time anew: they may
   * be too many to be held. The rows of one batch stand together.
   */
  readonly settlements: Iterable<SettlementRow> | null;
  readonly days: ReadonlyArray<DayRow> | null;
  /** Null where no link is configured, or one of the two sources is not. */
  readonly payments: ReadonlyArray<PaymentRow> | null;
  readonly exceptions: ReadonlyArray<ListedException>;
  readonly restatements: ReadonlyArray<RestatementRow>;
  /** All that was decided about these exceptions. */
  readonly decisions: ReadonlyArray<DecisionRow>;
}

/**
 * Everything a report says, before it is bytes: a pure function of ledger, window, configuration and
 * `asOf`. Rows are in no promised order; their files sort them.
 */
export interface Report extends Figures {
  readonly book: string;
  readonly series: Series;
  /** The last business day of the window. */
  readonly day: string;
  readonly window: Window;
  readonly timezone: string;
  readonly cutoff: string;
  readonly asOf: string;
  readonly verdict: Verdict;
  /** By name, in the order of the registry. */
  readonly sources: Readonly<Record<SourceName, ReportedSource>>;
  /** What the links leave over; null where there are none. */
  readonly links: Pick<ClosedLinks, "unclaimed" | "cohortsWithoutLink"> | null;
  /** What an operator should know and no exception says, each one sentence. */
  readonly warnings: ReadonlyArray<string>;
  readonly totals: Totals;
  /** How each processor counts, as its final batches tell or the configuration says. */
  readonly conventions: ReadonlyArray<LearnedConvention>;
  readonly arithmetic: Arithmetic;
  readonly openExceptions: ExceptionTotals;
  /** The report this one is compared with: the newest of an earlier day. */
  readonly previous: PublishedReport | undefined;
  /** The figures that this report shows for the first time or differently, for later ones to compare with. */
  readonly newFigures: Iterable<FigureRecord>;
  /** Its exceptions as later ones are compared with them, and the decisions that it is the first to see end. */
  readonly newExceptions: {
    readonly traced: ReadonlyArray<ExceptionRow>;
    readonly endedDecisions: EndedDecisions;
  };
  /** A hash of the program that made it, as the ledger records it: no file says it. */
  readonly rules: string;
  readonly configuration: ShapingConfiguration;
}
