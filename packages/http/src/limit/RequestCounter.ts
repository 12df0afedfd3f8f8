/** Counts what goes through a limiter. Instants are epoch milliseconds. */
export class RequestCounter {
  #admitted = 0;
  #refused = 0;
  #active = 0;
  #firstMs = 0;
  #lastMs = 0;
  /** The sum of the times that attempts took so far. */
  #busyMs = 0;

  start(nowMs: number): void {
    if (this.#admitted === 0) this.#firstMs = nowMs;
    this.#pass(nowMs);
    this.#admitted += 1;
    this.#active += 1;
  }

  end(nowMs: number, isRefused: boolean): void {
    this.#pass(nowMs);
    this.#active -= 1;
    if (isRefused) this.#refused += 1;
  }

  /** The sum of it all; the time of a limiter that nobody uses ends with the last one's end. */
  sum(nowMs: number): {
    readonly admitted: number;
    readonly refused: number;
    readonly elapsedMs: number;
    readonly concurrency: number;
    readonly perSecond: number;
  } {
    if (this.#active > 0) this.#pass(nowMs);
    const elapsedMs = this.#admitted === 0 ? 0 : this.#lastMs - this.#firstMs;
    const over = (amount: number): number => (elapsedMs > 0 ? amount / elapsedMs : 0);
    return {
      admitted: this.#admitted,
      refused: this.#refused,
      elapsedMs,
      concurrency: over(this.#busyMs),
      perSecond: over(this.#admitted * 1000),
    };
  }

  #pass(nowMs: number): void {
    this.#busyMs += this.#active * Math.max(0, nowMs - this.#lastMs);
    this.#lastMs = Math.max(this.#lastMs, nowMs);
  }
}
