/** The clock, the timers and the dice of a transport; tests bring their own. */
export interface Timing {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `run` once after `ms` milliseconds, at most {@link MAX_TIMER_MS} of them; the result calls that off. */
  after(ms: number, run: () => void): () => void;
  /** From 0 up to, not including, 1. */
  random(): number;
}

/** The longest wait that a timer of the platform can hold; a longer one fires at once. */
export const MAX_TIMER_MS: number = 2 ** 31 - 1;

/** The real ones. */
export const systemTiming: Timing = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), MAX_TIMER_MS));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** A new idempotency key: a random UUID. */
export const newIdempotencyKey = (): string => crypto.randomUUID();
