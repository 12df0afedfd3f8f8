import { describe, expect, it } from "vitest";
import { AdaptiveRate } from "../../src/limit/AdaptiveRate.ts";
import { simulate, tokenBucket } from "./limited-server.ts";

const eager = { concurrency: 8, latencyMs: 10, requests: 12_000 };

describe("before a server that allows 200 requests a second", () => {
  it.each([
    { burst: 20, concurrency: 4, latencyMs: 3 },
    { burst: 200, concurrency: 4, latencyMs: 3 },
    { burst: 200, concurrency: 4, latencyMs: 15 },
    { burst: 20, concurrency: 8, latencyMs: 20 },
    { burst: 200, concurrency: 8, latencyMs: 20 },
    { burst: 200, concurrency: 32, latencyMs: 5 },
    { burst: 200, concurrency: 32, latencyMs: 100 },
  ])("uses nine tenths of it and has one in a hundred refused at most, with %j", ({ burst, ...how }) => {
    const { elapsedMs, served, refused } = simulate({ ...eager, ...how, limit: tokenBucket(200, burst) });
    expect(served / (burst + (200 * elapsedMs) / 1000)).toBeGreaterThan(0.9);
    expect(refused / eager.requests).toBeLessThan(0.01);
  });

  it("follows when the limit falls to a quarter, and when it rises again", () => {
    const [high, low] = [tokenBucket(200, 20), tokenBucket(50, 20)];
    const limit = (atMs: number) => (atMs > 20_000 && atMs < 60_000 ? low : high)(atMs);
    const { elapsedMs, served, refused } = simulate({ ...eager, limit });
    expect(served / (200 * (elapsedMs / 1000 - 40) + 50 * 40)).toBeGreaterThan(0.7);
    expect(refused / eager.requests).toBeLessThan(0.02);
  });
});

it("holds nobody back for longer than it takes to double a few times, where nothing is refused", () => {
  const { rate, elapsedMs } = simulate({ ...eager, limit: () => undefined });
  expect(rate.hasLearned).toBe(false);
  expect(elapsedMs).toBeLessThan(1000 + (eager.requests * eager.latencyMs * 1.01) / eager.concurrency);
});

it.each([
  [0.02, 1.1],
  [0.05, 1.5],
  [0.1, 4],
])("does not crawl where a share of %d is refused whatever the rate", (broken, longer) => {
  const { elapsedMs } = simulate({ ...eager, limit: () => undefined, broken });
  expect(elapsedMs).toBeLessThan((eager.requests * eager.latencyMs * longer) / eager.concurrency);
});

it("slows down to one request a second where nothing gets through, and no further", () => {
  const rate = new AdaptiveRate();
  for (let atMs = 0; atMs < 100_000; atMs += 10) rate.learn({ status: 503 }, atMs, atMs + 10);
  expect(rate.perSecond).toBeGreaterThan(0.9);
  expect(rate.perSecond).toBeLessThan(2.5);
});

it("leaves a server alone for as long as it asked, once it refuses nearly everything", () => {
  const rate = new AdaptiveRate();
  const refusal = { status: 429, retryAfterMs: 90_000 };
  for (let nth = 1; nth <= 5; nth += 1) rate.learn(refusal, 0, 10 * nth);
  expect(rate.closedUntilMs).toBe(0);
  rate.learn(refusal, 0, 60);
  expect(rate.closedUntilMs).toBe(90_060);
  expect(rate.closedBy).toBe(429);
  // A sixteenth of the 6 in 50 ms that were refused, and twice that for the first trial.
  expect(rate.perSecond).toBeCloseTo((2 * (6 / 0.05)) / 16);
  // An answer to what was sent before changes nothing any more.
  rate.learn({ status: 200 }, 59, 70);
  expect(rate.closedUntilMs).toBe(90_060);
});

it("is not closed by single refusals among answers, though they ask for a wait", () => {
  const rate = new AdaptiveRate();
  for (let nth = 0; nth < 100; nth += 1) {
    rate.learn(
      nth % 30 === 0 ? { status: 429, retryAfterMs: 60_000 } : { status: 200 },
      10 * nth,
      10 * nth + 5,
    );
  }
  expect(rate.closedUntilMs).toBe(0);
});

/** Answers to requests of which `perSecond` are sent and `accepted` of those get through, for one second from `fromMs`. */
const second = (rate: AdaptiveRate, fromMs: number, perSecond: number, accepted: number): void => {
  for (let nth = 0; nth <= perSecond; nth += 1) {
    const isServed =
      Math.floor((nth * accepted) / perSecond) > Math.floor(((nth - 1) * accepted) / perSecond);
    const atMs = fromMs + (1000 * nth) / perSecond;
    rate.learn({ status: isServed ? 200 : 429 }, atMs, atMs);
  }
};

