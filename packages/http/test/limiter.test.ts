import fc from "fast-check";
import { expect, it } from "vitest";
import { createLimiter } from "../src/index.ts";
import { listBatches, rejection, wire } from "./calls.ts";
import { json, serve } from "./loopback.ts";
import { TestClock } from "./TestClock.ts";

const never = new AbortController().signal;

it("lets no more in at once than it says, and everybody in the end, in their order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat(20), async (concurrency, callers) => {
      const limiter = createLimiter({ concurrency });
      const order: number[] = [];
      let active = 0;
      let most = 0;
      const call = async (nth: number): Promise<void> => {
        const leave = await limiter.enter(never);
        order.push(nth);
        active += 1;
        most = Math.max(most, active);
        await Promise.resolve();
        active -= 1;
        leave({ status: 200 });
        leave({ status: 200 });
      };
      await Promise.all(Array.from({ length: callers }, (_, nth) => call(nth)));
      expect(most).toBeLessThanOrEqual(concurrency);
      expect(order).toEqual(Array.from({ length: callers }, (_, nth) => nth));
    }),
  );
});

it("spaces the starts evenly, without a burst after a pause", async () => {
  const clock = new TestClock();
  const limiter = createLimiter({ concurrency: 100, ratePerSecond: 10, timing: clock });
  const starts: number[] = [];
  const enter = () => limiter.enter(never).then(() => starts.push(clock.now() - begin));
  clock.advance(60_000);
  const begin = clock.now();
  for (let nth = 0; nth < 5; nth += 1) enter();
  for (let tenth = 0; tenth < 5; tenth += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(100);
  }
  // The gate forgives one turn of lateness, so the pause is worth one start and no more.
  expect(starts).toEqual([0, 0, 100, 200, 300]);
});

it("lets a waiting caller give up, and the next one in", async () => {
  const limiter = createLimiter({ concurrency: 1 });
  const leave = await limiter.enter(never);
  const controller = new AbortController();
  const impatient = limiter.enter(controller.signal);
  const patient = limiter.enter(never);
  controller.abort(new Error("gone"));
  expect(await rejection(impatient)).toEqual(new Error("gone"));
  leave({});
  await patient;
});

it("is left while a call waits to try again, and shared by clients", async () => {
  const server = await serve((_, response, nth) => json(response, {}, nth <= 2 ? 503 : 200));
  const limiter = createLimiter({ concurrency: 1 });
  const koard = wire({ limiter });
  const record = wire({ limiter, api: "Record" });
  const answers = await Promise.all(
    [koard, record].map(({ send }) => send(new Request(server.url), listBatches)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

it.each([{ concurrency: 0 }, { concurrency: 1.5 }, { concurrency: 1, ratePerSecond: 0 }])(
  "does not take %j",
  async (options) => {
    expect(await rejection((async () => createLimiter(options))())).toBeInstanceOf(RangeError);
  },
);
