import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import { asideName } from "./aside.ts";
import { publishing } from "./failure.ts";
import { daysIn, INCOMPLETE, namesIn, REVISION } from "./revisions.ts";
import { PREFIX } from "./staging.ts";

/** Old days whose reports may go from the output directory. */
export interface OldReports {
  /** Directories, oldest first in each book. */
  readonly directories: ReadonlyArray<string>;
  /** Why a day stays that is old enough, a sentence each. */
  readonly left: ReadonlyArray<string>;
}

/** What is in the way of taking a day away: its name as the ledger does not know it; undefined where nothing is. */
const strangerIn = async (
  dayDir: string,
  isKnown: (revision: number) => boolean,
): Promise<string | undefined> =>
  (await namesIn(dayDir)).find(
    (name) => name !== INCOMPLETE && !isKnown(Number(REVISION.exec(name)?.[1] ?? Number.NaN)),
  );

const oldReportsOf = Effect.fnUntraced(function* (out: string, book: string, firstKept: string) {
  const place = join(out, book);
  const published = yield* (yield* Ledger).publishedReports(book);
  const days = yield* Effect.promise(() => daysIn(place));
  const directories: Array<string> = [];
  for (const day of days.filter((one) => one < firstKept)) {
    const isKnown = (revision: number): boolean =>
      published.some((report) => report.day === day && report.revision === revision);
    const stranger = yield* Effect.promise(() => strangerIn(join(place, day), isKnown));
    // What is newer stays as well: the chain has no hole.
    if (stranger !== undefined)
      return {
        directories,
        left: [
          `${join(place, day, stranger)} is no report of this ledger: that day and what follows it stay; move it away`,
        ],
      };
    directories.push(join(place, day));
  }
  return { directories, left: [] };
});

/**
 * The days in the output directory of which the ledger keeps no report, when it keeps those as of `before` or later: whole
 * days from the oldest on, up to the first that a kept report is or is compared with. Windows of one's own stay.
 */
export const oldReports = Effect.fn("oldReports")(function* (out: string, before: string) {
  const firstKept = yield* (yield* Ledger).firstKeptDays(before);
  const found = yield* Effect.forEach(firstKept, ([book, day]) => oldReportsOf(out, book, day));
  return {
    directories: found.flatMap(({ directories }) => directories),
    left: found.flatMap(({ left }) => left),
  } satisfies OldReports;
});

/** Takes days away, oldest first and each in one step: a reader sees all of a day or nothing. */
export const removeReports = ({ directories }: OldReports) =>
  Effect.forEach(
    directories,
    (directory) =>
      publishing(directory, "write", async () => {
        // A run sweeps what is left of it where this is killed.
        const aside = join(directory, "..", asideName(PREFIX));
        await rename(directory, aside);
        await rm(aside, { recursive: true });
      }),
    { discard: true },
  );
