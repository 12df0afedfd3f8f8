import { Effect, Semaphore } from "effect";

/** Calls admitted for each request that may be on its way: one that is, and one to be sent next. */
const CALLS_A_REQUEST = 2;

/**
 * The calls to one source that have begun and are not over. There is always one to be sent next, and few more: a call
 * that waits long holds what it is given for long (ADR 0024). One that waits to be sent again makes room for another.
 */
export class AdmissionQueue {
  readonly #places: Semaphore.Semaphore;
  readonly #length: number;
  #aside = 0;

  /** For a source that is asked for so many things at once. */
  constructor(concurrency: number) {
    this.#length = concurrency * CALLS_A_REQUEST;
    this.#places = Semaphore.makeUnsafe(this.#length);
  }

  /** Begins a call as soon as there is a place for it, in the order in which they came. */
  within<A, E, R>(call: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> {
    return this.#places.withPermit(call);
  }

  /** A call waits to be sent again. */
  stepAside(): void {
    this.#moveAside(1);
  }

  /** One that waited was sent again. */
  stepBack(): void {
    this.#moveAside(-1);
  }

  #moveAside(by: number): void {
    this.#aside += by;
    Effect.runSync(this.#places.resize(this.#length + this.#aside));
  }
}

/** How calls to one source are admitted: so many requests at once, and the queue in which calls wait for that. */
export interface Admission {
  readonly concurrency: number;
  readonly queue: AdmissionQueue;
}
