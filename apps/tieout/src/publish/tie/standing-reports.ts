import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Result, Schema } from "effect";
import { daysIn, fileSha256, revisionsIn } from "../revisions.ts";

/** A nightly report that stands in the directory of its book. */
export interface StandingReport {
  readonly day: string;
  readonly revision: number;
  readonly directory: string;
}

/** How a report is called within its book. */
export const reportName = ({ day, revision }: Pick<StandingReport, "day" | "revision">): string =>
  `${day}/r${revision}`;

/** The hash of a report's manifest; undefined where that cannot be read. */
export const manifestSha256 = ({ directory }: StandingReport): Promise<string | undefined> =>
  fileSha256(join(directory, "manifest.json")).catch(() => undefined);

/** Every nightly report that stands in the directory of a book, by day and revision; links are none. */
export const standingReports = async (bookDir: string): Promise<ReadonlyArray<StandingReport>> => {
  const found: Array<StandingReport> = [];
  for (const day of await daysIn(bookDir))
    for (const revision of await revisionsIn(join(bookDir, day)))
      found.push({ day, revision, directory: join(bookDir, day, `r${revision}`) });
  return found;
};

/** Who made a report, as its `run.json` says: no hash covers that file, and nothing is believed of it that a figure rests on. */
export interface Writer {
  /** The name of the ledger; undefined where it names none, as of an older tieout. */
  readonly ledger?: string | undefined;
  /** A hash of the program. */
  readonly rules?: string | undefined;
}

const decode = Schema.decodeUnknownResult(
  Schema.fromJsonString(
    Schema.Struct({ ledger: Schema.optional(Schema.String), rules: Schema.optional(Schema.String) }),
  ),
);

/** Reads who made a report; of a `run.json` that is not there, or is none, nothing is known. */
export const writerOf = async (directory: string): Promise<Writer> => {
  const file = join(directory, "run.json");
  // A pipe in its place would be waited for.
  const isFile = (await lstat(file).catch(() => undefined))?.isFile() ?? false;
  const decoded = decode(isFile ? await readFile(file, "utf8") : "{}");
  return Result.isSuccess(decoded) ? decoded.success : {};
};
