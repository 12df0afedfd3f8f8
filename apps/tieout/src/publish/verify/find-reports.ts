import { existsSync } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { isDay } from "@tieout/reconcile";
import type { Problem } from "./problem.ts";
import { MANIFEST } from "./verify-files.ts";

/** The reports that a directory stands for. */
export interface FoundReports {
  /** Their directories; with the earliest day of their book where all of it is to be checked. */
  readonly reports: ReadonlyArray<{ readonly directory: string; readonly firstDay?: string }>;
  /** What is wrong between them. */
  readonly problems: ReadonlyArray<Problem>;
}

/** `2026-10-01_2026-11-01`: a window of its own. */
const WINDOW = /^\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}$/;

const REVISION = /^r([1-9]\d{0,8})$/;

const directoriesIn = async (dir: string): Promise<ReadonlyArray<string>> =>
  (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const revisionsIn = async (dayDir: string): Promise<ReadonlyArray<number>> =>
  (await directoriesIn(dayDir))
    .map((name) => Number(REVISION.exec(name)?.[1] ?? 0))
    .filter((revision) => revision > 0)
    .sort((left, right) => left - right);

const daysIn = async (bookDir: string): Promise<ReadonlyArray<string>> =>
  (await directoriesIn(bookDir)).filter(isDay).sort();

/** Windows of their own, each with its revisions; nothing follows on them. */
const windowsIn = async (bookDir: string): Promise<FoundReports> => {
  const names = (await directoriesIn(bookDir)).filter((name) => WINDOW.test(name)).toSorted();
  const found = await Promise.all(
    names.map(async (name) => {
      const revisions = await revisionsIn(join(bookDir, name));
      return {
        reports: revisions.map((revision) => ({ directory: join(bookDir, name, `r${revision}`) })),
        problems: gaps(name, revisions).map(({ file, problem }) => ({ file: join(bookDir, file), problem })),
      };
    }),
  );
  return {
    reports: found.flatMap(({ reports }) => reports),
    problems: found.flatMap(({ problems }) => problems),
  };
};

/** Numbers that lie between those that are there: a revision is never skipped, so one was taken away. */
const gaps = (day: string, revisions: ReadonlyArray<number>): ReadonlyArray<Problem> =>
  revisions.flatMap((revision, at) => {
    const before = revisions[at - 1] ?? revision - 1;
    return Array.from({ length: Math.min(revision - before - 1, 10) }, (_, step) => ({
      file: `${day}/r${before + 1 + step}`,
      problem: "is missing, and a later revision is there",
    }));
  });

/** A `latest` that leads nowhere. */
const latestProblems = async (bookDir: string): Promise<ReadonlyArray<Problem>> => {
  const latest = join(bookDir, "latest");
  const isLink = await lstat(latest).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return isLink && !existsSync(join(latest, MANIFEST))
    ? [{ file: "latest", problem: "does not lead to a report" }]
    : [];
};

const inBook = async (bookDir: string): Promise<FoundReports> => {
  const days = await daysIn(bookDir);
  const [firstDay] = days;
  const found = await Promise.all(
    days.map(async (day) => {
      const revisions = await revisionsIn(join(bookDir, day));
      return {
        reports: revisions.map((revision) => ({
          directory: join(bookDir, day, `r${revision}`),
          ...(firstDay === undefined ? {} : { firstDay }),
        })),
        problems: gaps(day, revisions).map(({ file, problem }) => ({ file: join(bookDir, file), problem })),
      };
    }),
  );
  const latest = (await latestProblems(bookDir)).map(({ file, problem }) => ({
    file: join(bookDir, file),
    problem,
  }));
  const windows = await windowsIn(bookDir);
  return {
    reports: [...found.flatMap(({ reports }) => reports), ...windows.reports],
    problems: [...found.flatMap(({ problems }) => problems), ...windows.problems, ...latest],
  };
};

/** Whether a directory holds reports of a book: nightly ones, or windows of their own. */
const isBook = async (dir: string): Promise<boolean> =>
  (await directoriesIn(dir)).some((name) => isDay(name) || WINDOW.test(name));

const looksLikeReport = async (dir: string): Promise<boolean> => {
  const names = await readdir(dir);
  return (
    names.some((name) => name === MANIFEST || name === "SHA256SUMS" || name.endsWith(".csv")) ||
    REVISION.test(basename(dir))
  );
};

/**
 * Finds the reports that a directory stands for: itself (also through `latest`), the newest revision of a day, every
 * report of a book, or those of all books. No report at all gives none. Rejects when it is not there or not a directory.
 */
export const findReports = async (dir: string): Promise<FoundReports> => {
  await stat(dir);
  if (await looksLikeReport(dir)) return { reports: [{ directory: dir }], problems: [] };
  const newest = (await revisionsIn(dir)).at(-1);
  if (newest !== undefined) return { reports: [{ directory: join(dir, `r${newest}`) }], problems: [] };
  if (await isBook(dir)) return inBook(dir);
  const books = await Promise.all(
    (await directoriesIn(dir)).toSorted().map(async (name) => {
      const bookDir = join(dir, name);
      return (await isBook(bookDir)) ? inBook(bookDir) : { reports: [], problems: [] };
    }),
  );
  return {
    reports: books.flatMap(({ reports }) => reports),
    problems: books.flatMap(({ problems }) => problems),
  };
};
