import { MAX_TIMER_MS, type Timing } from "./timing.ts";

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
