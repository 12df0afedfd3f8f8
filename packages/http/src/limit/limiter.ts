import { systemTiming, type Timing } from "../time/timing.ts";
import { Gate } from "./AdaptiveLimiter.ts";
import type { AttemptOutcome } from "./AdaptiveRate.ts";

/** Who asks to be let in. */
export interface Caller {
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** The API that is asked: what it refuses slows down its own callers, and nobody else's. */
  readonly api: string;
  /** The instant, in milliseconds since the epoch, after which being let in is of no use. */
  readonly deadlineAt: number;
}

/** What went through a limiter so far. */
export interface Passage {
  /** Attempts let in. */
  readonly admitted: number;
  /** Attempts that were answered with 429 or 503. */
  readonly refused: number;
  /** From the first attempt's start until now, or until the last one's end where none is under way. */
  readonly elapsedMs: number;
  /** Attempts under way at once, on average over that time. */
  readonly concurrency: number;
  /** Attempts started a second, on average over that time. */
  readonly perSecond: number;
  /** `perSecond` as a share of `ratePerSecond`, where that was given. */
  readonly shareOfRate?: number;
  /** By API, where it refused: the rate that it was found to allow by now. */
  readonly learnedPerSecond: Readonly<Record<string, number>>;
}

/** A gate that every attempt passes; one gate may stand before several clients. */
export interface Limiter {
  /**
   * Waits for a turn; the result is called once when the attempt is over and its body read. Rejects with
   * `signal.reason` when the caller gives up waiting, and with `TurnTooLate` at once where the
   * API asked to be left alone until after the deadline.
   */
  enter(caller: Caller): Promise<(outcome: AttemptOutcome) => void>;
  passage(): Passage;
}

/** What a limiter allows. */
export interface LimiterOptions {
  /** Attempts at once; a whole number from 1. */
  readonly concurrency: number;
  /** Attempts started a second, evenly spaced. Default: as many as come. */
  readonly ratePerSecond?: number;
  readonly timing?: Pick<Timing, "now" | "after">;
}

/**
 * A gate for at most `concurrency` attempts at once and `ratePerSecond` a second, first come first served.
 *
 * Beside that it learns what each API allows: it slows down for 429 and 503, stops where an API refuses
 * nearly everything, for as long as its `Retry-After` says, and comes back up to what gets through.
 */
export const createLimiter = (options: LimiterOptions): Limiter => {
  const { concurrency, ratePerSecond, timing = systemTiming } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError("concurrency is a whole number from 1");
  }
  if (ratePerSecond !== undefined && !(ratePerSecond > 0)) throw new RangeError("ratePerSecond is above 0");
  return new Gate({ concurrency, perSecond: ratePerSecond ?? Number.POSITIVE_INFINITY, timing });
};
