import { assert, describe, it } from "@effect/vitest";
import { Deferred, Effect, Fiber } from "effect";
import { AdmissionQueue } from "../../src/pull/AdmissionQueue.ts";

/** Begins calls in a queue of four places, each of which ends when it is told to; tells which have begun so far. */
const calling = Effect.fnUntraced(function* (queue: AdmissionQueue, calls: number) {
  const begun: Array<number> = [];
  const ends = yield* Effect.all(Array.from({ length: calls }, () => Deferred.make<void>()));
  const all = yield* Effect.forkChild(
    Effect.forEach(
      ends,
      (end, nth) =>
        queue.within(
          Effect.andThen(
            Effect.sync(() => void begun.push(nth)),
            Deferred.await(end),
          ),
        ),
      { concurrency: "unbounded", discard: true },
    ),
  );
  const end = (nth: number) => Deferred.succeed(ends[nth] ?? assert.fail(`no call ${nth}`), undefined);
  /** Lets everything happen that can. */
  const begunNow = Effect.as(Effect.yieldNow, begun).pipe(Effect.repeat({ times: 3 }));
  yield* Effect.yieldNow;
  return { all, end, begunNow };
});

describe("a queue for two requests at once", () => {
  it.effect("begins four calls, and the next in their order as others end", () =>
    Effect.gen(function* () {
      const { all, end, begunNow } = yield* calling(new AdmissionQueue(2), 6);
      assert.deepStrictEqual(yield* begunNow, [0, 1, 2, 3]);
      yield* end(2);
      assert.deepStrictEqual(yield* begunNow, [0, 1, 2, 3, 4]);
      yield* Effect.forEach([0, 1, 3, 4, 5], end);
      yield* Fiber.join(all);
      assert.deepStrictEqual(yield* begunNow, [0, 1, 2, 3, 4, 5]);
    }),
  );

  it.effect("begins another call while one waits to be sent again, and none for its place after that", () =>
    Effect.gen(function* () {
      const queue = new AdmissionQueue(2);
      const { all, end, begunNow } = yield* calling(queue, 8);
      yield* begunNow;
      queue.stepAside();
      assert.deepStrictEqual(yield* begunNow, [0, 1, 2, 3, 4]);
      queue.stepAside();
      assert.deepStrictEqual(yield* begunNow, [0, 1, 2, 3, 4, 5]);

      queue.stepBack();
      queue.stepBack();
      yield* Effect.forEach([0, 1], end);
      assert.deepStrictEqual(yield* begunNow, [0, 1, 2, 3, 4, 5]);
      yield* end(2);
      assert.deepStrictEqual(yield* begunNow, [0, 1, 2, 3, 4, 5, 6]);
      yield* Fiber.interrupt(all);
    }),
  );
});
