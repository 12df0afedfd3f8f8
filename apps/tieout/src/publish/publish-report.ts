import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import type { Report } from "../close/Report.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { RecordedReport, ReportRecord } from "../ledger/reports/PublishedReport.ts";
import { NO_REVISION, type SideReport } from "../ledger/reports/ReportOutline.ts";
import type { Run } from "../ledger/store/Run.ts";
import type { SigningKey } from "../signatures/signing-key.ts";
import { sshSignatureOf } from "../signatures/ssh-signature.ts";
import type { CsvDialect, WrittenFile } from "./csv.ts";
import { publishing, withBytesNeeded } from "./failure.ts";
import { manifest } from "./manifest.ts";
import { outlineOf } from "./outline.ts";
import { printedJson } from "./printed-json.ts";
import { fileSha256, holdsSameCsvs, INCOMPLETE, newestRevision, placeOf } from "./revisions.ts";
import { SIGNATURE, SUMS } from "./signature.ts";
import { moveIntoPlace, moveLatest, stagingDirectory } from "./staging.ts";
import { printedSums, writeCsvs, writeDocuments } from "./write-files.ts";
import { writePieces } from "./write-pieces.ts";

/** Where a report stands, and whether this run put it there. */
export interface Publication {
  /** The revision's directory, or that of an incomplete report. */
  readonly directory: string;
  /** From 1; 0 for an incomplete report, which has none. */
  readonly revision: number;
  /** False when the newest revision of the day already held these figures. */
  readonly isNew: boolean;
  /** What an operator should know of it, one sentence each. */
  readonly notes: ReadonlyArray<string>;
}

const MANIFEST = "manifest.json";

/** Adds to the failure of a report that found no room how much its files take. */
const withRoomNeeded = (report: Report, dialect: CsvDialect) =>
  withBytesNeeded(async () => {
    const csvs = await writeCsvs(null, report, dialect);
    const files = [...csvs, ...(await writeDocuments(null, report, csvs))];
    return files.reduce((sum, { bytes }) => sum + bytes, 0);
  });

/** What makes staged CSVs a report. */
interface Completion {
  readonly revision: number;
  readonly csvs: ReadonlyArray<WrittenFile>;
  readonly runJson: () => string;
  readonly signingKey: SigningKey | null;
}

/** Adds to staged CSVs what makes them a report; returns the SHA-256 of the manifest. */
const completeStaging = async (
  staging: string,
  report: Report,
  { revision, csvs, runJson, signingKey }: Completion,
): Promise<string> => {
  const files = [...csvs, ...(await writeDocuments(staging, report, csvs))];
  const write = (name: string, text: string) => writePieces(join(staging, name), [text]);
  const { sha256 } = await write(MANIFEST, printedJson(manifest(report, revision, files)));
  await write("run.json", runJson());
  const sums = printedSums([...files, { name: MANIFEST, sha256 }]);
  await write(SUMS, sums);
  if (signingKey !== null) await write(SIGNATURE, sshSignatureOf(signingKey, sums));
  return sha256;
};

/** How a report is published. */
interface PublishOptions {
  readonly out: string;
  readonly dialect: CsvDialect;
  /** Makes the text of `run.json`. */
  readonly runJson: () => string;
  /** What its sums are signed with; null for a report without a signature. */
  readonly signingKey: SigningKey | null;
}

/**
 * Writes the CSVs of a report aside, and sees which revision they would be: the newest again where they are the same,
 * else the next one, or `rebuilt` where that is later: a report that is made again elsewhere keeps its number.
 */
