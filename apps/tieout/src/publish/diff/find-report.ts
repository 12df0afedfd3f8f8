import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDay } from "@tieout/reconcile";
import { newestRevision } from "../revisions.ts";

/** Where the reports of a book stand. */
export interface BookReports {
  readonly out: string;
  readonly book: string;
}

const isDirectory = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const isReport = (dir: string): boolean => existsSync(join(dir, "manifest.json"));

/** A report itself, or the newest revision of a day. */
const reportIn = async (dir: string): Promise<string | undefined> => {
  if (isReport(dir)) return dir;
  const revision = await newestRevision(dir);
  return revision === 0 ? undefined : join(dir, `r${revision}`);
};

/** Whether a report is named by its day, `2026-11-19` or `2026-11-19/r1`, and not by where it is. */
export const isNamedByDay = (name: string): boolean => isDay(name.split("/")[0] ?? "") && !isDirectory(name);

/**
 * The directory of the report that somebody means: one that is there, or of a book's day (its newest revision, unless
 * one is named). Undefined where there is none.
 */
export const findReport = async (name: string, { out, book }: BookReports): Promise<string | undefined> => {
  const dir = isNamedByDay(name) ? join(out, book, name) : name;
  return isDirectory(dir) ? reportIn(dir) : undefined;
};
