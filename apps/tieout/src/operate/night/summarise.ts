import {
  isOpenException,
  isUndecided,
  type ListedException,
  SEVERITIES,
  type SettlementRow,
  type Severity,
} from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import type { Series } from "../../config/Night.ts";
import { printedSettlements } from "../../publish/manifest.ts";
import type { Publication } from "../../publish/publish-report.ts";

/** An exception as a summary shows it. */
interface ExceptionLine {
  readonly exception_id: string;
  readonly severity: Severity;
  readonly code: string;
  readonly status: string;
  readonly what_happened: string;
  readonly what_to_do: string;
  /** What people decided about it, where that holds. */
  readonly decision: string | null;
  readonly decision_until: string | null;
}

/** What a run tells the terminal or, as JSON, a machine: the report in a screenful. */
export interface Summary {
  readonly book: string;
  readonly series: Series;
  readonly day: string;
  readonly revision: number;
  readonly published: boolean;
  readonly verdict: string;
  readonly window: {
    readonly from: string;
    readonly to: string;
    readonly timezone: string;
    readonly cutoff: string;
  };
  readonly credentials: {
    readonly cohorts: number;
    readonly batches: number;
    readonly declared: number;
    readonly issued: number;
    readonly issued_in_window: number;
    readonly unproven: number;
  } | null;
  readonly settlements: {
    readonly batches: number;
    /** As the manifest has them. */
    readonly totals: ReturnType<typeof printedSettlements>;
  } | null;
  readonly exceptions: {
    readonly open: number;
    /** How many of them people have decided about. */
    readonly decided: number;
    readonly new: number;
    readonly resolved: number;
    readonly expired: number;
    readonly by_severity: Readonly<Record<Severity, number>>;
    /** What nobody has decided about, worst first. */
    readonly worst: ReadonlyArray<ExceptionLine>;
    /** What somebody has, worst first. */
    readonly known: ReadonlyArray<ExceptionLine>;
  };
  /** Figures that were published otherwise before. */
  readonly restatements: number;
  readonly warnings: ReadonlyArray<string>;
  readonly directory: string;
}

/** How many exceptions a summary names; the file has them all. */
const WORST_SHOWN = 5;
const WORTH_SHOWING: ReadonlySet<Severity> = new Set(SEVERITIES.slice(0, 3));

const total = (counts: ReadonlyArray<number | null>): number =>
  counts.reduce((sum: number, count) => sum + (count ?? 0), 0);

const credentials = (cohorts: Report["cohorts"]): Summary["credentials"] =>
  cohorts === null
    ? null
    : {
        cohorts: cohorts.length,
        batches: total(cohorts.map((row) => row.batches)),
        declared: total(cohorts.map((row) => row.credentialsDeclared)),
        issued: total(cohorts.map((row) => row.credentialsIssued)),
        issued_in_window: total(cohorts.map((row) => row.issuedInWindow)),
        unproven: cohorts.filter((row) => row.state === "unproven").length,
      };

const exceptionLine = (row: ListedException): ExceptionLine => ({
  exception_id: row.exceptionId,
  severity: row.severity,
  code: row.code,
  status: row.status,
  what_happened: row.whatHappened,
  what_to_do: row.whatToDo,
  decision: row.decision?.as ?? null,
  decision_until: row.decision?.until ?? null,
});

const exceptions = ({ exceptions: rows, openExceptions }: Report): Summary["exceptions"] => {
  const shown = rows.filter((row) => isOpenException(row) && WORTH_SHOWING.has(row.severity));
  return {
    open: openExceptions.open,
    decided: openExceptions.decided,
    new: rows.filter(({ status }) => status === "new").length,
    resolved: rows.filter(({ status }) => status === "resolved").length,
    expired: rows.filter(({ status }) => status === "expired").length,
    by_severity: openExceptions.bySeverity,
    worst: shown.filter(isUndecided).slice(0, WORST_SHOWN).map(exceptionLine),
    known: shown
      .filter((row) => !isUndecided(row))
      .slice(0, WORST_SHOWN)
      .map(exceptionLine),
  };
};

/** How many batches some rows are of: those of one stand together. */
const batchesOf = (rows: Iterable<SettlementRow>): number => {
  let [batches, last]: [number, string | undefined] = [0, undefined];
  for (const { batchId } of rows) {
    if (batchId !== last) batches += 1;
    last = batchId;
  }
  return batches;
};

/** Makes the summary of a report that was published, or found to be published already. */
export const summarise = (report: Report, publication: Publication): Summary => ({
  book: report.book,
  series: report.series,
  day: report.day,
  revision: publication.revision,
  published: publication.isNew,
  verdict: report.verdict,
  window: { ...report.window, timezone: report.timezone, cutoff: report.cutoff },
  credentials: credentials(report.cohorts),
  settlements:
    report.settlements === null
      ? null
      : {
          batches: batchesOf(report.settlements),
          totals: printedSettlements(report.totals.settlements),
        },
  exceptions: exceptions(report),
  restatements: report.restatements.length,
  warnings: report.warnings,
  directory: publication.directory,
});
