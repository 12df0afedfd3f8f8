import type { Timing } from "../time/timing.ts";

/** Who asks to be admitted. */
export interface Caller {
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** The API that is asked: what it refuses slows down its own callers, and nobody else's. */
  readonly api: string;
  /** The instant, in milliseconds since the epoch, after which being admitted is of no use. */
  readonly deadlineAt: number;
}

/** How one attempt ended, for a limiter that learns from it. Without a status no answer came. */
export interface AttemptOutcome {
  readonly status?: number | undefined;
  /** How long the server asked to be left alone, counted from now. */
  readonly retryAfterMs?: number | undefined;
}

/** What went through a limiter so far. */
export interface RequestStats {
  /** Attempts admitted. */
  readonly admitted: number;
  /** Attempts that were answered with 429 or 503. */
  readonly refused: number;
  /** From the first attempt's start until now, or until the last one's end where none is under way. */
  readonly elapsedMs: number;
  /** Attempts under way at once, on average over that time. */
  readonly concurrency: number;
  /** Attempts started a second, on average over that time. */
  readonly perSecond: number;
  /** By API, where it refused: the rate that it was found to allow by now. */
  readonly learnedPerSecond: Readonly<Record<string, number>>;
}

/** Admits attempts; one limiter may serve several clients. */
export interface Limiter {
  /**
   * Waits until the attempt may start; the result is called once when the attempt is over and its body read. Rejects
   * with `signal.reason` when the caller gives up waiting, and with `AdmissionTooLate` at once where the
   * API asked to be left alone until after the deadline.
   */
  enter(caller: Caller): Promise<(outcome: AttemptOutcome) => void>;
  stats(): RequestStats;
}

/** What a limiter allows. */
export interface LimiterOptions {
  /** Attempts at once; a whole number from 1. */
  readonly concurrency: number;
  /** Attempts started a second, evenly spaced. Default: as many as come. */
  readonly ratePerSecond?: number | undefined;
  readonly timing?: Pick<Timing, "now" | "after"> | undefined;
}
