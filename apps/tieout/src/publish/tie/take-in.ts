import { join } from "node:path";
import { capturedNamed, type ExceptionRow, type PublishedFigures, refundedNamed } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../../config/Night.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { PublishedReport, ReportRecord } from "../../ledger/reports/PublishedReport.ts";
import type { CurrencyAmount } from "../../ledger/reports/ReportOutline.ts";
import { NOT_ASKED, type RunFacts } from "../../ledger/store/RunFacts.ts";
import { ReportChanged } from "../failure.ts";
import { withoutZeros } from "../outline.ts";
import { fileSha256 } from "../revisions.ts";
import { cohorts } from "../tables/cohorts.ts";
import { decisions } from "../tables/decisions.ts";
import { exceptions } from "../tables/exceptions.ts";
import { restatements } from "../tables/restatements.ts";
import { settlements } from "../tables/settlements.ts";
import { reasonOf } from "../verify/problem.ts";
import { type PublishedManifest, readManifest } from "../verify/published-manifest.ts";
import { cell } from "../verify/read-csv.ts";
import { verifyReport } from "../verify/verify-report.ts";
import { lostDecisions, newlyEnded } from "./lost-decisions.ts";
import { publishedRows } from "./published-rows.ts";
import { rebuiltException } from "./rebuilt-exceptions.ts";
import { rebuiltFigures } from "./rebuilt-figures.ts";
import { type StandingReport, writerOf } from "./standing-reports.ts";

/** Everything that the files of a report say, as far as a ledger keeps it. */
const readFiles = async (directory: string) => {
  const { problems } = await verifyReport(directory, { signers: null });
  const [first] = problems;
  if (first !== undefined)
    throw new Error(`does not verify (${join(directory, first.file)} ${first.problem})`);
  const read = await readManifest(join(directory, "manifest.json"));
  if (!("manifest" in read)) throw new Error(`has a manifest that ${read.problem}`);
  const rows = async (table: Parameters<typeof publishedRows>[1]) => publishedRows(directory, table);
  return {
    manifest: read.manifest,
    manifestSha256: await fileSha256(join(directory, "manifest.json")),
    writer: await writerOf(directory),
    settlements: await rows(settlements),
    cohorts: await rows(cohorts),
    restatements: await rows(restatements),
    exceptions: await rows(exceptions),
    decisions: await rows(decisions),
  };
};

type ReadFiles = Awaited<ReturnType<typeof readFiles>>;

const reading = <A>({ directory }: StandingReport, read: () => Promise<A>) =>
  Effect.tryPromise({
    try: read,
    catch: (cause) =>
      new ReportChanged({
        place: directory,
        problem: `was published from this ledger, which lost it, and ${reasonOf(cause)}: it cannot be taken in; put back what was published, or move it out of the way, and run again`,
      }),
  });

const factsIn = ({ sources }: PublishedManifest): RunFacts =>
  Object.fromEntries(
    Object.entries(sources).map(([name, { configured, asked = configured, mode, listed = 0 }]) => [
      name,
      { ...NOT_ASKED, configured, asked, mode, listed },
    ]),
  );

const conventionsIn = ({ conventions = [] }: PublishedManifest): ReportRecord["conventions"] =>
  conventions.flatMap(({ processor_name: processorName, total, basis }) => {
    if (basis === null) return [];
    const named = total === "captured" ? capturedNamed(basis) : refundedNamed(basis);
    return named === null ? [] : [{ processorName, total, basis: named }];
  });

/** Of what is final, a total of each currency in which it is one. */
const finalAmounts = (
  { settlements }: PublishedManifest["totals"],
  total: "net_computed" | "unexplained_absolute",
): ReadonlyArray<CurrencyAmount> =>
  Object.entries(settlements).flatMap(([currency, { final }]) => {
    const amount = final?.[total] ?? null;
    return amount === null ? [] : [{ currency, amount }];
  });

