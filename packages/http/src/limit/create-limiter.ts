import { A_COUNT, ABOVE_ZERO, hasMethods, required } from "../option-rules.ts";
import { checkOptions } from "../options.ts";
import { steadyClock, steadyTimers } from "../time/steady-timing.ts";
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
  const checked = checkOptions("createLimiter", options, {
    concurrency: required(A_COUNT),
    ratePerSecond: ABOVE_ZERO,
    timing: { expected: "an object with now and after", takes: hasMethods("now", "after") },
  });
  const { concurrency, ratePerSecond, timing = systemTiming } = checked;
  return new AdaptiveLimiter({
    ...{ concurrency, perSecond: ratePerSecond ?? Number.POSITIVE_INFINITY },
    timing: { ...steadyClock(timing), ...steadyTimers(timing) },
  });
};