const stageRevision = Effect.fnUntraced(function* (
  report: Report,
  { out, dialect }: PublishOptions,
  rebuilt = 0,
) {
  const bookDir = join(out, report.book);
  const dayDir = join(bookDir, placeOf(report));
  const staging = yield* stagingDirectory(bookDir);
  const newest = yield* publishing(dayDir, "create", () => newestRevision(dayDir));
  const csvs = yield* publishing(staging, "write", () => writeCsvs(staging, report, dialect)).pipe(
    withRoomNeeded(report, dialect),
  );
  const isNew = !(yield* publishing(dayDir, "write", () => holdsSameCsvs(join(dayDir, `r${newest}`), csvs)));
  const revision = isNew ? Math.max(newest + 1, rebuilt) : newest;
  return { bookDir, dayDir, staging, csvs, isNew, revision, directory: join(dayDir, `r${revision}`) };
});

/** Makes a report of staged CSVs; gives the SHA-256 of its manifest, and what moves it into its place. */
const completeRevision = Effect.fnUntraced(function* (
  report: Report,
  { staging, csvs, dayDir, revision, directory }: Effect.Success<ReturnType<typeof stageRevision>>,
  { dialect, runJson, signingKey }: PublishOptions,
) {
  const manifestSha256 = yield* publishing(staging, "write", () =>
    completeStaging(staging, report, { revision, csvs, runJson, signingKey }),
  ).pipe(withRoomNeeded(report, dialect));
  const move = publishing(directory, "write", () => moveIntoPlace(staging, dayDir, `r${revision}`));
  return { manifestSha256, move };
});

/** Takes the incomplete report of a place away: it is whole now, and would only be mistaken for news. */
const removeIncomplete = Effect.fnUntraced(function* (report: Report, dayDir: string) {
  const removal = publishing(dayDir, "write", () =>
    rm(join(dayDir, INCOMPLETE), { recursive: true, force: true }),
  );
  const ledger = yield* Ledger;
  yield* ledger.forgetIncomplete({ book: report.book, place: placeOf(report) }, removal);
});

/** What the ledger remembers of a report that no later one is compared with. */
const sideReportOf = (report: Report, revision: number): SideReport => ({
  book: report.book,
  place: placeOf(report),
  window: report.series === "window" ? report.window : null,
  revision,
  outline: outlineOf(report),
});

/**
 * Publishes a nightly report as the next revision of its day: written aside, flushed, recorded in the ledger and
 * renamed into place in one transaction, and `latest` moved last.
 *
 * Publishes nothing when the newest revision of the day already holds the same CSVs. Fails with `ReportNotWritten`,
 * `LedgerFailed` or `LeaseLost`; whatever stood in `out` before still stands.
 */
export const publishReport = Effect.fn("publishReport")(
  function* (run: Run, report: Report, options: PublishOptions) {
    const ledger = yield* Ledger;
    const { book, day } = report;
    const published = yield* ledger.publishedReports(book);
    // Of the same run and instant: made again, elsewhere or in place of files that were lost.
    const isRebuilt = (one: RecordedReport): boolean =>
      one.day === day && one.run === run.id && one.asOf === report.asOf;
    const rebuilt = published.findLast(isRebuilt)?.revision;
    const staged = yield* stageRevision(report, options, rebuilt);
    const { bookDir, dayDir, isNew, revision, directory } = staged;
    const recordOf = (manifestSha256: string): ReportRecord => ({
      day,
      revision,
      window: report.window,
      manifestSha256,
      asOf: report.asOf,
      rules: report.rules,
      outline: outlineOf(report),
      exceptions: report.newExceptions.traced,
      endedDecisions: report.newExceptions.endedDecisions,
      figures: report.newFigures,
      conventions: report.conventions,
    });

    const notes: Array<string> = [];
    const recorded = published.find((one) => one.day === day && one.revision === revision);
    if (isNew) {
      const { manifestSha256, move } = yield* completeRevision(report, staged, options);
      if (recorded === undefined || !isRebuilt(recorded))
        yield* ledger.publish(run, recordOf(manifestSha256), move);
      else {
        // What later reports are compared with stays as it was published.
        yield* ledger.whileLeased(move);
        if (manifestSha256 !== recorded.manifestSha256)
          notes.push(
            `${directory} is not, to the byte, the ${day}/r${revision} that was published: settings or tieout are others now, and the ledger keeps that one`,
          );
      }
    } else if (recorded === undefined) {
      // The directory outlived its ledger: what it says is what this run says.
      const manifestSha256 = yield* publishing(directory, "write", () =>
        fileSha256(join(directory, MANIFEST)),
      );
      yield* ledger.publish(run, recordOf(manifestSha256), Effect.void);
    }
    // In UTC: of a right clock no report is of a later day, since it is of a day that is over.
    const today = printInstant(yield* Clock.currentTimeMillis).slice(0, 10);
    const move = publishing(bookDir, "write", () => moveLatest(bookDir, { day, revision }, today));
    // A run that was overtaken while it stood still would move `latest` back.
    yield* ledger.whileLeased(move);
    yield* removeIncomplete(report, dayDir);
    return { directory, revision, isNew, notes } satisfies Publication;
  },
  Effect.scoped,
  // Between record, rename and `latest` a signal waits: the three take milliseconds and belong together.
  Effect.uninterruptible,
);