const outlineIn = ({ verdict, exceptions: counted, totals }: PublishedManifest): ReportRecord["outline"] => ({
  verdict,
  exceptions: { open: counted.open, decided: counted.decided ?? 0, bySeverity: counted.by_severity },
  unexplained: withoutZeros(finalAmounts(totals, "unexplained_absolute")),
  settled: finalAmounts(totals, "net_computed"),
});

/** What earlier reports said, which the files of a report do not repeat. */
interface SaidBefore {
  readonly report: PublishedReport | undefined;
  readonly exceptions: ReadonlyMap<string, ExceptionRow>;
  readonly published: ReadonlyMap<string, PublishedFigures>;
}

const saidBefore = Effect.fnUntraced(function* (
  book: string,
  { manifest: { previous } }: ReadFiles,
  standing: StandingReport,
) {
  const none: SaidBefore = { report: undefined, exceptions: new Map(), published: new Map() };
  if (previous === null) return none;
  const ledger = yield* Ledger;
  const [day = "", revision = ""] = previous.report.split("/r");
  const report = yield* ledger.reportAt(book, day, Number(revision));
  if (report?.manifestSha256 !== previous.manifest_sha256)
    return yield* new ReportChanged({
      place: standing.directory,
      problem: `was published from this ledger, which lost it, and follows a ${previous.report} that the ledger does not know: restore a later backup`,
    });
  const rows = yield* ledger.reportExceptions(report);
  return {
    report,
    exceptions: new Map(rows.map((row) => [row.exceptionId, row])),
    published: yield* ledger.figures(report, () => true),
  } satisfies SaidBefore;
});

/**
 * Takes in a report that was published from this ledger and that it lost: figures, exceptions, decisions and the way in
 * which processors counted, from its files. What its run saw of the sources is lost; the next pull reads it again.
 *
 * Gives how many credential batches the files say nothing of but that they were shown. Fails with {@link ReportChanged}
 * where the files do not verify, or do not follow on what the ledger knows.
 */
export const takeIn = Effect.fn("takeIn")(function* ({ book, calendar }: Night, standing: StandingReport) {
  const ledger = yield* Ledger;
  const { day, revision } = standing;
  const files = yield* reading(standing, () => readFiles(standing.directory));
  const { manifest } = files;
  const before = yield* saidBefore(book.name, files, standing);
  const asOf = manifest.as_of ?? `${manifest.window.to}T00:00:00.000Z`;
  const taken = yield* reading(standing, async () => ({
    exceptions: files.exceptions.map((row) => rebuiltException(row, { day, previous: before.exceptions })),
    figures: rebuiltFigures(files, {
      day,
      dayOf: (instant) => calendar.dayOf(instant),
      published: before.published,
    }),
  }));
  const known = yield* ledger.decisions(book.name, LAST_INSTANT);
  const lost = yield* reading(standing, async () =>
    lostDecisions(files.decisions, known, {
      ...{ report: `${day}/r${revision}`, asOf },
      exceptions: new Map(taken.exceptions.map((row) => [row.exceptionId, row])),
      sentences: new Map(
        files.exceptions.map((row) => [cell(row, "exception_id"), cell(row, "what_happened")]),
      ),
    }),
  );
  yield* ledger.decide(lost.map((entry) => ({ book: book.name, entry })));
  const ended = before.report === undefined ? new Map() : yield* ledger.endedDecisions(before.report);
  const run = yield* ledger.takeInRun({
    ...{ book: book.name, asOf, day: manifest.window.to },
    sources: factsIn(manifest),
  });
  const record: ReportRecord = {
    ...{ day, revision, asOf, manifestSha256: files.manifestSha256 },
    window: { from: manifest.window.from, to: manifest.window.to },
    rules: files.writer.rules ?? null,
    outline: outlineIn(manifest),
    exceptions: taken.exceptions,
    endedDecisions: newlyEnded(files.decisions, yield* ledger.decisions(book.name, LAST_INSTANT), ended),
    figures: taken.figures.records,
    conventions: conventionsIn(manifest),
  };
  yield* ledger.publish(run, record, Effect.void);
  return taken.figures.withoutFigures;
});

/** No decision is made later. */
const LAST_INSTANT = "9999-12-31T23:59:59.999Z";
