import { orElse, runCallerCode } from "../caller-code.ts";
import { MAX_TIMER_MS, type Timing } from "./timing.ts";

/** A stretch of work that ends with its outer signals, at an instant, or when it is closed. */
export interface Scope {
  readonly signal: AbortSignal;
  /** Takes down timer and listeners. A long-lived caller's signal keeps nothing of a closed scope. */
  readonly close: () => void;
}

/** What may end a scope early. */
export interface ScopeOptions {
  readonly outer: readonly (AbortSignal | undefined)[];
  /** The instant at which it ends, in milliseconds since the epoch; asked again when it has come, and may be later then. */
  readonly endsAt: () => number;
  /** Makes the reason with which it ends at that instant. */
  readonly reason: () => Error;
  readonly timing: Timing;
}

/**
 * Opens a scope. Done by hand because `AbortSignal.timeout` cannot be called off, and listeners left on
 * a caller's signal would add up over the calls of a night.
 */
export const openScope = ({ outer, endsAt, reason, timing }: ScopeOptions): Scope => {
  const controller = new AbortController();
  const closers: (() => void)[] = [];

  for (const signal of outer) {
    if (signal === undefined) continue;
    const end = (): void => controller.abort(reasonOf(signal));
    if (signal.aborted) end();
    else closers.push(onAbort(signal, end));
  }

  let cancelTimer = (): void => undefined;
  const arm = (): void => {
    const leftMs = endsAt() - timing.now();
    if (leftMs <= 0) controller.abort(reason());
    else cancelTimer = timing.after(Math.min(leftMs, MAX_TIMER_MS), arm);
  };
  if (!controller.signal.aborted) arm();
  closers.push(() => cancelTimer());

  return {
    signal: controller.signal,
    close: () => {
      for (const close of closers) close();
    },
  };
};

/** Why a caller's signal fired; it may be of a class of his own that throws where it is asked. */
export const reasonOf = (signal: AbortSignal): unknown =>
  orElse<unknown>(
    () => signal.reason,
    () => new DOMException("This operation was aborted", "AbortError"),
  );

/** Those who wait for a signal, and its one listener. */
interface Following {
  readonly runs: Set<() => void>;
  readonly listener: () => void;
}

const followings = new WeakMap<AbortSignal, Following>();

/**
 * Runs `run` when the signal fires; the result calls that off. However many calls a caller makes on one signal, it has
 * one listener of ours: platforms warn of many, as of a leak.
 */
export const onAbort = (signal: AbortSignal, run: () => void): (() => void) => {
  const following = followings.get(signal) ?? follow(signal);
  following.runs.add(run);
  return () => {
    following.runs.delete(run);
    if (following.runs.size > 0) return;
    runCallerCode("signal.removeEventListener", signal, () =>
      signal.removeEventListener("abort", following.listener),
    );
    if (followings.get(signal) === following) followings.delete(signal);
  };
};

const follow = (signal: AbortSignal): Following => {
  const runs = new Set<() => void>();
  const listener = (): void => {
    for (const run of runs) run();
  };
  signal.addEventListener("abort", listener, { once: true });
  const following = { runs, listener };
  followings.set(signal, following);
  return following;
};

/** The result of `work`, or the signal's reason as soon as it fires, even where `work` does not heed it. */
export const unlessAborted = <Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
