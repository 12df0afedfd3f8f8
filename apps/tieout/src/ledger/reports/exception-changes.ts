import { type ExceptionRow, isOpenException } from "@tieout/reconcile";
import { canonicalJson } from "../store/blob.ts";

/**
 * How an exception stands so many reports later where nothing about it changed: open for as many nights more. Undefined
 * for one that is resolved or expired, which is listed once.
 */
export const nightsLater = (row: ExceptionRow, nights: number): ExceptionRow | undefined => {
  if (nights === 0) return row;
  return isOpenException(row) ? { ...row, status: "open", nights: row.nights + nights } : undefined;
};

/** What a report recorded of an exception: its row, or null where it listed it no more. */
export interface ExceptionChange {
  readonly exceptionId: string;
  readonly row: ExceptionRow | null;
}

/**
 * What has to be recorded of a report's exceptions: those that do not stand as the report that it is compared with, and
 * the night between them, have it. All others follow.
 */
export const exceptionChanges = (
  base: ReadonlyArray<ExceptionRow>,
  listed: ReadonlyArray<ExceptionRow>,
): ReadonlyArray<ExceptionChange> => {
  const expected = new Map(base.map((row) => [row.exceptionId, nightsLater(row, 1)]));
  const changed = listed.filter((row) => {
    const known = expected.get(row.exceptionId);
    return known === undefined || canonicalJson(known) !== canonicalJson(row);
  });
  const ids = new Set(listed.map(({ exceptionId }) => exceptionId));
  const gone = [...expected].filter(([id, row]) => row !== undefined && !ids.has(id));
  return [
    ...changed.map((row) => ({ exceptionId: row.exceptionId, row })),
    ...gone.map(([exceptionId]) => ({ exceptionId, row: null })),
  ];
};
