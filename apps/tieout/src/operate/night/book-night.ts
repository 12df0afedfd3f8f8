import { join } from "node:path";
import { type ListedException, reachesSeverity } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
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
import { writeIndex } from "../../publish/index-page/write-index.ts";
import { type Pulling, printedRun } from "../../publish/printed-run.ts";
import {
  confirmReports,
  publishIncomplete,
  publishReport,
  publishWindow,
} from "../../publish/publish-report.ts";
import { unsignedWarnings } from "../../publish/signature.ts";
import { checkOutput } from "../../publish/staging.ts";
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
}

/** A run to report on, and what came before: the pull, where this very process did it. */
interface Reportable {
  readonly run: Run;
  readonly facts: RunFacts;
  readonly rosters: ReadonlyArray<Roster>;
  readonly startedMs: number;
  readonly pulling: Pulling | null;
  /** How many entities the pull left unread. */
  readonly unread: number;
  readonly down: SourceFailed | undefined;
}

const reaches = (exceptions: ReadonlyArray<ListedException>, failOn: Settings["failOn"]): boolean =>
  failOn !== null && reachesSeverity(exceptions, failOn);

/**
 * Sees that a report can be put in its place, brings ledger and files to agree, and reads whom the cohorts were meant for:
 * what every report begins with.
 */
const prepareBook = Effect.fn("prepareBook")(function* ({ settings, book }: Night) {
  yield* checkOutput(join(settings.out, book.name));
  yield* confirmReports(book.name, settings.out);
  return yield* readRosters(book.rosters, yield* emailKey(settings.ledgerFile));
});

/** Closes a finished run and publishes its report. */
const closeAndPublish = Effect.fn("closeAndPublish")(function* (
  night: Night,
  { run, facts, rosters, startedMs, pulling, unread, down }: Reportable,
) {
  const { settings } = night;
  const clock = yield* Clock.Clock;
  const isIncomplete = unread > 0 || down !== undefined;
  const closingMs = clock.currentTimeMillisUnsafe();
  const report = yield* closeBook(night, { run, facts }, { rosters, isIncomplete });
  const closedMs = clock.currentTimeMillisUnsafe();
  const ledger = yield* Ledger;
  const sessions = yield* ledger.sessions(run);
  const detailsRead = yield* ledger.detailsRead(run.book);
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
        ...{ startedMs, closingMs, closedMs, pulling, sessions, detailsRead },
        endedMs: clock.currentTimeMillisUnsafe(),
      }),
  };
  const publication = yield* publish(report, options);
  const warnings = [
    ...report.warnings,
    ...looseModes(settings.ledgerFile),
    ...unsignedWarnings(publication, settings.signingKey !== null),
    ...(yield* writeIndex(settings.out)),
  ];
  return {
    summary: summarise({ ...report, warnings }, publication),
    reachesFailOn: reaches(report.exceptions, settings.failOn),
    down,
  } satisfies Outcome;
});

/** One night of one book: pull, close, publish. */
export const runBook = Effect.fn("runBook")(function* (night: Night) {
  const startedMs = yield* Clock.currentTimeMillis;
  const rosters = yield* prepareBook(night);
  const observer = yield* computingObserver(night, rosters);
  const { run, facts, sources, down } = yield* pullBook(night, observer).pipe(
    Effect.ensuring((yield* Progress).done),
  );
  const unread = unreadOf(sources);
  return yield* closeAndPublish(night, { run, facts, rosters, startedMs, pulling: sources, unread, down });
});

/**
 * Reports on a book from the ledger alone, as of the settings' instant: the newest run that had finished by
 * then. Fails with `UsageWrong` where there is none.
 */
export const reportBook = Effect.fn("reportBook")(function* (night: Night) {
  const { settings, book } = night;
  const startedMs = yield* Clock.currentTimeMillis;
  const rosters = yield* prepareBook(night);
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
    rosters,
    startedMs,
    pulling: null,
    unread: 0,
    down: undefined,
  });
});
