import { Clock, Context, Effect } from "effect";
import { writeIndex } from "./write-index.ts";

/** After the page was made, so many times as long as that took passes before a report has it made again. */
const TIMES_AS_LONG = 20;

/**
 * When the page over all books is made anew. It shows every report of every book, so that to make it for each book costs
 * as much as the square of the books. A report that is out before it is time owes it; the last one of a process makes it
 * in any case.
 */
export class IndexPace {
  #dueAtMs = Number.NEGATIVE_INFINITY;
  #isOwed = false;
  #underWay = 0;

  /** Makes the page after a report, where it is time; answers what has to be said of it. */
  readonly afterReport = Effect.fnUntraced(function* (this: IndexPace, out: string) {
    this.#isOwed = true;
    return (yield* Clock.currentTimeMillis) < this.#dueAtMs ? [] : yield* this.#make(out);
  });

  /** Makes it where a report owes it, unless another book is under way, which will. */
  readonly atEnd = Effect.fnUntraced(function* (this: IndexPace, out: string) {
    return this.#isOwed && this.#underWay <= 1 ? yield* this.#make(out) : [];
  });

  /** Counts work on a book, from when it waits for its turn, as under way. */
  readonly counting = <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.acquireUseRelease(
      Effect.sync(() => (this.#underWay += 1)),
      () => work,
      () => Effect.sync(() => (this.#underWay -= 1)),
    );

  readonly #make = Effect.fnUntraced(function* (this: IndexPace, out: string) {
    const { currentTimeMillis } = yield* Clock.Clock;
    this.#isOwed = false;
    const startedMs = yield* currentTimeMillis;
    const notes = yield* writeIndex(out);
    const endedMs = yield* currentTimeMillis;
    this.#dueAtMs = endedMs + TIMES_AS_LONG * (endedMs - startedMs);
    return notes;
  });
}

/** One for each process, whichever books it works on. */
export const CurrentIndexPace = Context.Reference<IndexPace>("tieout/publish/IndexPace", {
  defaultValue: () => new IndexPace(),
});
