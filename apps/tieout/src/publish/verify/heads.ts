import { basename, join, resolve } from "node:path";
import { directoriesIn } from "../revisions.ts";
import { manifestSha256, reportName, type StandingReport, standingReports } from "../tie/standing-reports.ts";

/** A book whose nightly reports stand in a directory. */
export interface StandingBook {
  readonly book: string;
  readonly directory: string;
  readonly reports: ReadonlyArray<StandingReport>;
}

/** The books of a directory: of the output directory all of them, of a book's that one; of a report's none. */
export const standingBooks = async (
  dir: string,
): Promise<{ readonly books: ReadonlyArray<StandingBook>; readonly isOneBook: boolean }> => {
  const own = await standingReports(dir);
  if (own.length > 0)
    return { books: [{ book: basename(resolve(dir)), directory: dir, reports: own }], isOneBook: true };
  const books = await Promise.all(
    (await directoriesIn(dir)).toSorted().map(async (book): Promise<StandingBook> => {
      const directory = join(dir, book);
      return { book, directory, reports: await standingReports(directory) };
    }),
  );
  return { books: books.filter(({ reports }) => reports.length > 0), isOneBook: false };
};

/** The newest nightly report of a book: whoever kept this line elsewhere sees that it was changed, or taken away. */
export interface Head {
  readonly book: string;
  /** `<day>/r<N>`. */
  readonly report: string;
  readonly manifestSha256: string;
}

/** The heads of the books in a directory; a report without a manifest, which does not verify, is none. */
export const headsIn = async (dir: string): Promise<ReadonlyArray<Head>> => {
  const heads = await Promise.all(
    (await standingBooks(dir)).books.map(async ({ book, reports }) => {
      const newest = reports.at(-1);
      const sha256 = newest && (await manifestSha256(newest));
      return newest && sha256 ? [{ book, report: reportName(newest), manifestSha256: sha256 }] : [];
    }),
  );
  return heads.flat();
};
