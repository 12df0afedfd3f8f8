import { basename, join, resolve } from "node:path";
import { directoriesIn, fileSha256 } from "../revisions.ts";
import { type StandingReport, standingReports } from "../tie/standing-reports.ts";

/** A book whose nightly reports stand in a directory. */
export interface StandingBook {
  readonly book: string;
  readonly reports: ReadonlyArray<StandingReport>;
}

/** The books of a directory: of the output directory all of them, of a book's that one; of a report's none. */
export const standingBooks = async (dir: string): Promise<ReadonlyArray<StandingBook>> => {
  const own = await standingReports(dir);
  if (own.length > 0) return [{ book: basename(resolve(dir)), reports: own }];
  const books = await Promise.all(
    (await directoriesIn(dir))
      .toSorted()
      .map(async (book) => ({ book, reports: await standingReports(join(dir, book)) })),
  );
  return books.filter(({ reports }) => reports.length > 0);
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
    (await standingBooks(dir)).map(async ({ book, reports }) => {
      const newest = reports.at(-1);
      const sha256 = newest && (await manifestSha256(newest));
      return newest && sha256
        ? [{ book, report: `${newest.day}/r${newest.revision}`, manifestSha256: sha256 }]
        : [];
    }),
  );
  return heads.flat();
};

/** The hash of a report's manifest; undefined where it cannot be read. */
export const manifestSha256 = ({ directory }: StandingReport): Promise<string | undefined> =>
  fileSha256(join(directory, "manifest.json")).catch(() => undefined);
