import { join } from "node:path";
import { Effect } from "effect";
import { Ledger } from "../../ledger/Ledger.ts";
import { publishing, ReportChanged } from "../failure.ts";
import { fileSha256, revisionsIn } from "../revisions.ts";
import type { Problem } from "../verify/problem.ts";
import { readManifest } from "../verify/published-manifest.ts";
import { noFilesIn } from "../verify/strangers.ts";
import { MANIFEST, verifyFiles } from "../verify/verify-files.ts";

/** What is otherwise in a report's directory than it was published; `recorded` is its manifest's hash, where the ledger knows it. */
const changesIn = async (
  directory: string,
  recorded: string | undefined,
): Promise<ReadonlyArray<Problem>> => {
  const noFiles = await noFilesIn(directory);
  if (noFiles.length > 0) return noFiles;
  const read = await readManifest(join(directory, MANIFEST));
  if (!("manifest" in read)) return [{ file: MANIFEST, problem: read.problem }];
  const files = await verifyFiles(directory, read.manifest);
  if (files.length > 0 || recorded === undefined) return files;
  return (await fileSha256(join(directory, MANIFEST))) === recorded
    ? []
    : [{ file: MANIFEST, problem: "is not the one that the ledger knows" }];
};

/** Where revisions of a report stand, and what the ledger knows them by. */
export interface PublishedPlace {
  readonly out: string;
  readonly book: string;
  /** A day, or a window of one's own, of which the ledger knows nothing. */
  readonly place: string;
}

/**
 * Fails with {@link ReportChanged} where a revision of a day is not as it was published: it would be called unchanged, or
 * another one be published beside it without a word.
 */
export const refuseChanged = Effect.fn("refuseChanged")(function* ({ out, book, place }: PublishedPlace) {
  const dayDir = join(out, book, place);
  const reports = yield* (yield* Ledger).publishedReports(book);
  for (const revision of yield* publishing(dayDir, "write", () => revisionsIn(dayDir))) {
    const known = reports.find((one) => one.day === place && one.revision === revision);
    const directory = join(dayDir, `r${revision}`);
    const [change] = yield* publishing(directory, "write", () => changesIn(directory, known?.manifestSha256));
    if (change === undefined) continue;
    const rebuilds =
      known === undefined
        ? ""
        : ` (\`tieout report --as-of ${known.asOf} --out DIR\` rebuilds it in another directory)`;
    return yield* new ReportChanged({
      place: directory,
      problem: `is not as it was published: ${change.file} ${change.problem}. Put back what was published${rebuilds}, or move ${directory} out of the way; then run again`,
    });
  }
});