/**
 * Publishes the report on a window of one's own, beside the nightly ones, as the next revision of that window. `latest`
 * does not lead to it, and the ledger remembers it for the page of all nights alone: no report is ever compared with it.
 */
export const publishWindow = Effect.fn("publishWindow")(
  function* (report: Report, options: PublishOptions) {
    const staged = yield* stageRevision(report, options);
    const { dayDir, isNew, revision, directory } = staged;
    const move = isNew ? (yield* completeRevision(report, staged, options)).move : Effect.void;
    // Also where its directory was there before: it may have outlived its ledger.
    yield* (yield* Ledger).recordSide(sideReportOf(report, revision), move);
    yield* removeIncomplete(report, dayDir);
    return { directory, revision, isNew, notes: [] } satisfies Publication;
  },
  Effect.scoped,
  Effect.uninterruptible,
);

/**
 * Publishes what is known of a day that could not be read in whole: into `<day>/incomplete`, replaced each
 * time. It is no revision, `latest` never points at it, and the ledger remembers it for the page of all nights alone.
 */
export const publishIncomplete = Effect.fn("publishIncomplete")(
  function* (report: Report, options: PublishOptions) {
    const bookDir = join(options.out, report.book);
    const dayDir = join(bookDir, placeOf(report));
    const staging = yield* stagingDirectory(bookDir);
    const csvs = yield* publishing(staging, "write", () => writeCsvs(staging, report, options.dialect)).pipe(
      withRoomNeeded(report, options.dialect),
    );
    const place = publishing(join(dayDir, INCOMPLETE), "write", async () => {
      await completeStaging(staging, report, { ...options, revision: NO_REVISION, csvs });
      await rm(join(dayDir, INCOMPLETE), { recursive: true, force: true });
      await moveIntoPlace(staging, dayDir, INCOMPLETE);
    });
    yield* (yield* Ledger).recordSide(sideReportOf(report, NO_REVISION), place);
    const directory = join(dayDir, INCOMPLETE);
    return { directory, revision: NO_REVISION, isNew: true, notes: [] } satisfies Publication;
  },
  Effect.scoped,
  Effect.uninterruptible,
);

/**
 * Looks for the files of every report that a killed run recorded and did not commit, and confirms to the ledger
 * those that got into place; the others are forgotten.
 */
export const confirmReports = Effect.fn("confirmReports")(function* (book: string, out: string) {
  const ledger = yield* Ledger;
  for (const report of yield* ledger.unconfirmed(book)) {
    const file = join(out, book, report.day, `r${report.revision}`, MANIFEST);
    const isCommitted = yield* publishing(file, "write", async () =>
      existsSync(file) ? (await fileSha256(file)) === report.manifestSha256 : false,
    );
    yield* ledger.confirm(report, isCommitted);
  }
});
