import { Clock, Console, Context, Effect, Layer, Result, Schedule, Schema } from "effect";
import { ConfigurationWrong } from "../../config/faults.ts";
import { type Night, nightOf } from "../../config/Night.ts";
import type { Settings } from "../../config/Settings.ts";
import { LedgerLocked } from "../../ledger/failures.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { openLedger } from "../../ledger/open-ledger.ts";
import { ReportChanged } from "../../publish/failure.ts";
import { CurrentIndexPace } from "../../publish/index-page/IndexPace.ts";
import { Deadline } from "../../pull/Deadline.ts";
import { EventLog } from "../../sources/EventLog.ts";
import { SourceFailed } from "../../sources/SourceFailed.ts";
import { asLines } from "../printable.ts";
import { goThroughProxy } from "../process/go-through-proxy.ts";

/** The whole run did not end in the time it was given; what was read is kept. */
export class DeadlineReached extends Schema.TaggedError<DeadlineReached>()("DeadlineReached", {
  deadlineMs: Schema.Int,
}) {
  override get message(): string {
    return `The run did not end within ${Math.round(this.deadlineMs / 1000)} s; what was read is kept: run again`;
  }
}

/** What is said where somebody ends a run: it may come when a report of this very night is out already. */
export const STOPPED = "Stopped; what was read is kept, and so is each report that is out: run again";

/** Why the work on a book could not be done, though that on the others can. */
export type BookFailure = SourceFailed | DeadlineReached | ConfigurationWrong | ReportChanged;

/** A book on which the work could not be done. */
export interface BookFailed {
  readonly book: string;
  /** It names the book itself where there are several. */
  readonly failure: BookFailure;
}

/** What the work on all books gave: of each what it came to, or why it could not be done. */
export interface BookOutcomes<A> {
  readonly outcomes: ReadonlyArray<A>;
  readonly failures: ReadonlyArray<BookFailed>;
}

const isOfSource = (failed: unknown): failed is SourceFailed => failed instanceof SourceFailed;

const isOfBook = (failed: unknown): failed is BookFailure =>
  isOfSource(failed) ||
  [DeadlineReached, ConfigurationWrong, ReportChanged].some((type) => failed instanceof type);

/** Names the book where there are several: its sentence stands among those of others. */
const named = (failure: BookFailure, book: string, isOneOfMany: boolean) =>
  isOneOfMany && failure instanceof SourceFailed ? failure.of(book) : failure;

/**
 * For how many seconds a book is waited for that another run holds. Nobody waits but a runner, whose book another one may
 * have had that is gone: its lease ends only when its heartbeat has been missing for long enough.
 */
export const LeasePatience = Context.Reference<number>("tieout/operate/LeasePatience", {
  defaultValue: () => 0,
});

const isLocked = (failed: unknown): boolean => failed instanceof LedgerLocked;

/** Does work in what the run has left of its time. */
const inTime = Effect.fnUntraced(function* <A, E, R>(
  deadlineMs: number,
  work: Effect.Effect<A, E | SourceFailed, R>,
) {
  const endsAt = (yield* Deadline).at.getTime();
  const { currentTimeMillis } = yield* Clock.Clock;
  const late = new DeadlineReached({ deadlineMs });
  const leftMs = endsAt - (yield* currentTimeMillis);
  return yield* work.pipe(
    Effect.timeoutOrElse({ duration: Math.max(leftMs, 0), orElse: () => Effect.fail(late) }),
    // A request that the deadline cut off says nothing about its source.
    Effect.catchIf(
      isOfSource,
      Effect.fnUntraced(function* (failed) {
        return yield* (yield* currentTimeMillis) < endsAt ? failed : late;
      }),
    ),
  );
});

/**
 * Does the same work for every book in turn, holding all of them, in the time the settings give it together.
 *
 * A source that fails, or is not configured, or a report that was changed keeps its own book from being reported on, not the others. The deadline
 * ends the night; what came before is told all the same. Anything else (the ledger, the output directory) ends it without a word.
 * Where there is no book, no ledger is made.
 */
export const eachBook = Effect.fnUntraced(function* <A, E, R>(
  settings: Settings,
  work: (night: Night) => Effect.Effect<A, E | BookFailure, R | Ledger | Deadline>,
) {
  if (settings.books.length === 0) return { outcomes: [], failures: [] } satisfies BookOutcomes<A>;
  return yield* Effect.gen(function* () {
    yield* (yield* Ledger)
      .acquireBooks(settings.books.map(({ name }) => name))
      .pipe(
        Effect.retry({ while: isLocked, times: yield* LeasePatience, schedule: Schedule.spaced("1 second") }),
      );
    const indexed = Effect.flatMap((yield* CurrentIndexPace).atEnd(settings.out), (notes) =>
      Effect.forEach(notes, (note) => Console.error(asLines([note])), { discard: true }),
    );
    // However it ends, what was published is on the page over all books.
    yield* Effect.addFinalizer(() =>
      Effect.catch(indexed, ({ message }) => Console.error(asLines([message]))),
    );
    const addresses = settings.books.flatMap(({ sources }) =>
      sources.flatMap(({ access }) => (access === null ? [] : [access.baseUrl])),
    );
    yield* goThroughProxy(settings.proxy, addresses);
    const outcomes: Array<A> = [];
    const failures: Array<BookFailed> = [];
    const log = yield* EventLog;
    for (const book of settings.books) {
      const event = { level: "info", book: book.name, source: null, operation: null, more: {} } as const;
      log({ ...event, outcome: "begun" });
      const result = yield* inTime(settings.deadlineMs, work(nightOf(settings, book))).pipe(
        Effect.map((outcome) => Result.succeed(outcome)),
        Effect.catchIf(isOfBook, (failed) => Effect.succeed(Result.fail(failed))),
      );
      log({ ...event, outcome: Result.isSuccess(result) ? "ended" : "failed" });
      if (Result.isSuccess(result)) {
        outcomes.push(result.success);
        continue;
      }
      failures.push({
        book: book.name,
        failure: named(result.failure, book.name, settings.books.length > 1),
      });
      if (result.failure instanceof DeadlineReached) break;
    }
    yield* indexed;
    return { outcomes, failures } satisfies BookOutcomes<A>;
  }).pipe(
    Effect.scoped,
    Effect.provide(Layer.merge(openLedger(settings.ledger), Deadline.in(settings.deadlineMs))),
    // Outside of the deadline, which interrupts as well and has a sentence of its own.
    Effect.onInterrupt(() => Console.error(STOPPED)),
  );
});
