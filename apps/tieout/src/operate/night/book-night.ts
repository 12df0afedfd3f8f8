import { join } from "node:path";
import { addDays, type ListedException, reachesSeverity } from "@tieout/reconcile";
import { Clock, Console, Effect } from "effect";
import { computingObserver } from "../../close/cache/computing-observer.ts";
import { closeBook } from "../../close/close-book.ts";
import { UsageWrong } from "../../config/faults.ts";
import type { Night } from "../../config/Night.ts";
import { type Roster, readRosters } from "../../config/rosters/read-rosters.ts";
import type { Settings } from "../../config/Settings.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { looseModes } from "../../ledger/sqlite/loose-modes.ts";
import { emailKey } from "../../ledger/store/email-key.ts";
import type { Run } from "../../ledger/store/Run.ts";
import type { RunFacts } from "../../ledger/store/RunFacts.ts";
import { CurrentIndexPace } from "../../publish/index-page/IndexPace.ts";
import { type Pulling, printedRun } from "../../publish/printed-run.ts";
import {
  confirmReports,
  publishIncomplete,
  publishReport,
  publishWindow,
} from "../../publish/publish-report.ts";
import { placeOf } from "../../publish/revisions.ts";
import { unsignedWarnings } from "../../publish/signature.ts";
import { checkOutput } from "../../publish/staging.ts";
import { refuseChanged } from "../../publish/tie/changed-report.ts";
import { tieReports } from "../../publish/tie/tie-reports.ts";
import { Progress } from "../../pull/Progress.ts";
import { pullBook, unreadOf } from "../../pull/pull-book.ts";
import type { SourceFailed } from "../../sources/SourceFailed.ts";
import { type Summary, summarise } from "./summarise.ts";

/** A book that was reported on, or had nothing new to publish. */
export interface Outcome {
  readonly summary: Summary;
  /** Whether an open exception is at least as severe as `--fail-on`. */
  readonly reachesFailOn: boolean;
  /** Why a source could not be asked, where one is down: the report is incomplete. */
  readonly down: SourceFailed | undefined;
  /** What was asked of the sources; null where the report was made from the ledger alone. */
  readonly pulling: Pulling | null;
}

/** A run to report on, and what came before: the pull, where this very process did it. */
interface Reportable {
  readonly run: Run;
  readonly facts: RunFacts;
  readonly prepared: Prepared;
  readonly startedMs: number;
  readonly pulling: Pulling | null;
  /** How many entities the pull left unread. */
  readonly unread: number;
  readonly down: SourceFailed | undefined;
}

const reaches = (exceptions: ReadonlyArray<ListedException>, failOn: Settings["failOn"]): boolean =>
  failOn !== null && reachesSeverity(exceptions, failOn);

/** What a report begins with. */
interface Prepared {
  readonly rosters: ReadonlyArray<Roster>;
  /** What had to be done for ledger and files to agree, a sentence each. */
  readonly ties: ReadonlyArray<string>;
}

/** Where the report of a night stands: the close may have its window begin earlier, and never end on another day. */
const ownPlace = ({ series, window }: Night) => ({ series, window, day: addDays(window.to, -1) });

/** Sees to it that what was done to ledger and files is said, also where nothing comes of the report. */
const sayingTies =
  (ties: ReadonlyArray<string>) =>
  <A, E, R>(report: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.onError(report, () => Effect.forEach(ties, (tie) => Console.error(tie)));

/**
 * Sees that a report can be put in its place, brings ledger, key and files to agree, and reads whom the cohorts were meant
 * for: what every report begins with.
 */
const prepareBook = Effect.fn("prepareBook")(function* (night: Night) {
  const { settings, book } = night;
  yield* checkOutput(join(settings.out, book.name));
  const rosters = yield* readRosters(book.rosters, yield* emailKey(settings.ledger));
  yield* confirmReports(book.name, settings.out);
  const ties = yield* tieReports(night);
  const place = placeOf(ownPlace(night));
  yield* refuseChanged({ out: settings.out, book: book.name, place }).pipe(sayingTies(ties));
  return { rosters, ties } satisfies Prepared;
});

/** Closes a finished run and publishes its report. */
const closeAndPublish = Effect.fn("closeAndPublish")(function* (
  night: Night,
  { run, facts, prepared, startedMs, pulling, unread, down }: Reportable,
) {
  const { settings } = night;
  const clock = yield* Clock.Clock;
  const isIncomplete = unread > 0 || down !== undefined;
  const closingMs = clock.currentTimeMillisUnsafe();
  const { rosters, ties } = prepared;
  const report = yield* closeBook(night, { run, facts }, { rosters, isIncomplete });
  const closedMs = clock.currentTimeMillisUnsafe();
  const ledger = yield* Ledger;
  const sessions = yield* ledger.sessions(run);
  const detailsRead = yield* ledger.detailsRead(run.book);
  const { name } = yield* ledger.identity;
  const publish = isIncomplete
    ? publishIncomplete
    : night.series === "window"
      ? publishWindow
      : (one: typeof report, how: typeof options) => publishReport(run, one, how);
  const options = {
    out: settings.out,
    dialect: { excel: settings.excel },
    signingKey: settings.signingKey,
    runJson: () =>
      printedRun(settings, run, {
        ...{ ledger: name, rules: report.rules },
        ...{ startedMs, closingMs, closedMs, pulling, sessions, detailsRead },
        endedMs: clock.currentTimeMillisUnsafe(),
      }),
  };
  const publication = yield* publish(report, options);
  const warnings = [
    ...ties,
    ...report.warnings,
    ...publication.notes,
    ...looseModes(settings.ledger),
    ...unsignedWarnings(publication, settings.signingKey !== null),
    ...(yield* (yield* CurrentIndexPace).afterReport(settings.out)),
  ];
  return {
    summary: summarise({ ...report, warnings }, publication),
    reachesFailOn: reaches(report.exceptions, settings.failOn),
    down,
    pulling,
  } satisfies Outcome;
});

/** One night of one book: pull, close, publish. */
export const runBook = Effect.fn("runBook")(function* (night: Night) {
  const startedMs = yield* Clock.currentTimeMillis;
  const prepared = yield* prepareBook(night);
  return yield* Effect.gen(function* () {
    const observer = yield* computingObserver(night, prepared.rosters);
    const { run, facts, sources, down } = yield* pullBook(night, observer).pipe(
      Effect.ensuring((yield* Progress).done),
    );
    const unread = unreadOf(sources);
    return yield* closeAndPublish(night, { run, facts, prepared, startedMs, pulling: sources, unread, down });
  }).pipe(sayingTies(prepared.ties));
});

/**
 * Reports on a book from the ledger alone, as of the settings' instant: the newest run that had finished by
 * then. Fails with `UsageWrong` where there is none.
 */
export const reportBook = Effect.fn("reportBook")(function* (night: Night) {
  const { settings, book } = night;
  const startedMs = yield* Clock.currentTimeMillis;
  const prepared = yield* prepareBook(night);
  return yield* Effect.gen(function* () {
    const found = yield* (yield* Ledger).newestRun(book.name, settings.asOf);
    if (found === undefined)
      return yield* new UsageWrong({
        faults: [
          {
            where: "--as-of",
            problem: `is ${settings.asOf}, before the first run of ${book.name} that finished and was not pruned`,
          },
        ],
      });
    return yield* closeAndPublish(night, {
      ...found,
      prepared,
      startedMs,
      pulling: null,
      unread: 0,
      down: undefined,
    });
  }).pipe(sayingTies(prepared.ties));
});
