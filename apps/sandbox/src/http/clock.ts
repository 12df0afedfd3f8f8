import { setTimeout as delay } from "node:timers/promises";

/** Time that has passed since the process began, in milliseconds. The only clock of the sandbox; the world has none. */
export const elapsedMs = (): number => performance.now();

/** The time of day in so many milliseconds, as HTTP writes dates; the only thing here that knows which day it is. */
export const httpDateIn = (ms: number): string => new Date(Date.now() + ms).toUTCString();

/** Waits, or less when `signal` says that nobody is waiting for the answer any more. */
export const wait = async (ms: number, signal?: AbortSignal): Promise<void> => {
  if (ms > 0)
    await delay(ms, undefined, { ...(signal === undefined ? {} : { signal }), ref: false }).catch(
      () => undefined,
    );
};
