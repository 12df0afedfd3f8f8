import { Console, Effect, Result, Schema } from "effect";
import type { BookSettings, Settings } from "../config/Settings.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { sqliteLedger } from "../ledger/open-ledger.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";

/** The whole run did not end in the time it was given; what was read is kept. */
export class DeadlineReached extends Schema.TaggedError<DeadlineReached>()("DeadlineReached", {
  deadlineMs: Schema.Int,
}) {
  override get message(): string {
    return `The run did not end within ${Math.round(this.deadlineMs / 1000)} s; what was read is kept: run again`;
  }
}

/** What a night made of all books: of each what it came to, and the first source that could not be read, if any. */
export interface Night<A> {
  readonly outcomes: ReadonlyArray<A>;
  readonly failure: SourceFailed | undefined;
}

/** Names the book where there are several: its sentence stands among those of others. */
const named = (failure: SourceFailed, book: string, isOneOfMany: boolean): SourceFailed =>
  isOneOfMany ? new SourceFailed({ ...failure, problem: `${book}: ${failure.problem}` }) : failure;

/**
 * Does the same work for every book in turn, holding the ledger, in the time the settings give it together.
 *
 * A source that fails keeps its own book from being reported on, not the others. Anything else (the
 * ledger, the output directory, the deadline) ends the night.
 */
export const eachBook = <A, E, R>(
  settings: Settings,
  work: (settings: Settings, book: BookSettings) => Effect.Effect<A, E | SourceFailed, R | Ledger>,
) =>
  Effect.gen(function* () {
    yield* (yield* Ledger).hold;
    const outcomes: Array<A> = [];
    let failure: SourceFailed | undefined;
    for (const book of settings.books) {
      const result = yield* work(settings, book).pipe(
        Effect.map((outcome) => Result.succeed(outcome)),
        Effect.catchIf(
          (failed): failed is SourceFailed => failed instanceof SourceFailed,
          (failed) => Effect.succeed(Result.fail(failed)),
        ),
      );
      if (Result.isSuccess(result)) outcomes.push(result.success);
      else {
        const failed = named(result.failure, book.name, settings.books.length > 1);
        if (failure !== undefined) yield* Console.error(failed.message);
        failure ??= failed;
      }
    }
    return { outcomes, failure } satisfies Night<A>;
  }).pipe(
    Effect.scoped,
    Effect.provide(sqliteLedger(settings.ledgerFile)),
    Effect.timeoutOrElse({
      duration: settings.deadlineMs,
      orElse: () => Effect.fail(new DeadlineReached({ deadlineMs: settings.deadlineMs })),
    }),
    // Outside of the deadline, which interrupts as well and has a sentence of its own.
    Effect.onInterrupt(() =>
      Console.error("Stopped; what was read is kept, and the last report stands: run again"),
    ),
  );
