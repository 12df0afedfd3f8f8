import type { AttemptOutcome } from "./limiter.ts";

/** Where the first trial starts from; each that holds doubles it, so that a limit is met with little under way. */
const FIRST_PER_SECOND = 250;

/** How much slower than the limit that was found requests go, so that a steady stream meets no refusal. */
const CRUISE = 0.97;

/** How much faster a trial goes than what is known to be good: a little near a limit that was found, else twice. */
const SMALL_STEP = 1.08;
const LARGE_STEP = 2;

/** A window of observation lasts at least so long and until so many answers came. */
const WINDOW_MS = 1000;
const WINDOW_OUTCOMES = 10;

/** So much of a window is enough for a trial of twice as much. */
const BRIEF = 1 / 4;

/** So many windows pass in peace after a limit was found, before it is tried again whether it still holds. */
const QUIET_WINDOWS = 15;

/** A share of refusals that may be chance, above what is usual for this server. */
const TOLERATED_SHARE = 0.05;

/** So much of a quiet window of full length goes into the share of refusals that is usual. */
const USUAL_WEIGHT = 1 / 2;

/** With so many refusals a window need not be waited for to its end. */
const ENOUGH_REFUSALS = 8;

/** So many refusals, and more than answers since the first of them: the server takes nothing at present. */
const CLOSING_REFUSALS = 6;

/** What remains of the rate where a server stops taking anything: at once after it was asked, or after a while. */
const ABRUPT_CUT = 1 / 16;
const LATE_CUT = 0.9;

/** However little got through, a slower rate than this part is not concluded from it. */
const DEEPEST_CUT = 1 / 4;

/** Below one request a second nothing would be learned any more. */
const SLOWEST_PER_SECOND = 1;

interface Window {
  readonly sinceMs: number;
  outcomes: number;
  refusals: number;
  /** When the first refusal came, and how many were accepted after it: what the server lets through when it is full. */
  firstRefusalMs: number;
  acceptedSince: number;
  askedMs: number;
}

/**
 * The rate that one server seems to allow, learned from its 429s and 503s. Its limit is nowhere stated, so
 * this holds a little below what got through when it last refused, and tries a little more now and then.
 *
 * Refusals that do not depend on the rate (a broken instance among good ones) come at a steady share;
 * that share is learned, and does not slow anybody down. Where most requests are refused the server is left alone for
 * as long as it asked. Before the first refusal the rate only doubles, several times a second, where it is made use
 * of. Instants are epoch milliseconds.
 */
export class AdaptiveRate {
  #perSecond = FIRST_PER_SECOND;
  #usualShare = 0;
  /** From here on steps are small. */
  #carefulFrom = Number.POSITIVE_INFINITY;
  #quietWindows = QUIET_WINDOWS;
  #closedUntilMs = 0;
  #closedBy = 0;
  #cutAtMs = Number.NEGATIVE_INFINITY;
  #window: Window | undefined;

  /** Until when nothing is to be sent. */
  get closedUntilMs(): number {
    return this.#closedUntilMs;
  }

  /** The status of the refusal that closed it last. */
  get closedBy(): number {
    return this.#closedBy;
  }

  /** Whether it was ever cut, so that the rate comes from what the server did. */
  get hasLearned(): boolean {
    return this.#cutAtMs > Number.NEGATIVE_INFINITY;
  }

  /** Starts a second at most. */
  get perSecond(): number {
    return this.#perSecond * (this.#isTrying ? this.#step : CRUISE);
  }

