import { systemTiming } from "../time/timing.ts";
import { AdaptiveLimiter } from "./AdaptiveLimiter.ts";
import type { Limiter, LimiterOptions } from "./limiter.ts";

/**
 * A limiter for at most `concurrency` attempts at once and `ratePerSecond` a second, first come first served.
 *
 * Beside that it learns what each API allows: it slows down for 429 and 503, stops where an API refuses
 * nearly everything, for as long as its `Retry-After` asks, and comes back up to what gets through.
 */
export const createLimiter = (options: LimiterOptions): Limiter => {
  const { concurrency, ratePerSecond, timing = systemTiming } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError("concurrency is a whole number from 1");
  }
  if (ratePerSecond !== undefined && !(ratePerSecond > 0)) throw new RangeError("ratePerSecond is above 0");
  return new AdaptiveLimiter({ concurrency, perSecond: ratePerSecond ?? Number.POSITIVE_INFINITY, timing });
};
