import { type ExceptionRow, printInstant, reachesSeverity } from "@tieout/reconcile";
import { Clock, Console, Effect, Schema } from "effect";
import { closeBook } from "../close/close-book.ts";
import type { Settings } from "../config/Settings.ts";
import { sqliteLedger } from "../ledger/open-ledger.ts";
import { publishReport } from "../publish/publish-report.ts";
import { printedJson } from "../publish/write-files.ts";
import { type Pulled, pullBook } from "../pull/pull-book.ts";
import { Progress } from "./progress.ts";
import { type Summary, summarise } from "./summarise.ts";
import { VERSION } from "./version.ts";

/** The whole run did not end in the time it was given; what was read is kept. */
export class DeadlineReached extends Schema.TaggedError<DeadlineReached>()("DeadlineReached", {
  deadlineMs: Schema.Int,
}) {
  override get message(): string {
    return `The run did not end within ${Math.round(this.deadlineMs / 1000)} s; what was read is kept: run again`;
  }
}

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
const runJson = (settings: Settings, pulled: Pulled, phases: Phases): string =>
  printedJson({
    schema: "tieout/run@1",
    tieout: VERSION,
    book: settings.book.name,
    run: pulled.run.id,
    as_of: settings.asOf,
    started_at: printInstant(phases.startedMs),
    ended_at: printInstant(phases.endedMs),
    durations_ms: {
      pull: phases.pulledMs - phases.startedMs,
      close: phases.closedMs - phases.pulledMs,
      publish: phases.endedMs - phases.closedMs,
    },
    concurrency: settings.concurrency,
    rate_per_second: settings.ratePerSecond,
    requests: pulled.requests,
  });

const reaches = (exceptions: ReadonlyArray<ExceptionRow>, failOn: Settings["failOn"]): boolean =>
  failOn !== null && reachesSeverity(exceptions, failOn);

/** One night of one book: pull, close, publish, in the time the settings give it. */
export const runBook = Effect.fn("runBook")(function* (settings: Settings) {
  const work = Effect.gen(function* () {
    const startedMs = yield* Clock.currentTimeMillis;
    const pulled = yield* pullBook(settings).pipe(Effect.ensuring((yield* Progress).done));
    const pulledMs = yield* Clock.currentTimeMillis;
    const report = yield* closeBook(pulled.run, pulled.facts, settings);
    const closedMs = yield* Clock.currentTimeMillis;
    const clock = yield* Clock.Clock;
    const publication = yield* publishReport(pulled.run, report, {
      out: settings.out,
      dialect: { excel: settings.excel },
      runJson: () =>
        runJson(settings, pulled, {
          startedMs,
          pulledMs,
          closedMs,
          endedMs: clock.currentTimeMillisUnsafe(),
        }),
    });
    return {
      summary: summarise(report, publication),
      reachesFailOn: reaches(report.exceptions, settings.failOn),
    } satisfies Outcome;
  });
  return yield* work.pipe(
    Effect.onInterrupt(() =>
      Console.error("Stopped; what was read is kept, and the last report stands: run again"),
    ),
    Effect.provide(sqliteLedger(settings.ledgerFile)),
    Effect.timeoutOrElse({
      duration: settings.deadlineMs,
      orElse: () => Effect.fail(new DeadlineReached({ deadlineMs: settings.deadlineMs })),
    }),
  );
});
