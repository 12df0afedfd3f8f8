import { Duration, Effect, Exit, Semaphore } from "effect";

/** Stored in one transaction: few enough that a killed run loses little, enough to be quick. */
const STORED_AT_ONCE = 20;

/** What is read is stored by then, however few: a killed run keeps all but the last moment. */
const STORED_AT_LEAST_EVERY = Duration.seconds(1);

/** How items are read and stored. */
export interface Reader<Item, Found, E, R, E2, R2> {
  /** Items read at once. */
  readonly concurrency: number;
  /** What an item gave: nothing where it has to be left for another time. */
  readonly read: (item: Item) => Effect.Effect<ReadonlyArray<Found>, E, R>;
  readonly store: (found: ReadonlyArray<Found>) => Effect.Effect<void, E2, R2>;
}

/**
 * Reads items, a few at once, and stores what they give: some together, at the latest after a second.
 *
 * However the reading ends, by a failure, a signal or the deadline, what was read by then is stored. Holds no
 * more than what is being read and one transaction's worth.
 */
export const storeAsRead = Effect.fnUntraced(function* <Item, Found, E, R, E2, R2>(
  items: Iterable<Item>,
  { concurrency, read, store }: Reader<Item, Found, E, R, E2, R2>,
) {
  const pending: Array<Found> = [];
  const oneAtATime = yield* Semaphore.make(1);
  const flush = Effect.suspend(() => {
    const some = pending.splice(0);
    return some.length === 0 ? Effect.void : store(some);
  }).pipe(
    // A store that a signal cuts off is taken back, and what it took from `pending` would be lost.
    Effect.uninterruptible,
    oneAtATime.withPermits(1),
  );
  const keep = (found: ReadonlyArray<Found>) =>
    Effect.suspend(() => {
      pending.push(...found);
      return pending.length < STORED_AT_ONCE ? Effect.void : flush;
    });
  const reading = Effect.forEach(items, (item) => Effect.flatMap(read(item), keep), {
    concurrency,
    discard: true,
  });
  const flushing = Effect.forever(Effect.delay(flush, STORED_AT_LEAST_EVERY));
  yield* Effect.raceFirst(reading, flushing).pipe(
    // Why the reading failed is what the run has to say, also where the rest cannot be stored.
    Effect.onExit((exit) => (Exit.isSuccess(exit) ? flush : Effect.ignore(flush))),
  );
});
