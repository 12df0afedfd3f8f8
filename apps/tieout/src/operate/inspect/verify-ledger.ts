import { existsSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { UsageWrong } from "../../config/faults.ts";
import type { LedgerPlace } from "../../config/ledger-place.ts";
import type { LedgerContents } from "../../ledger/inspect/LedgerOverview.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { isLedgerThere, openToLook } from "../../ledger/open-ledger.ts";
import type { PublishedReport, RecordedReport } from "../../ledger/reports/PublishedReport.ts";
import { tiedKey } from "../../ledger/store/email-key.ts";
import { manifestSha256, reportName, type StandingReport } from "../../publish/tie/standing-reports.ts";
import { type StandingBook, standingBooks } from "../../publish/verify/heads.ts";
import type { Problem } from "../../publish/verify/problem.ts";
import { type Verification, verifyReports } from "../../publish/verify/verify-reports.ts";

const wrong = (problem: string) => new UsageWrong({ faults: [{ where: "--ledger", problem }] });

const requireThere = Effect.fnUntraced(function* (place: LedgerPlace) {
  if (yield* isLedgerThere(place)) return;
  const lacking = place.database === "sqlite" ? "there is no such file" : "there is no ledger there";
  return yield* wrong(`is ${place.name}, and ${lacking}`);
});

/**
 * Reads every row of a ledger, details among them, and holds its key against it; nothing is written. Fails with
 * `LedgerFailed` where a row is damaged or the key is missing or another's, with `UsageWrong` where there is no such file.
 */
export const verifyLedger = Effect.fn("verifyLedger")(function* (place: LedgerPlace) {
  yield* requireThere(place);
  return yield* Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.everyRow;
    yield* tiedKey(place);
    const contents: LedgerContents = yield* ledger.contents;
    return contents;
  }).pipe(Effect.provide(openToLook(place)));
});

/** What is wrong with a report that stands where the ledger published `published`, or nothing. */
const compareReport = Effect.fnUntraced(function* (
  standing: StandingReport,
  published: PublishedReport | undefined,
) {
  const file = standing.directory;
  if (published === undefined) return [{ file, problem: "is no report that the ledger published" }];
  const sha256 = yield* Effect.promise(() => manifestSha256(standing));
  return sha256 === published.manifestSha256
    ? []
    : [{ file, problem: "is not the report that the ledger published there: its manifest is another" }];
});

/** What differs between the nightly reports of a book that stand in a directory, and those that the ledger published. */
const compareBook = Effect.fnUntraced(function* ({ book, directory, reports }: StandingBook) {
  const published = yield* (yield* Ledger).publishedReports(book);
  const known = new Map(published.map((report) => [reportName(report), report]));
  const there = new Set(reports.map(reportName));
  const [oldest] = reports.map(({ day }) => day).toSorted();
  // `tieout prune --reports` takes old days away whole: none that is newer than one that stands.
  const isTakenAway = ({ isPruned, day }: RecordedReport): boolean =>
    isPruned && oldest !== undefined && day < oldest;
  const missing = [...known]
    .filter(([name, report]) => !there.has(name) && !isTakenAway(report))
    .map(([name]) => ({ file: join(directory, name), problem: "is missing, and the ledger published it" }));
  const others = yield* Effect.forEach(reports, (report) =>
    compareReport(report, known.get(reportName(report))),
  );
  return [...missing, ...others.flat()];
});

/**
 * Compares the nightly reports under the output directory, or a book's, with what the ledger says was published: what was
 * edited with hashes made anew, made up or taken away is found. Windows of one's own and incomplete reports are not
 * compared, since the ledger keeps no hash of them. Fails with `UsageWrong` for the directory of single reports, and as
 * {@link verifyLedger} does, but reads no details.
 */
const compareWithLedger = Effect.fn("compareWithLedger")(function* (dir: string, place: LedgerPlace) {
  yield* requireThere(place);
  const { books: standing, isOneBook } = yield* Effect.promise(() => standingBooks(dir));
  return yield* Effect.gen(function* () {
    const { books } = yield* (yield* Ledger).contents;
    const isOutput = !isOneBook && (standing.length > 0 || existsSync(join(dir, "index.html")));
    if (!isOneBook && !isOutput)
      return yield* wrong(`compares a book's directory or the output directory, and ${dir} is neither`);
    // A book's own directory says nothing of the others.
    const lost = isOneBook ? [] : books.filter((name) => !standing.some(({ book }) => book === name));
    const all = [...standing, ...lost.map((book) => ({ book, directory: join(dir, book), reports: [] }))];
    const found: ReadonlyArray<ReadonlyArray<Problem>> = yield* Effect.forEach(all, compareBook);
    return found.flat();
  }).pipe(Effect.provide(openToLook(place)));
});

/** What a directory of reports is held against, beside what they say of themselves. */
interface Against {
  /** A file of allowed signers. */
  readonly signers: string | undefined;
  /** A ledger. */
  readonly ledger: LedgerPlace | undefined;
}

/** Checks reports as {@link verifyReports} does, and compares them with a ledger where one is given. */
export const verifyAgainst = Effect.fn("verifyAgainst")(function* (
  dir: string,
  { signers, ledger }: Against,
) {
  const verified = yield* verifyReports(dir, signers);
  if (ledger === undefined) return verified;
  const found = yield* compareWithLedger(dir, ledger);
  return {
    ...verified,
    problems: [...verified.problems, ...found],
    isVerified: verified.isVerified && found.length === 0,
  } satisfies Verification;
});
