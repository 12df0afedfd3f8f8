import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { isDay } from "@tieout/reconcile";
import { daysIn, directoriesIn, INCOMPLETE, isBook, REVISION, revisionsIn, WINDOW } from "../revisions.ts";
import { SUMS } from "../signature.ts";
import type { Problem } from "./problem.ts";
import { type Belongings, strangersIn } from "./strangers.ts";
import { MANIFEST } from "./verify-files.ts";
import { verifyLatest } from "./verify-latest.ts";

/** A report, and what its place says of it. */
interface FoundReport {
  readonly directory: string;
  /** The earliest day of its book, where all of that is to be checked. */
  readonly firstDay?: string;
  /** The book that its place is called after, where all books are to be checked. */
  readonly book?: string;
}

/** The reports that a directory stands for. */
export interface FoundReports {
  readonly reports: ReadonlyArray<FoundReport>;
  /** What is wrong between them. */
  readonly problems: ReadonlyArray<Problem>;
}

const NONE: FoundReports = { reports: [], problems: [] };

/** The page over all books. */
const INDEX = "index.html";

/** The reports of a day or a window: its revisions, and what a run left that was not whole, which readers open as well. */
const reportsIn = async (dir: string): Promise<ReadonlyArray<string>> => {
  const left = (await directoriesIn(dir)).filter((name) => name === INCOMPLETE);
  return [...(await revisionsIn(dir)).map((revision) => `r${revision}`), ...left].map((name) =>
    join(dir, name),
  );
};

/** Windows of their own, each with its revisions; nothing follows on them. */
const windowsIn = async (bookDir: string): Promise<FoundReports> => {
  const names = (await directoriesIn(bookDir)).filter((name) => WINDOW.test(name)).toSorted();
  const found = await Promise.all(
    names.map(async (name) => {
      const revisions = await revisionsIn(join(bookDir, name));
      return {
        reports: (await reportsIn(join(bookDir, name))).map((directory) => ({ directory })),
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

/** What may stand in a day or a window: its revisions, and what a run left that was not whole. */
const OF_A_DAY: Belongings = { isDirectory: (name) => REVISION.test(name) || name === INCOMPLETE };

const OF_A_BOOK: Belongings = {
  isDirectory: (name) => isDay(name) || WINDOW.test(name),
  isLink: (name) => name === "latest",
};

/** What does not belong into a book, or into its days and windows. */
const strangersOfBook = async (bookDir: string): Promise<ReadonlyArray<Problem>> => {
  const places = (await directoriesIn(bookDir)).filter(OF_A_BOOK.isDirectory).toSorted();
  const inside = await Promise.all(places.map((name) => strangersIn(join(bookDir, name), OF_A_DAY)));
  return [...(await strangersIn(bookDir, OF_A_BOOK)), ...inside.flat()];
};

const inBook = async (bookDir: string, today: string): Promise<FoundReports> => {
  const days = await daysIn(bookDir);
  const [firstDay] = days;
  const found = await Promise.all(
    days.map(async (day) => {
      const revisions = await revisionsIn(join(bookDir, day));
      return {
        ...{ day, revisions },
        reports: (await reportsIn(join(bookDir, day))).map((directory) => ({
          directory,
          ...(firstDay === undefined ? {} : { firstDay }),
        })),
        problems: gaps(day, revisions).map(({ file, problem }) => ({ file: join(bookDir, file), problem })),
      };
    }),
  );
  const newest = found.flatMap(({ day, revisions }) => {
    const revision = revisions.at(-1);
    return revision === undefined ? [] : [{ day, revision }];
  });
  const latest = await verifyLatest(bookDir, newest, today);
  const windows = await windowsIn(bookDir);
  return {
    reports: [...found.flatMap(({ reports }) => reports), ...windows.reports],
    problems: [
      ...found.flatMap(({ problems }) => problems),
      ...windows.problems,
      ...latest,
      ...(await strangersOfBook(bookDir)),
    ],
  };
};

const looksLikeReport = async (dir: string): Promise<boolean> => {
  const names = await readdir(dir);
  return (
    names.some((name) => name === MANIFEST || name === SUMS || name.endsWith(".csv")) ||
    REVISION.test(basename(dir))
  );
};

/**
 * Finds the reports that a directory stands for: itself (also through `latest`), the newest revision of a day, every
 * report of a book, or those of all books. No report at all gives none. Of a book or of all of them everything that a
 * reader might open is looked at: `latest`, which leads to no report of a day after `today`, and what does not belong.
 * Rejects when it is not there or not a directory.
 */
export const findReports = async (dir: string, today: string): Promise<FoundReports> => {
  await stat(dir);
  if (await looksLikeReport(dir)) return { reports: [{ directory: dir }], problems: [] };
  const newest = (await revisionsIn(dir)).at(-1);
  if (newest !== undefined) return { reports: [{ directory: join(dir, `r${newest}`) }], problems: [] };
  if (await isBook(dir)) return inBook(dir, today);
  const names: Array<string> = [];
  for (const name of await directoriesIn(dir)) if (await isBook(join(dir, name))) names.push(name);
  const books = await Promise.all(
    names.toSorted().map(async (book) => {
      const { reports, problems } = await inBook(join(dir, book), today);
      return { reports: reports.map((report) => ({ ...report, book })), problems };
    }),
  );
  // A directory without any report is none of ours to judge by its neighbours.
  if (names.length === 0) return NONE;
  const strangers = await strangersIn(dir, {
    isDirectory: (name) => names.includes(name),
    isFile: (name) => name === INDEX,
  });
  return {
    reports: books.flatMap(({ reports }) => reports),
    problems: [...books.flatMap(({ problems }) => problems), ...strangers],
  };
};
