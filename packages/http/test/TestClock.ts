import type { Timing } from "../src/time/timing.ts";

interface Timer {
  readonly ms: number;
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until it is moved; timers due on the way run in their order. */
export class TestClock implements Timing {
  readonly #timers = new Set<Timer>();
  readonly #timerWaits: number[] = [];
  #now = Date.parse("2026-11-20T02:00:00Z");
  readonly #random: number;

  constructor(random = 0.5) {
    this.#random = random;
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.#random;
  }

  after(ms: number, run: () => void): () => void {
    this.#timerWaits.push(ms);
    const timer = { ms, at: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers]
        .filter(({ at }) => at <= until)
        .sort((one, other) => one.at - other.at);
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = until;
  }

  /** Runs `then` as soon as somebody waits on a timer of just this length. */
  whenTimerIsSet(ms: number, then: () => void): void {
    if ([...this.#timers].some((timer) => timer.ms === ms)) then();
    else setImmediate(() => this.whenTimerIsSet(ms, then));
  }

  /** The longest timer that was ever asked for. */
  longestTimerMs(): number {
    return Math.max(...this.#timerWaits);
  }

  /** Timers that nobody called off. */
  pending(): number {
    return this.#timers.size;
  }
}
