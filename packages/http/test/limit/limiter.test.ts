import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApiRefused, createLimiter } from "../../src/index.ts";
import { listBatches, rejection, wire } from "../calls.ts";
import { json, serve } from "../loopback.ts";
import { TestClock } from "../TestClock.ts";

const never = new AbortController().signal;

/** A caller of one API who would wait for ever. */
const caller = (signal: AbortSignal = never, api = "Koard") => ({
  signal,
  api,
  deadlineAt: Number.POSITIVE_INFINITY,
});

it("lets no more in at once than it says, and everybody in the end, in their order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat(20), async (concurrency, callers) => {
      const limiter = createLimiter({ concurrency });
      const order: number[] = [];
      let active = 0;
      let most = 0;
      const call = async (nth: number): Promise<void> => {
        const leave = await limiter.enter(caller());
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
    // A new limiter spaces its first starts by real time.
    { numRuns: 30 },
  );
});

it("lets in first whoever came first, whichever API is asked", async () => {
  const limiter = createLimiter({ concurrency: 1 });
  const leave = await limiter.enter(caller());
  const order: string[] = [];
  const apis = ["Record", "Koard", "Koard", "Record", "Koard"];
  const calls = apis.map(async (api, nth) => {
    const done = await limiter.enter(caller(never, api));
    order.push(`${nth} ${api}`);
    done({ status: 200 });
  });
  leave({ status: 200 });
  await Promise.all(calls);
  expect(order).toEqual(apis.map((api, nth) => `${nth} ${api}`));
});

it("spaces the starts evenly, without a burst after a pause", async () => {
  const clock = new TestClock();
  const limiter = createLimiter({ concurrency: 100, ratePerSecond: 10, timing: clock });
  const starts: number[] = [];
  const enter = () => limiter.enter(caller()).then(() => starts.push(clock.now() - begin));
  clock.advance(60_000);
  const begin = clock.now();
  for (let nth = 0; nth < 5; nth += 1) enter();
  for (let nth = 0; nth < 20; nth += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(25);
  }
  // A start that is late by up to 25 ms makes up for it in the next; the pause is worth no more than that.
  expect(starts).toEqual([0, 75, 175, 275, 375]);
});

it("lets a waiting caller give up, and the next one in", async () => {
  const limiter = createLimiter({ concurrency: 1 });
  const leave = await limiter.enter(caller());
  const controller = new AbortController();
  const impatient = limiter.enter(caller(controller.signal));
  const patient = limiter.enter(caller());
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

describe("an API that wants to be left alone", () => {
  const asked = { status: 429, retryAfterMs: 60_000 };

  /** A limiter that Koard has just closed for a minute. */
  const closed = async () => {
    const clock = new TestClock();
    const limiter = createLimiter({ concurrency: 10, timing: clock });
    const entering = Promise.all(Array.from({ length: 8 }, () => limiter.enter(caller())));
    clock.advance(1000);
    for (const leave of await entering) leave(asked);
    return { clock, limiter };
  };

  it("is asked nothing until then, while another is", async () => {
    const { clock, limiter } = await closed();
    const entered: string[] = [];
    const koard = limiter.enter(caller()).then(() => entered.push("Koard"));
    await limiter.enter(caller(never, "Record")).then(() => entered.push("Record"));
    clock.advance(59_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(entered).toEqual(["Record"]);
    clock.advance(1);
    await koard;
    expect(entered).toEqual(["Record", "Koard"]);
  });

  it("sends away at once whoever cannot wait for so long, and keeps the others", async () => {
    const { clock, limiter } = await closed();
    const late = limiter.enter({ ...caller(), deadlineAt: clock.now() + 60_000 });
    expect(await rejection(late)).toMatchObject({ status: 429, untilMs: clock.now() + 60_000 });
    const patient = limiter.enter({ ...caller(), deadlineAt: clock.now() + 60_001 });
    clock.advance(60_000);
    await patient;
    expect(clock.pending()).toBe(0);
  });

  it("fails calls that wait behind the refused ones too, unsent, saying when to come back", async () => {
    const server = await serve((_, response) => json(response, {}, 429, { "retry-after": "5400" }));
    const clock = new TestClock();
    const { send } = wire({ limiter: createLimiter({ concurrency: 6, timing: clock }), timing: clock });
    const deadline = new Date(clock.now() + 40 * 60_000);
    const calls = Array.from({ length: 30 }, () =>
      rejection(send(new Request(server.url), listBatches, { deadline })),
    );
    const errors = await Promise.all(calls);
    expect(errors.every((error) => error instanceof ApiRefused)).toBe(true);
    expect(errors.at(-1)).toMatchObject({ status: 429, retryAfterMs: 5_400_000 });
    expect(String(errors.at(-1))).toBe(
      "ApiRefused: Koard refused listBatches: 429 it asked other calls to wait, so this one was not sent; come back in 5400 s",
    );
    expect(server.count()).toBeLessThan(30);
  });
});

it("says what went through: how many, how many at once, at what rate, and how many were refused", async () => {
  const clock = new TestClock();
  const limiter = createLimiter({ concurrency: 2, ratePerSecond: 4, timing: clock });
  expect(limiter.stats()).toMatchObject({ admitted: 0, elapsedMs: 0, concurrency: 0, perSecond: 0 });
  const first = await limiter.enter(caller());
  clock.advance(250);
  const second = await limiter.enter(caller());
  clock.advance(250);
  first({ status: 200 });
  clock.advance(500);
  second({ status: 503 });
  clock.advance(9000);
  expect(limiter.stats()).toEqual({
    admitted: 2,
    refused: 1,
    elapsedMs: 1000,
    concurrency: 1.25,
    perSecond: 2,
    learnedPerSecond: {},
  });
});
