import { kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";

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
    if (typeof ms !== "number" || typeof run !== "function") {
      const option = typeof ms === "number" ? "run" : "ms";
      const [expected, actual] = option === "run" ? ["a function", kindOf(run)] : ["a number", kindOf(ms)];
      throw new OptionInvalid({ of: "after", option, expected, actual });
    }
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), MAX_TIMER_MS));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** A new idempotency key: a random UUID. */
export const newIdempotencyKey = (): string => crypto.randomUUID();

/** Waits until the instant `until`, in as many timers as that takes; rejects with `signal.reason`. */
export const sleepUntil = async (until: number, signal: AbortSignal, timing: Timing): Promise<void> => {
  // A clock that is set back while we wait must not double the wait, so what is left is counted down.
  let leftMs = until - timing.now();
  do {
    const stepMs = Math.min(Math.max(leftMs, 0), MAX_TIMER_MS);
    await oneTimer(stepMs, signal, timing);
    leftMs -= stepMs;
  } while (leftMs > 0);
};

const oneTimer = (ms: number, signal: AbortSignal, timing: Timing): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const giveUp = (): void => {
      cancel();
      reject(signal.reason);
    };
    const cancel = timing.after(ms, () => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    });
    signal.addEventListener("abort", giveUp, { once: true });
  });
