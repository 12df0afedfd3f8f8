/**
 * A token bucket: at most `perSecond` requests in a second, and as many at once.
 *
 * Koard publishes no limits (Koard fact 4), so this one's numbers are the caller's.
 */
export class RateLimit {
  readonly #perSecond: number;
  readonly #nowMs: () => number;
  #tokens: number;
  #filledAtMs: number;

  /** `perSecond` 0 lets everything through. */
  constructor(perSecond: number, nowMs: () => number) {
    this.#perSecond = perSecond;
    this.#nowMs = nowMs;
    this.#tokens = perSecond;
    this.#filledAtMs = nowMs();
  }

  /** Takes a token; when there is none, says after how many whole seconds there will be one. */
  take(): number | undefined {
    if (this.#perSecond === 0) return undefined;
    const nowMs = this.#nowMs();
    this.#tokens = Math.min(
      this.#perSecond,
      this.#tokens + ((nowMs - this.#filledAtMs) * this.#perSecond) / 1000,
    );
    this.#filledAtMs = nowMs;
    if (this.#tokens < 1) return Math.ceil((1 - this.#tokens) / this.#perSecond);
    this.#tokens -= 1;
    return undefined;
  }
}
