import { AdaptiveRate } from "../../src/limit/AdaptiveRate.ts";
import { Spacing } from "../../src/limit/Spacing.ts";

/** Decides on a request that arrives at an instant: nothing for one that is served, else the wait that it asks for. */
export type Limit = (atMs: number) => number | undefined;

/** Lets `perSecond` through a second, and `burst` at once after a rest; asks for whole seconds. */
export const tokenBucket = (perSecond: number, burst: number): Limit => {
  let tokens = burst;
  let filledAtMs = 0;
  return (atMs) => {
    tokens = Math.min(burst, tokens + ((atMs - filledAtMs) * perSecond) / 1000);
    filledAtMs = atMs;
    if (tokens < 1) return 1000 * Math.ceil((1 - tokens) / perSecond);
    tokens -= 1;
    return undefined;
  };
};

/** How a server and its callers are simulated. */
export interface Simulation {
  readonly limit: Limit;
  readonly concurrency: number;
  readonly latencyMs: number;
  readonly requests: number;
  /** A share of requests that is answered with 503 whatever the rate. */
  readonly broken?: number;
}

/** What became of it. */
export interface Simulated {
  readonly elapsedMs: number;
  readonly served: number;
  /** Refused by the limit. */
  readonly refused: number;
  readonly rate: AdaptiveRate;
}

interface Exchange {
  readonly startedMs: number;
  readonly endsMs: number;
  readonly status: number;
  readonly retryAfterMs: number;
}

/** As many callers as there is room for, all of them eager, on a clock of their own: the same numbers every time. */
export const simulate = ({ limit, concurrency, latencyMs, requests, broken = 0 }: Simulation): Simulated => {
  const [rate, spacing, random] = [new AdaptiveRate(), new Spacing(), draws()];
  const underWay: Exchange[] = [];
  const counts = { sent: 0, refused: 0 };
  let nowMs = 0;
  const send = (): void => {
    spacing.take(nowMs, rate.perSecond);
    const askedMs = limit(nowMs + latencyMs / 2);
    const status = askedMs === undefined ? (random() < broken ? 503 : 200) : 429;
    counts.sent += 1;
    if (askedMs !== undefined) counts.refused += 1;
    const endsMs = nowMs + latencyMs * (0.7 + 0.6 * random());
    underWay.push({ startedMs: nowMs, endsMs, status, retryAfterMs: askedMs ?? 0 });
    underWay.sort((one, other) => one.endsMs - other.endsMs);
  };
  while (counts.sent < requests) {
    const [first] = underWay;
    spacing.holdUntil(rate.closedUntilMs);
    const startMs = Math.max(nowMs, spacing.nextMs);
    if (underWay.length < concurrency && (first === undefined || startMs <= first.endsMs)) {
      nowMs = startMs;
      send();
    } else if (first !== undefined) {
      underWay.shift();
      nowMs = first.endsMs;
      rate.learn(first, first.startedMs, nowMs);
    }
  }
  return { elapsedMs: nowMs, served: counts.sent - counts.refused, refused: counts.refused, rate };
};

/** Numbers from 0 to 1 that are the same every time. */
const draws = (): (() => number) => {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
};
