import { createLimiter, LargeBodies, type Limiter } from "@tieout/http";
import type { OwnLimits, SharedRequests } from "./shared-requests.ts";

/** The limiter of an API's host, and among how many runners its rate is divided. */
interface HostLimiter {
  readonly runners: number;
  readonly limiter: Limiter;
}

/**
 * What the nights of a runner ask their sources by: each host of an API has one limiter, with this runner's part of the
 * rate. All books of a platform ask one host, so a rate that each kept by itself would be kept by nobody.
 */
export class DividedLimits implements SharedRequests {
  readonly largeBodies = new LargeBodies();
  readonly #booksAtOnce: number;
  readonly #hosts = new Map<string, HostLimiter>();
  #runners = 1;

  constructor(booksAtOnce: number) {
    this.#booksAtOnce = booksAtOnce;
  }

  /** From now on the rates are divided among so many. */
  divideAmong(runners: number): void {
    this.#runners = Math.max(1, runners);
  }

  limiterOf(baseUrl: string, own: OwnLimits): Limiter {
    const { host } = new URL(baseUrl);
    // Asked for at each request: a runner that comes or goes changes the part of the others at once.
    return {
      enter: (caller) => this.#current(host, own).enter(caller),
      stats: () => this.#current(host, own).stats(),
    };
  }

  #current(host: string, { concurrency, ratePerSecond }: OwnLimits): Limiter {
    const found = this.#hosts.get(host);
    if (found?.runners === this.#runners) return found.limiter;
    const limiter = createLimiter({
      concurrency: concurrency * this.#booksAtOnce,
      ...(ratePerSecond === null ? {} : { ratePerSecond: ratePerSecond / this.#runners }),
    });
    this.#hosts.set(host, { runners: this.#runners, limiter });
    return limiter;
  }
}
