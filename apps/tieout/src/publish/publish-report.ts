import { join } from "node:path";
import { Effect } from "effect";
import type { Report } from "../close/Report.ts";
import { Ledger, type Run } from "../ledger/Ledger.ts";
import type { CsvDialect, WrittenFile } from "./csv.ts";
import { publishing } from "./failure.ts";
import { manifest } from "./manifest.ts";
import { fileSha256, holdsSameCsvs, newestRevision } from "./revisions.ts";
import { moveIntoPlace, moveLatest, stagingDirectory } from "./staging.ts";
import { printedJson, printedSums, writeCsvs, writeText } from "./write-files.ts";

/** Where a report stands, and whether this run put it there. */
export interface Publication {
  /** The revision's directory. */
  readonly directory: string;
  readonly revision: number;
  /** False when the newest revision of the day already held these figures. */
  readonly isNew: boolean;
}

const MANIFEST = "manifest.json";

/** Adds to staged CSVs what makes them a report; returns the SHA-256 of the manifest. */
const seal = async (
  staging: string,
  { manifestJson, runJson }: { readonly manifestJson: string; readonly runJson: string },
  files: ReadonlyArray<WrittenFile>,
): Promise<string> => {
  const manifestSha256 = await writeText(join(staging, MANIFEST), manifestJson);
  await writeText(join(staging, "run.json"), runJson);
  await writeText(
    join(staging, "SHA256SUMS"),
    printedSums([...files, { name: MANIFEST, sha256: manifestSha256 }]),
  );
  return manifestSha256;
};

/**
 * Publishes a report as the next revision of its day: written aside, flushed, renamed into place in one
 * step, recorded in the ledger, and `latest` moved last.
 *
 * Publishes nothing when the newest revision of the day already holds the same CSVs; its record in the
 * ledger and `latest` are then brought in line, which also heals a run that died between the two.
 * `runJson` makes the text of `run.json`. Fails with `ReportNotWritten` or `LedgerFailed`; whatever stood
 * in `out` before still stands.
 */
export const publishReport = Effect.fn("publishReport")(
  function* (
    run: Run,
    report: Report,
    options: { readonly out: string; readonly dialect: CsvDialect; readonly runJson: () => string },
  ) {
    const ledger = yield* Ledger;
    const bookDir = join(options.out, report.book);
    const dayDir = join(bookDir, report.day);
    const staging = yield* stagingDirectory(bookDir);
    const newest = yield* publishing(dayDir, "create", () => newestRevision(dayDir));
    const files = yield* publishing(staging, "write", () => writeCsvs(staging, report, options.dialect));

    const isNew = !(yield* publishing(dayDir, "write", () =>
      holdsSameCsvs(join(dayDir, `r${newest}`), files),
    ));
    const revision = isNew ? newest + 1 : newest;
    const directory = join(dayDir, `r${revision}`);
    const manifestSha256 = yield* publishing(directory, "write", async () => {
      if (!isNew) return fileSha256(join(directory, MANIFEST));
      const manifestJson = printedJson(manifest(report, revision, files));
      const sealed = await seal(staging, { manifestJson, runJson: options.runJson() }, files);
      await moveIntoPlace(staging, dayDir, `r${revision}`);
      return sealed;
    });
    yield* ledger.recordReport(run, { day: report.day, revision, manifestSha256 }, report.exceptions);
    yield* publishing(bookDir, "write", () => moveLatest(bookDir, report.day, `r${revision}`));
    return { directory, revision, isNew } satisfies Publication;
  },
  Effect.scoped,
  // Between rename, record and `latest` a signal waits: the three take milliseconds and belong together.
  Effect.uninterruptible,
);
