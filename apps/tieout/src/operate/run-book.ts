import { type ExceptionRow, printInstant, reachesSeverity } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { closeBook } from "../close/close-book.ts";
import { readRosters } from "../config/roster-file.ts";
import type { BookSettings, Settings } from "../config/Settings.ts";
import { emailKey } from "../ledger/email-key.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { publishReport, settleReports } from "../publish/publish-report.ts";
import { printedJson } from "../publish/write-files.ts";
import { type Pulled, pullBook } from "../pull/pull-book.ts";
import { Progress } from "./progress.ts";
import { type Summary, summarise } from "./summarise.ts";
import { VERSION } from "./version.ts";

/** A run that published, or found nothing new to publish. */
export interface Outcome {
  readonly summary: Summary;
  /** Whether an open exception is at least as severe as `--fail-on`. */
  readonly reachesFailOn: boolean;
}

interface Phases {
  readonly startedMs: number;
  readonly pulledMs: number;
  readonly closedMs: number;
  readonly endedMs: number;
}

/** `run.json`: the one file of a report that holds times and traffic, and so differs from run to run. */
const runJson = (
  settings: Settings,
  pulled: Pulled,
  { sessions, ...phases }: Phases & { readonly sessions: ReadonlyArray<string> },
): string =>
  printedJson({
    schema: "tieout/run@1",
    tieout: VERSION,
    book: pulled.run.book,
    run: pulled.run.id,
    as_of: settings.asOf,
    started_at: printInstant(phases.startedMs),
    ended_at: printInstant(phases.endedMs),
    // More than one where the run was interrupted and gone on with: what was read is of these times.
    sessions_started_at: sessions,
    durations_ms: {
      pull: phases.pulledMs - phases.startedMs,
      close: phases.closedMs - phases.pulledMs,
      publish: phases.endedMs - phases.closedMs,
    },
    concurrency: settings.concurrency,
    rate_per_second: settings.ratePerSecond,
    sources: {
      record: { requests: pulled.sources.record.requests, details: pulled.sources.record.details },
      koard: { requests: pulled.sources.koard.requests, details: pulled.sources.koard.details },
    },
  });

const reaches = (exceptions: ReadonlyArray<ExceptionRow>, failOn: Settings["failOn"]): boolean =>
  failOn !== null && reachesSeverity(exceptions, failOn);

/** One night of one book: pull, close, publish. */
export const runBook = Effect.fn("runBook")(function* (settings: Settings, book: BookSettings) {
  const clock = yield* Clock.Clock;
  const startedMs = clock.currentTimeMillisUnsafe();
  const rosters = yield* readRosters(book.rosters, yield* emailKey(settings.ledgerFile));
  yield* settleReports(book.name, settings.out);
  const pulled = yield* pullBook(settings, book).pipe(Effect.ensuring((yield* Progress).done));
  const pulledMs = clock.currentTimeMillisUnsafe();
  const report = yield* closeBook(pulled.run, pulled.facts, settings, { book, rosters });
  const closedMs = clock.currentTimeMillisUnsafe();
  const sessions = yield* (yield* Ledger).sessions(pulled.run);
  const publication = yield* publishReport(pulled.run, report, {
    out: settings.out,
    dialect: { excel: settings.excel },
    runJson: () => {
      const endedMs = clock.currentTimeMillisUnsafe();
      return runJson(settings, pulled, { startedMs, pulledMs, closedMs, endedMs, sessions });
    },
  });
  return {
    summary: summarise(report, publication),
    reachesFailOn: reaches(report.exceptions, settings.failOn),
  } satisfies Outcome;
});
