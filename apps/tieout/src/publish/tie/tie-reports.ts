import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { Effect } from "effect";
import { ConfigurationWrong } from "../../config/faults.ts";
import type { Night } from "../../config/Night.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { PublishedReport } from "../../ledger/reports/PublishedReport.ts";
import { publishing, ReportNotWritten } from "../failure.ts";
import { LATEST } from "../staging.ts";
import {
  manifestSha256,
  reportName,
  type StandingReport,
  standingReports,
  writerOf,
} from "./standing-reports.ts";
import { takeIn } from "./take-in.ts";

/** Fails where the name of the link to the newest report is taken, before anything is asked or written. */
const refuseTakenLatest = Effect.fnUntraced(function* (bookDir: string) {
  const latest = join(bookDir, LATEST);
  const found = yield* publishing(latest, "create", () => lstat(latest).catch(() => undefined));
  if (found === undefined || found.isSymbolicLink()) return;
  return yield* new ReportNotWritten({
    place: latest,
    step: "create",
    reason: `the name is taken by ${found.isDirectory() ? "a directory" : "a file"}, and has to be a link to the newest report: move it away`,
  });
});

/** Whether a report is one that the ledger knows, to the byte of its manifest. */
const isKnownAs = (report: PublishedReport | undefined, standing: StandingReport) =>
  Effect.map(
    Effect.promise(() => manifestSha256(standing)),
    (sha256) => report !== undefined && sha256 === report.manifestSha256,
  );

/** The reports of a book as they stand, of which there is one at least. */
interface Standing {
  readonly night: Night;
  readonly standing: ReadonlyArray<StandingReport>;
  readonly newest: StandingReport;
}

/** What the ledger and the reports of its book know of each other. */
interface Tie extends Standing {
  readonly known: ReadonlyMap<string, PublishedReport>;
}

const refused = ({ night: { settings } }: Standing, problem: string) =>
  new ConfigurationWrong({ faults: [{ where: `The ledger ${settings.ledger.name}`, problem }] });

const REMEDY = "name the right ledger with --ledger, or restore it from a backup";

const knowsNone = (standing: Standing) => {
  const { settings, book } = standing.night;
  return refused(
    standing,
    `knows none of the reports of ${book.name} that stand in ${join(settings.out, book.name)}, the newest of them ${reportName(standing.newest)}: ${REMEDY}; with --new-ledger it begins anew beside them`,
  );
};

/** Fails where the newest report was published from another ledger; gives what has to be said where that is meant. */
const refuseOthers = Effect.fnUntraced(function* (tie: Tie) {
  const { known, standing, newest } = tie;
  const { settings, book } = tie.night;
  const knowsAny = standing.some((report) => known.has(reportName(report)));
  if (yield* isKnownAs(known.get(reportName(newest)), newest))
    return settings.isNewLedger
      ? [`--new-ledger changed nothing: this ledger knows the newest report of ${book.name}`]
      : [];
  const { name } = yield* (yield* Ledger).identity;
  const { ledger: writer } = yield* publishing(newest.directory, "write", () => writerOf(newest.directory));
  if (writer === name) return [];
  if (!knowsAny && settings.isNewLedger)
    return [
      `A new ledger begins beside the reports of ${book.name}, the newest of them ${reportName(newest)}: what it reports is compared with none of them`,
    ];
  const { directory } = newest;
  if (!knowsAny) return yield* knowsNone(tie);
  const other =
    writer === undefined
      ? "does not say from which ledger it was written"
      : "was written from another ledger";
  return yield* refused(
    tie,
    `did not publish ${directory}, the newest report of ${book.name}, which ${other}: ${REMEDY}, or give this one another --out`,
  );
});

/** Takes in the reports that the ledger published and lost, oldest first; gives what has to be said of it. */
const takeInLost = Effect.fnUntraced(function* ({ night, known, standing }: Tie) {
  const { name } = yield* (yield* Ledger).identity;
  const taken: Array<StandingReport> = [];
  let withoutFigures = 0;
  for (const report of standing.filter((one) => !known.has(reportName(one)))) {
    const { ledger: writer } = yield* publishing(report.directory, "write", () => writerOf(report.directory));
    if (writer !== name) continue;
    withoutFigures += yield* takeIn(night, report);
    taken.push(report);
  }
  if (taken.length === 0) return [];
  const lacking =
    withoutFigures === 0
      ? ""
      : `; of ${withoutFigures} credential batches they show the cohort alone, so what changed in those since is not restated`;
  return [
    `The ledger did not know ${taken.map(reportName).join(", ")} of ${night.book.name}, which it had published: as a restored backup. Took them in from their files${lacking}`,
  ];
});

/** Looks at the reports of a book; undefined where none stands. Fails where the name of `latest` is taken. */
const lookAt = Effect.fnUntraced(function* (night: Night) {
  const bookDir = join(night.settings.out, night.book.name);
  yield* refuseTakenLatest(bookDir);
  const standing = yield* publishing(bookDir, "create", () => standingReports(bookDir));
  const newest = standing.at(-1);
  return newest === undefined ? undefined : ({ night, standing, newest } satisfies Standing);
});

const tieOf = Effect.fnUntraced(function* (standing: Standing) {
  const reports = yield* (yield* Ledger).publishedReports(standing.night.book.name);
  const known = new Map(reports.map((report) => [reportName(report), report]));
  return { ...standing, known } satisfies Tie;
});

/** Fails as {@link tieReports} would before it changes anything. Gives what a run would have to say of it. */
export const checkTies = Effect.fn("checkTies")(function* (night: Night) {
  const standing = yield* lookAt(night);
  return standing === undefined ? [] : yield* refuseOthers(yield* tieOf(standing));
});

/** The same where there is no ledger yet, which a run would begin. */
export const checkTiesWithoutLedger = Effect.fn("checkTiesWithoutLedger")(function* (night: Night) {
  const standing = yield* lookAt(night);
  if (standing !== undefined && !night.settings.isNewLedger) return yield* knowsNone(standing);
});

/**
 * Brings a ledger and the reports that stand in its book's directory to agree, before any source is asked. Gives what has
 * to be said of it.
 *
 * Fails with `ReportNotWritten` (exit 73) where the name of `latest` is taken; with `ConfigurationWrong` where the newest
 * report is another ledger's, or the ledger knows none and nobody said `--new-ledger`. Reports of its own that it lost, as
 * a restored backup did, are taken in; one that does not verify is `ReportChanged`.
 */
export const tieReports = Effect.fn("tieReports")(function* (night: Night) {
  const standing = yield* lookAt(night);
  if (standing === undefined) return [];
  const tie = yield* tieOf(standing);
  return [...(yield* refuseOthers(tie)), ...(yield* takeInLost(tie))];
});
