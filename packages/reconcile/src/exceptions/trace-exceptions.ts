import { sortedDistinct } from "../code-points.ts";

import { compareExceptions } from "./compare-exceptions.ts";

import { exceptionId } from "./exception-id.ts";
import { EXCEPTIONS } from "./exceptions.ts";
import type { ExceptionRow, Finding } from "./finding.ts";

/** What an earlier report knew of an exception. */
export interface ExceptionHistory {
  readonly firstSeen: string;
  readonly nights: number;
}

/** The report whose exceptions are traced, and what it is compared with. */
export interface TraceOptions {
  readonly book: string;
  /** The day of this report. */
  readonly day: string;
  /** All rows of exceptions.csv of the newest published report of an earlier day; none where there is none. */
  readonly previous: readonly ExceptionRow[];
  /**
   * What reports of earlier days knew, by exception id, of those that `previous` does not show: one that was gone for
   * several reports and comes back keeps its beginning and goes on counting nights. Others may be in it.
   */
  readonly history: ReadonlyMap<string, ExceptionHistory>;
}

/**
 * The rows of exceptions.csv, sorted: each finding is `open` where the previous report had it new or open,
 * else `new`; each that the previous report had new or open and that is not found any more is `resolved`,
 * with its cells as last seen. Running a day again changes nothing, since `previous` is of an earlier day.
 *
 * Findings of the same code about the same entity are one exception: the one that would be listed first
 * stands, with the batches of all.
 */
export const traceExceptions = (
  findings: Iterable<Finding>,
  options: TraceOptions,
): readonly ExceptionRow[] => {
  const before = new Map(options.previous.map((row) => [row.exceptionId, row]));
  const rows = new Map<string, ExceptionRow>();
  for (const finding of findings) {
    const row = rowOf(finding, before, options);
    const same = rows.get(row.exceptionId);
    rows.set(row.exceptionId, same === undefined ? row : merged(same, row));
  }
  const resolved = options.previous
    .filter((row) => row.status !== "resolved" && !rows.has(row.exceptionId))
    .map((row) => ({ ...row, status: "resolved" as const }));
  return [...rows.values(), ...resolved].sort(compareExceptions);
};

const rowOf = (
  finding: Finding,
  before: ReadonlyMap<string, ExceptionRow>,
  { book, day, history }: TraceOptions,
): ExceptionRow => {
  const id = exceptionId(book, finding);
  const last = before.get(id);
  const seen = last ?? history.get(id);
  return {
    ...finding,
    exceptionId: id,
    book,
    severity: finding.severity ?? EXCEPTIONS[finding.code].severity,
    firstSeen: seen?.firstSeen ?? day,
    nights: (seen?.nights ?? 0) + 1,
    status: last !== undefined && last.status !== "resolved" ? "open" : "new",
  };
};

const merged = (left: ExceptionRow, right: ExceptionRow): ExceptionRow => {
  // The whole row decides, so that the order of the findings never shows.
  const order = compareExceptions(left, right) || (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
  const first = order < 0 ? left : right;
  return { ...first, batchIds: sortedDistinct([...left.batchIds, ...right.batchIds]) };
};
