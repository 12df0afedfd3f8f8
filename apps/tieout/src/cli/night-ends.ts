import { Cause, Effect, Option } from "effect";
import type { BookFailed } from "../operate/night/each-book.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";
import { EXIT, type ExitCode, Finished, worstOf } from "./exit-code.ts";
import { exitCodeOf } from "./failure-exit.ts";

/** An end that is not a good one. `problem` is without what an API itself said, since it is kept. */
export interface BadEnd {
  readonly exit: ExitCode;
  readonly problem: string;
}

/** How a night ended for one book. */
export interface BookEnd<A> {
  readonly book: string;
  readonly exit: ExitCode;
  /** Null where all was well. */
  readonly problem: string | null;
  /** What the work on it gave, where it came to its end. */
  readonly outcome: A | undefined;
}

/** What a failure comes to. */
export const badEndOf = (error: unknown): BadEnd => {
  const exit = exitCodeOf(error);
  if (error instanceof SourceFailed) return { exit, problem: error.keptProblem ?? error.problem };
  return { exit, problem: error instanceof Error ? error.message : String(error) };
};

const STOPPED: BadEnd = {
  exit: EXIT.temporary,
  problem: "it was stopped; what was read is kept: run again",
};
// What broke may hold whatever was in its hands.
const BUG: BadEnd = { exit: EXIT.software, problem: "a bug in tieout, which standard error names" };
const NOT_REACHED = "it ended before it came to this book";

/** How a night itself ended, for the books that it did not come to the end of. */
export const endOf = (cause: Cause.Cause<unknown>): BadEnd => {
  const failed = Cause.findErrorOption(cause);
  if (Option.isNone(failed)) return Cause.hasInterruptsOnly(cause) ? STOPPED : BUG;
  return failed.value instanceof Finished
    ? { exit: failed.value.code, problem: NOT_REACHED }
    : badEndOf(failed.value);
};

/** Collects how a night ends for each book, whatever becomes of the night itself. */
export class NightEnds<A> {
  readonly #judge: (outcome: A) => ReadonlyArray<BadEnd>;
  readonly #ends = new Map<string, BookEnd<A>>();

  /** `judge` says what is not well about an outcome. */
  constructor(judge: (outcome: A) => ReadonlyArray<BadEnd>) {
    this.#judge = judge;
  }

  /** Does the work on a book, and notes what it comes to. */
  noting<E, R>(book: string, work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> {
    return Effect.tap(work, (outcome) =>
      Effect.sync(() => {
        const bad = this.#judge(outcome);
        const problem = bad.length === 0 ? null : bad.map((end) => end.problem).join("; ");
        this.#ends.set(book, { book, outcome, problem, exit: worstOf(bad.map(({ exit }) => exit)) });
      }),
    );
  }

  /** The work on some books could not be done, though that on others could. */
  failed(failures: ReadonlyArray<BookFailed>): void {
    for (const { book, failure } of failures)
      this.#ends.set(book, { book, outcome: undefined, ...badEndOf(failure) });
  }

  /** How each of some books ended: those that the night never came to, or broke off at, as it did itself. */
  of(books: ReadonlyArray<string>, night: BadEnd): ReadonlyArray<BookEnd<A>> {
    return books.map((book) => this.#ends.get(book) ?? { book, outcome: undefined, ...night });
  }
}
