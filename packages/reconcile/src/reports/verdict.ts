import type { ListedException } from "../decisions/Decision.ts";
import { isOpenException } from "../exceptions/finding.ts";
import { SEVERITIES, type Severity } from "../exceptions/rule.ts";
import type { CohortRow, SettlementRow } from "./rows.ts";

/** How far a report can be relied on. */
export type Verdict = "final" | "provisional" | "incomplete";

/** What decides the verdict: the rows of the window, and what is not in them. */
export interface VerdictInput {
  readonly unread: number;
  /** Whether a source that the report shows was not asked, or is down. */
  readonly isPartial?: boolean;
  /** Batches of which not even the header could be read. */
  readonly leftOut?: number;
  readonly settlements: Iterable<Pick<SettlementRow, "state">>;
  readonly cohorts: Iterable<Pick<CohortRow, "state">>;
}

/** What a manifest says of whether a source was asked. One that is from before sources could be left out says nothing. */
export interface AskedSource {
  readonly configured: boolean;
  readonly asked?: boolean | undefined;
  readonly last_asked?: string | null | undefined;
}

/** Whether a source that belongs to a report was not asked for it: it is configured, or was asked before. */
export const isLeftOut = ({ configured, asked, last_asked: last }: AskedSource): boolean =>
  asked === false && (configured || (last !== undefined && last !== null));

const SETTLED: ReadonlySet<SettlementRow["state"]> = new Set(["final", "void"]);

/**
 * `incomplete` when something was left unread that a second run may read; else `provisional` when any
 * settlement row is open, pending, in review or unproven, any cohort is unproven, a batch was left out whole, or a
 * source was not asked; else `final`.
 */
export const verdict = ({ unread, isPartial, leftOut, settlements, cohorts }: VerdictInput): Verdict => {
  if (unread > 0) return "incomplete";
  if (isPartial || (leftOut ?? 0) > 0) return "provisional";
  for (const { state } of settlements) if (!SETTLED.has(state)) return "provisional";
  for (const { state } of cohorts) if (state !== "final") return "provisional";
  return "final";
};

/** The manifest's count of new and open exceptions. */
export interface ExceptionTotals {
  readonly open: number;
  /** How many of them somebody has decided about. */
  readonly decided: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** Counts the exceptions that are new or open. */
export const exceptionTotals = (exceptions: Iterable<ListedException>): ExceptionTotals => {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  let [open, decided] = [0, 0];
  for (const row of exceptions) {
    if (!isOpenException(row)) continue;
    bySeverity[row.severity] += 1;
    open += 1;
    if (row.decision !== undefined) decided += 1;
  }
  return { open, decided, bySeverity };
};

/** Whether an exception is open and nobody has decided about it: what people still have to look at. */
export const isUndecided = (row: ListedException): boolean =>
  isOpenException(row) && row.decision === undefined;

/** Whether any exception that is open and not decided about is at least as severe as `threshold` (`--fail-on`). */
export const reachesSeverity = (exceptions: Iterable<ListedException>, threshold: Severity): boolean => {
  const severe = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(threshold) + 1));
  for (const row of exceptions) if (isUndecided(row) && severe.has(row.severity)) return true;
  return false;
};
