/**
 * How late a start may be and still count as on time: the next ones then follow closer, so that a busy event loop does
 * not lower the rate. Further back it does not reach, so that a pause is not followed by a burst.
 */
const FORGIVEN_MS = 25;

/** Evenly spaced starts. Instants are epoch milliseconds. */
export class Spacing {
  #nextMs = 0;

  /** When the next start is due. */
  get nextMs(): number {
    return this.#nextMs;
  }

  /** Takes the start that is due; the next one comes after `1 / perSecond`. */
  take(nowMs: number, perSecond: number): void {
    this.#nextMs = Math.max(this.#nextMs, nowMs - FORGIVEN_MS) + 1000 / perSecond;
  }

  /** Lets nothing start before `ms`. */
  holdUntil(ms: number): void {
    this.#nextMs = Math.max(this.#nextMs, ms);
  }
}