  get #step(): number {
    return this.#perSecond < this.#carefulFrom ? LARGE_STEP : SMALL_STEP;
  }

  get #isTrying(): boolean {
    return this.#quietWindows >= QUIET_WINDOWS;
  }

  get #windowMs(): number {
    return this.#isTrying && this.#step === LARGE_STEP ? WINDOW_MS * BRIEF : WINDOW_MS;
  }

  /** Takes in how an attempt ended that had been started at `startedMs`. */
  learn({ status, retryAfterMs = 0 }: AttemptOutcome, startedMs: number, nowMs: number): void {
    // What was on its way when the rate was cut is no evidence about the new one.
    if (startedMs < this.#cutAtMs) return;
    const window = this.#count(isRefusal(status), retryAfterMs, nowMs);
    if (window.refusals >= CLOSING_REFUSALS && window.refusals > 3 * window.acceptedSince) {
      this.#close(window, Number(status), nowMs);
      return;
    }
    const isTooMany = this.#isTooMany(window);
    const isOver = nowMs - window.sinceMs >= this.#windowMs && window.outcomes >= WINDOW_OUTCOMES;
    if (isTooMany && (isOver || window.refusals >= ENOUGH_REFUSALS)) this.#slowDown(window, nowMs);
    else if (isOver) this.#pass(window, nowMs);
  }

  /** Whether there are more refusals than chance explains: the usual share, the tolerated one, and their spread. */
  #isTooMany({ outcomes, refusals }: Window): boolean {
    const usual = outcomes * (this.#usualShare + TOLERATED_SHARE);
    return refusals > usual + 2 * Math.sqrt(usual);
  }

  #count(isRefused: boolean, askedMs: number, nowMs: number): Window {
    this.#window ??= windowFrom(nowMs);
    const window = this.#window;
    window.outcomes += 1;
    if (!isRefused) {
      if (window.refusals > 0) window.acceptedSince += 1;
      return window;
    }
    if (window.refusals === 0) window.firstRefusalMs = nowMs;
    window.refusals += 1;
    window.askedMs = Math.max(window.askedMs, askedMs);
    return window;
  }

  /** Leaves the server alone for as long as it asked. Only a refusal brings that about, and has a status. */
  #close(window: Window, status: number, nowMs: number): void {
    const { sinceMs, outcomes, refusals, askedMs } = window;
    this.#closedUntilMs = nowMs + askedMs;
    this.#closedBy = status;
    const isAbrupt = nowMs - sinceMs < WINDOW_MS / 2 || outcomes < 2 * refusals;
    this.#cutTo(this.#current(window, nowMs) * (isAbrupt ? ABRUPT_CUT : LATE_CUT), window, nowMs);
  }

  /** Goes on with what got through since the first refusal. */
  #slowDown(window: Window, nowMs: number): void {
    const isEnough = window.refusals >= ENOUGH_REFUSALS;
    const accepted = isEnough
      ? perSecond(window.acceptedSince, nowMs - window.firstRefusalMs)
      : perSecond(window.outcomes - window.refusals, nowMs - window.sinceMs);
    const current = this.#current(window, nowMs);
    const rate = Math.max(Math.min(accepted, current), current * DEEPEST_CUT);
    this.#getUsedTo(window, nowMs);
    this.#cutTo(rate, window, nowMs);
  }

  /** Refusals at a rate that is not being tried have another cause; the longer they last, the surer that is. */
  #getUsedTo({ sinceMs, outcomes, refusals }: Window, nowMs: number): void {
    const weight = USUAL_WEIGHT * Math.min(1, (nowMs - sinceMs) / WINDOW_MS);
    if (!this.#isTrying) this.#usualShare += (refusals / outcomes - this.#usualShare) * weight;
  }

  #current(window: Window, nowMs: number): number {
    return Math.min(this.perSecond, perSecond(window.outcomes, nowMs - window.sinceMs));
  }

  #cutTo(rate: number, window: Window, nowMs: number): void {
    const hoped = this.hasLearned ? this.#carefulFrom : this.#current(window, nowMs);
    const isDeep = rate < hoped / 2;
    // So deep a cut is little evidence of the limit: half of what was hoped for may be right, and is tried for soon. Where
    // nothing got through at all, the server was down, and may well take again what it took before.
    if (isDeep) this.#carefulFrom = window.outcomes === window.refusals ? hoped : hoped / 2;
    else this.#carefulFrom = rate;
    this.#quietWindows = isDeep ? QUIET_WINDOWS : 0;
    this.#perSecond = Math.max(rate, SLOWEST_PER_SECOND);
    this.#cutAtMs = nowMs;
    this.#window = undefined;
  }

  /** A window without too many refusals: one more quiet window, or a trial that holds or does not. */
  #pass(window: Window, nowMs: number): void {
    this.#window = undefined;
    if (this.#isTrying) {
      this.#judge(window, nowMs);
      return;
    }
    const share = window.refusals / window.outcomes;
    const slower = this.#perSecond * (1 - Math.max(0, share - this.#usualShare));
    this.#perSecond = Math.max(slower, SLOWEST_PER_SECOND);
    this.#carefulFrom = Math.min(this.#carefulFrom, this.#perSecond);
    this.#getUsedTo(window, nowMs);
    this.#quietWindows += 1;
  }

  /** A trial holds where about as much more got through as was tried. */
  #judge(window: Window, nowMs: number): void {
    const ms = nowMs - window.sinceMs;
    const hoped = this.#perSecond * (1 - this.#usualShare) * (1 + (this.#step - 1) / 2);
    const accepted = perSecond(window.outcomes - window.refusals, ms);
    if (accepted >= hoped) this.#perSecond = this.perSecond;
    // Where nobody sent so much, nothing was tried.
    else if (perSecond(window.outcomes, ms) >= hoped) this.#cutTo(accepted, window, nowMs);
  }
}

const windowFrom = (sinceMs: number): Window => ({
  sinceMs,
  outcomes: 0,
  refusals: 0,
  firstRefusalMs: sinceMs,
  acceptedSince: 0,
  askedMs: 0,
});

const perSecond = (count: number, ms: number): number => (count * 1000) / Math.max(ms, 1);

/** Whether a server refuses by this answer because it is asked too much. */
export const isRefusal = (status: number | undefined): boolean => status === 429 || status === 503;
