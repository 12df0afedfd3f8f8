import { assert, describe, it } from "@effect/vitest";
import { Deferred, Effect, Fiber } from "effect";
import { TestClock } from "effect/testing";
import { storeAsRead } from "../../src/pull/store-as-read.ts";

/** What was stored, one element a transaction. */
const storing = () => {
  const stored: Array<ReadonlyArray<number>> = [];
  const store = (some: ReadonlyArray<number>) => Effect.sync(() => void stored.push(some));
  return { stored, store };
};

const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index);

describe("what was read", () => {
  it.effect("is stored twenty at a time, and the rest at the end", () =>
    Effect.gen(function* () {
      const { stored, store } = storing();
      yield* storeAsRead(upTo(45), { concurrency: 1, read: (item) => Effect.succeed([item]), store });
      assert.deepStrictEqual(
        stored.map(({ length }) => length),
        [20, 20, 5],
      );
      assert.deepStrictEqual(stored.flat(), upTo(45));
    }),
  );

  it.effect("is stored after a second, though nothing more comes", () =>
    Effect.gen(function* () {
      const { stored, store } = storing();
      const read = (item: number) => (item === 0 ? Effect.succeed([item]) : Effect.never);
      const fiber = yield* Effect.forkChild(storeAsRead(upTo(2), { concurrency: 2, read, store }));
      yield* TestClock.adjust("1 second");
      assert.deepStrictEqual(stored, [[0]]);
      yield* Fiber.interrupt(fiber);
    }),
  );

  it.effect("is stored when a later one fails, and the failure is what is told", () =>
    Effect.gen(function* () {
      const { stored, store } = storing();
      const read = (item: number) => (item === 7 ? Effect.fail("refused") : Effect.succeed([item]));
      const told = yield* Effect.flip(storeAsRead(upTo(9), { concurrency: 1, read, store }));
      assert.strictEqual(told, "refused");
      assert.deepStrictEqual(stored.flat(), upTo(7));
    }),
  );

  it.effect("is stored when the run is stopped, also in the middle of storing", () =>
    Effect.gen(function* () {
      const stored: Array<number> = [];
      const begun = yield* Deferred.make<void>();
      const store = Effect.fnUntraced(function* (some: ReadonlyArray<number>) {
        yield* Deferred.succeed(begun, undefined);
        yield* Effect.sleep("500 millis");
        stored.push(...some);
      });
      const read = (item: number) => Effect.succeed([item]);
      const fiber = yield* Effect.forkChild(storeAsRead(upTo(30), { concurrency: 1, read, store }));
      yield* Deferred.await(begun);
      const stopping = yield* Effect.forkChild(Fiber.interrupt(fiber));
      yield* TestClock.adjust("500 millis");
      yield* Fiber.join(stopping);
      assert.deepStrictEqual(stored, upTo(20));
    }),
  );
});
