import { systemTiming, type Timing } from "./timing.ts";

/** How an attempt ended, for a limiter that learns from it. Without a status no answer came. */
export interface AttemptOutcome {
  readonly status?: number;
}

/** A gate that every attempt passes; one gate may stand before several clients. */
export interface Limiter {
  /**
   * Waits for a turn; the result is called once when the attempt is over and its body read.
   * Rejects with `signal.reason` when the caller gives up waiting.
   */
  enter(signal: AbortSignal): Promise<(outcome: AttemptOutcome) => void>;
}

/** What a limiter allows. */
export interface LimiterOptions {
  /** Attempts at once; a whole number from 1. */
  readonly concurrency: number;
  /** Attempts started a second, evenly spaced. Default: as many as come. */
  readonly ratePerSecond?: number;
  readonly timing?: Pick<Timing, "now" | "after">;
}

interface Waiting {
  readonly admit: () => void;
}

/** A gate for at most `concurrency` attempts at once and `ratePerSecond` a second, first come first served. */
export const createLimiter = (options: LimiterOptions): Limiter => {
  const { concurrency, ratePerSecond, timing = systemTiming } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError("concurrency is a whole number from 1");
  }
  if (ratePerSecond !== undefined && !(ratePerSecond > 0)) throw new RangeError("ratePerSecond is above 0");

  const spacingMs = ratePerSecond === undefined ? 0 : 1000 / ratePerSecond;
  const queue = new Set<Waiting>();
  let active = 0;
  let nextStartAt = 0;
  let isTimerSet = false;

  const admitNext = (): void => {
    for (const waiting of queue) {
      if (active >= concurrency || isTimerSet) return;
      const now = timing.now();
      if (nextStartAt > now) {
        isTimerSet = true;
        timing.after(nextStartAt - now, () => {
          isTimerSet = false;
          admitNext();
        });
        return;
      }
      queue.delete(waiting);
      active += 1;
      // Counted from when the turn was due, so that the lateness of timers does not lower the rate, but
      // no further back than one turn, so that an idle gate does not let a burst through.
      nextStartAt = Math.max(nextStartAt, now - spacingMs) + spacingMs;
      waiting.admit();
    }
  };

  const leave = (): ((outcome: AttemptOutcome) => void) => {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      active -= 1;
      admitNext();
    };
  };

  return {
    enter: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const giveUp = (): void => {
          queue.delete(waiting);
          reject(signal.reason);
        };
        const waiting: Waiting = {
          admit: () => {
            signal.removeEventListener("abort", giveUp);
            resolve(leave());
          },
        };
        signal.addEventListener("abort", giveUp, { once: true });
        queue.add(waiting);
        admitNext();
      }),
  };
};
