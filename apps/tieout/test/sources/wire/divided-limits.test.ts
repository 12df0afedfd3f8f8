// Proves that what one API's host may be asked holds over all books of a runner, and over all runners.

import { createLimiter } from "@tieout/http";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { DividedLimits } from "../../../src/sources/wire/divided-limits.ts";
import { behind } from "../../../src/sources/wire/shared-requests.ts";

const RECORD = "https://api.example.com/record";
const KOARD = "https://api.example.com/koard";
const OTHER = "https://other.example.com/koard";

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** Asks a limiter to admit somebody; tells whether it has. */
const ask = (limiter: ReturnType<typeof createLimiter>) => {
  const asked: { leave: (() => void) | undefined } = { leave: undefined };
  const caller = { signal: new AbortController().signal, api: "Koard", deadlineAt: Number.POSITIVE_INFINITY };
  void limiter.enter(caller).then((leave) => {
    asked.leave = () => leave({ status: 200 });
  });
  return asked;
};

const isIn = async (asked: ReturnType<typeof ask>, afterMs = 0): Promise<boolean> => {
  await vi.advanceTimersByTimeAsync(afterMs);
  return asked.leave !== undefined;
};

it("the books of a runner share what a host allows, and its rate is divided among the runners from then on", async () => {
  const limits = new DividedLimits(2);
  limits.divideAmong(4);
  const own = { concurrency: 8, ratePerSecond: 2 };
  // Half a request a second is what a fourth of the runners has.
  expect(await isIn(ask(limits.limiterOf(RECORD, own)))).toBe(true);
  const second = ask(limits.limiterOf(KOARD, own));
  expect(await isIn(second, 1900)).toBe(false);
  expect(await isIn(ask(limits.limiterOf(OTHER, own)))).toBe(true);
  expect(await isIn(second, 100)).toBe(true);

  const held = limits.limiterOf(KOARD, own);
  limits.divideAmong(1);
  expect(await isIn(ask(held))).toBe(true);
  const next = ask(held);
  expect(await isIn(next, 450)).toBe(false);
  expect(await isIn(next, 50)).toBe(true);
});

it("no more requests are under way at a host than the books at once may have together", async () => {
  const limits = new DividedLimits(2);
  const own = { concurrency: 1, ratePerSecond: null };
  const [first, second, third] = [RECORD, KOARD, RECORD].map((url) => ask(limits.limiterOf(url, own)));
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("three were asked for");
  expect([await isIn(first), await isIn(second), await isIn(third)]).toEqual([true, true, false]);
  first.leave?.();
  expect(await isIn(third)).toBe(true);
});

it("a book waits at its own limit and at that of the host, and gives both back", async () => {
  const [own, host] = [createLimiter({ concurrency: 1 }), createLimiter({ concurrency: 1 })];
  const both = behind(own, host);
  const other = ask(host);
  const first = ask(both);
  expect([await isIn(other), await isIn(first)]).toEqual([true, false]);
  other.leave?.();
  expect(await isIn(first)).toBe(true);
  const second = ask(both);
  expect(await isIn(second)).toBe(false);
  first.leave?.();
  expect(await isIn(second)).toBe(true);
  expect(both.stats().admitted).toBe(2);

  // Who gives up while the host lets nobody in leaves its own place to the next.
  const gone = new AbortController();
  second.leave?.();
  const holder = ask(host);
  expect(await isIn(holder)).toBe(true);
  const caller = { signal: gone.signal, api: "Koard", deadlineAt: Number.POSITIVE_INFINITY };
  const left = expect(both.enter(caller)).rejects.toThrow("left");
  await vi.advanceTimersByTimeAsync(0);
  gone.abort(new Error("left"));
  await left;
  holder.leave?.();
  expect(await isIn(ask(both))).toBe(true);
});