it("runs a little below what got through, and does not adopt a trial that brings no more", () => {
  const rate = new AdaptiveRate();
  second(rate, 0, 100, 80);
  const held = rate.perSecond;
  expect(held).toBeGreaterThan(70);
  expect(held).toBeLessThan(80);
  let atMs = 2000;
  for (; rate.perSecond <= held && atMs < 60_000; atMs += 1100) second(rate, atMs, held, held);
  expect(atMs).toBeGreaterThan(15_000);
  expect(atMs).toBeLessThan(60_000);
  // So few refusals could be chance, but for what got through.
  const tried = rate.perSecond;
  second(rate, atMs, tried, held * 1.03);
  expect(rate.perSecond).toBeLessThan(held * 1.04);
});

it("tries a little more after fifteen quiet seconds", () => {
  const rate = new AdaptiveRate();
  second(rate, 0, 100, 80);
  // The first of them ends the window that the refusals were in, and what it then goes at is what it holds.
  second(rate, 1100, 60, 60);
  const held = rate.perSecond;
  let quiet = 1;
  for (; rate.perSecond <= held && quiet < 50; quiet += 1) second(rate, 1100 * (quiet + 1), 60, 60);
  expect(quiet).toBe(15);
  expect(rate.perSecond).toBeCloseTo((held / 0.97) * 1.08);
});

it("concludes no slower rate than a quarter of what was sent from one window, and does so at the eighth refusal", () => {
  const rate = new AdaptiveRate();
  const learn = (status: number, atMs: number) => rate.learn({ status }, atMs, atMs);
  for (let atMs = 0; atMs < 24; atMs += 1) learn(200, atMs);
  let atMs = 23;
  const next = (status: number) => {
    atMs += 20;
    learn(status, atMs);
  };
  // Enough get through that the server is not closed, and less than a quarter of what was sent before.
  for (const status of [429, 200, 429, 429, 200, 429, 429, 200, 429, 429]) next(status);
  expect(rate.hasLearned).toBe(false);
  next(429);
  // It is twice the quarter, for half of what was sent is tried soon.
  expect(rate.perSecond).toBeCloseTo((35 / 0.243 / 4) * 2);
});

/** Answers that come `everyMs` from `fromMs` on, to requests sent at the same moment. */
const answers = (rate: AdaptiveRate, fromMs: number, everyMs: number, statuses: readonly number[]): void => {
  for (const [nth, status] of statuses.entries())
    rate.learn({ status }, fromMs + everyMs * nth, fromMs + everyMs * nth);
};

const times = (count: number, status: number): readonly number[] =>
  Array.from({ length: count }, () => status);

/** Long after the epoch, as every instant is. */
const LATER = Date.parse("2026-11-20T02:00:00Z");

it("concludes from ten answers, however slowly they come, what gets through", () => {
  const rate = new AdaptiveRate();
  answers(rate, LATER, 100, [200, 429, 200, 200, 429, 200, 429, 200, 200]);
  expect(rate.hasLearned).toBe(false);
  answers(rate, LATER + 900, 100, [200]);
  // Seven of ten, in 900 ms.
  expect(rate.perSecond).toBeCloseTo((7 / 0.9) * 0.97);
});

it("takes a server that was fine until a moment ago, and now refuses everything, for one that is down", () => {
  const rate = new AdaptiveRate();
  answers(rate, LATER, 5, [...times(24, 200), ...times(6, 503)]);
  expect(rate.perSecond).toBeCloseTo((2 * (30 / 0.145)) / 16);
  // What was sent at that very moment is of the rate that it was cut to.
  expect(rate.closedUntilMs).toBe(LATER + 145);
  answers(rate, LATER + 145, 5, times(6, 503));
  expect(rate.closedUntilMs).toBe(LATER + 170);
});

it("tries soon for half of what was sent, where two fifths of it got through", () => {
  const rate = new AdaptiveRate();
  const some = [200, 200, 429, 429, 429];
  answers(rate, LATER, 10, [...some, ...some, ...some.slice(0, 4)]);
  // Four since the first refusal, in 110 ms; twice as many are tried.
  expect(rate.perSecond).toBeCloseTo((4 / 0.11) * 2);
});

it("gets used to a share of refusals no faster for having seen it longer than a second", () => {
  const rate = new AdaptiveRate();
  answers(rate, LATER, 100, [200, 429, 200, 200, 429, 200, 429, 200, 200, 200]);
  // A window of almost two seconds with a tenth refused, of which half is then usual.
  answers(rate, LATER + 2000, 200, [...times(9, 200), 429]);
  const before = rate.perSecond;
  answers(rate, LATER + 6000, 50, [...Array.from({ length: 5 }, () => [200, 200, 200, 429]).flat(), 200]);
  // So a quarter of refusals is too many, and what it goes at is taken for the limit; else it would be a part of it.
  expect(rate.perSecond).toBeCloseTo(before * 0.97);
});
