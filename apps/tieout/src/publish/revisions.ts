import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { isDay, type Window } from "@tieout/reconcile";
import type { Series } from "../config/Night.ts";
import { NO_REVISION } from "../ledger/reports/ReportOutline.ts";
import type { WrittenFile } from "./csv.ts";

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ENOENT";

const entriesOf = async (dir: string) => {
  try {
    return await readdir(dir, { withFileTypes: true });
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};

/** What the directory of an incomplete report is called. */
export const INCOMPLETE = "incomplete";

/** What the directory of a report is called: of a revision, or of an incomplete one. */
export const revisionName = (revision: number): string =>
  revision === NO_REVISION ? INCOMPLETE : `r${revision}`;

/** The names of all that is in a directory; none where that is not there. */
export const namesIn = async (dir: string): Promise<ReadonlyArray<string>> =>
  (await entriesOf(dir)).map(({ name }) => name);

/** The names of the directories in a directory; none where that is not there. Links are none. */
export const directoriesIn = async (dir: string): Promise<ReadonlyArray<string>> =>
  (await entriesOf(dir)).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** How a revision's directory is called. */
export const REVISION = /^r([1-9]\d{0,8})$/;

const numbersIn = (names: ReadonlyArray<string>): ReadonlyArray<number> =>
  names
    .flatMap((name) => REVISION.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((left, right) => left - right);

/** The revisions of a day that stand as directories, in their order. */
export const revisionsIn = async (dayDir: string): Promise<ReadonlyArray<number>> =>
  numbersIn(await directoriesIn(dayDir));

/** The days of a book that have a directory, in their order. */
export const daysIn = async (bookDir: string): Promise<ReadonlyArray<string>> =>
  (await directoriesIn(bookDir)).filter(isDay).toSorted();

/** `2026-10-01_2026-11-01`: how the directory of a window of one's own is called. */
export const WINDOW = /^\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}$/;

/** Whether a directory holds reports of a book: nightly ones, or windows of their own. */
export const isBook = async (dir: string): Promise<boolean> =>
  (await directoriesIn(dir)).some((name) => isDay(name) || WINDOW.test(name));

/** Where the revisions of a report stand in its book: under its day, or under the window of its own. */
export const placeOf = ({
  series,
  day,
  window,
}: {
  readonly series: Series;
  readonly day: string;
  readonly window: Window;
}): string => (series === "nightly" ? day : `${window.from}_${window.to}`);

/** The number of the newest revision of a day, by the names there, whatever they are; 0 when there is none. */
export const newestRevision = async (dayDir: string): Promise<number> =>
  numbersIn((await entriesOf(dayDir)).map(({ name }) => name)).at(-1) ?? 0;

/** SHA-256 of a file's bytes, in hexadecimal. */
export const fileSha256 = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
};

/**
 * Whether a published revision holds just these CSVs, byte for byte.
 *
 * The files themselves are read, not what its manifest says of them: a revision that somebody edited by
 * hand counts as different, and the right figures are published again.
 */
export const holdsSameCsvs = async (dir: string, files: ReadonlyArray<WrittenFile>): Promise<boolean> => {
  const there = (await entriesOf(dir)).flatMap(({ name }) => (name.endsWith(".csv") ? [name] : []));
  if (there.length !== files.length) return false;
  for (const { name, sha256 } of files)
    if (!there.includes(name) || (await fileSha256(join(dir, name))) !== sha256) return false;
  return true;
};
