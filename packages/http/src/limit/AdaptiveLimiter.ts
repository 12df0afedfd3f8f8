import { orElse } from "../caller-code.ts";
import { AdmissionTooLate } from "../errors/failures.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import { A_NUMBER, A_SIGNAL, A_TEXT, required } from "../option-rules.ts";
import { checkOptions, type OptionRules, readOptions } from "../options.ts";
import { onAbort, reasonOf } from "../time/scope.ts";
import { MAX_TIMER_MS, type Timing } from "../time/timing.ts";
import { AdaptiveRate, isRefusal } from "./AdaptiveRate.ts";
import type { AttemptOutcome, Caller, Limiter, RequestStats } from "./limiter.ts";
import { RequestCounter } from "./RequestCounter.ts";
import { Spacing } from "./Spacing.ts";

/** What a limiter allows, checked. */
export interface LimiterSettings {
  readonly concurrency: number;
  readonly perSecond: number;
  readonly timing: Pick<Timing, "now" | "after">;
}

interface Waiting {
  /** Its place among all that ever came. */
  readonly nth: number;
  readonly deadlineAt: number;
  readonly admit: (nowMs: number) => void;
  readonly turnAway: (reason: AdmissionTooLate) => void;
}

/** One API: what it allows, and who waits to ask it, in their order. */
interface AdmissionQueue {
  readonly api: string;
  readonly rate: AdaptiveRate;
  readonly spacing: Spacing;
  readonly waiting: Set<Waiting>;
}

/** Who may start, and when. */
interface Admission {
  readonly queue: AdmissionQueue;
  readonly waiting: Waiting;
  readonly dueMs: number;
}

const CALLER: OptionRules = {
  signal: /* @__PURE__ */ required(A_SIGNAL),
  api: /* @__PURE__ */ required(A_TEXT),
  deadlineAt: { expected: "a number", takes: (value) => typeof value === "number", isRequired: true },
};

const OUTCOME: OptionRules = { status: A_NUMBER, retryAfterMs: A_NUMBER };

/** The limiter that `createLimiter` makes. */
export class AdaptiveLimiter implements Limiter {
  readonly #settings: LimiterSettings;
  readonly #queues = new Map<string, AdmissionQueue>();
  readonly #spacing = new Spacing();
  readonly #counter = new RequestCounter();
  #came = 0;
  #active = 0;
  #cancelTimer = (): void => undefined;

  constructor(settings: LimiterSettings) {
    this.#settings = settings;
  }

  async enter(caller: Caller): Promise<(outcome: AttemptOutcome) => void> {
    const { signal, api, deadlineAt } = checkOptions("limiter.enter", caller, CALLER);
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(reasonOf(signal));
      const queue = this.#queue(api);
      const giveUp = (): void => {
        leaveQueue();
        this.#admit();
        reject(reasonOf(signal));
      };
      const forget = heedSignal(signal, giveUp);
      const leaveQueue = (): void => {
        forget();
        queue.waiting.delete(waiting);
      };
      this.#came += 1;
      const waiting: Waiting = {
        nth: this.#came,
        deadlineAt,
        admit: (nowMs) => {
          leaveQueue();
          resolve(this.#started(queue, nowMs));
        },
        turnAway: (reason) => {
          leaveQueue();
          reject(reason);
        },
      };
      queue.waiting.add(waiting);
      this.#turnAway(queue);
      this.#admit();
    });
  }

  stats(): RequestStats {
    const counted = this.#counter.sum(this.#settings.timing.now());
    const learned = [...this.#queues.values()].filter(({ rate }) => rate.hasLearned);
    return {
      ...counted,
      learnedPerSecond: Object.fromEntries(learned.map(({ api, rate }) => [api, rate.perSecond])),
    };
  }

  #queue(api: string): AdmissionQueue {
    const known = this.#queues.get(api);
    if (known !== undefined) return known;
    const queue = { api, rate: new AdaptiveRate(), spacing: new Spacing(), waiting: new Set<Waiting>() };
    this.#queues.set(api, queue);
    return queue;
  }

  /** Admits whoever is due, in their order; an API that has to wait keeps nobody from asking another. */
  #admit(): void {
    this.#cancelTimer();
    const { concurrency, perSecond, timing } = this.#settings;
    const nowMs = timing.now();
    while (this.#active < concurrency) {
      const next = this.#next(nowMs);
      if (next === undefined) return;
      const { queue, waiting, dueMs } = next;
      if (dueMs > nowMs) {
        this.#cancelTimer = timing.after(Math.min(dueMs - nowMs, MAX_TIMER_MS), () => this.#admit());
        return;
      }
      this.#spacing.take(nowMs, perSecond);
      queue.spacing.take(nowMs, queue.rate.perSecond);
      waiting.admit(nowMs);
    }
  }

  /** Who is to be admitted next, and when: whoever is due first, and of those the one who came first. */
  #next(nowMs: number): Admission | undefined {
    const heads = [...this.#queues.values()].flatMap((queue) => {
      const [waiting] = queue.waiting;
      const dueMs = Math.max(this.#spacing.nextMs, queue.spacing.nextMs, nowMs);
      return waiting === undefined ? [] : [{ queue, waiting, dueMs }];
    });
    const [first] = heads.sort((a, b) => a.dueMs - b.dueMs || a.waiting.nth - b.waiting.nth);
    return first;
  }

  /** Sends away whoever would wait for nothing. */
  #turnAway({ rate, waiting }: AdmissionQueue): void {
    const { closedUntilMs, closedBy } = rate;
    if (closedUntilMs <= this.#settings.timing.now()) return;
    for (const { deadlineAt, turnAway } of waiting) {
      if (deadlineAt <= closedUntilMs) turnAway(new AdmissionTooLate(closedBy, closedUntilMs));
    }
  }

  #started(queue: AdmissionQueue, startedMs: number): (outcome: AttemptOutcome) => void {
    this.#active += 1;
    this.#counter.start(startedMs);
    let isOver = false;
    return (given) => {
      if (isOver) return;
      isOver = true;
      const { values, fault } = readOptions(given, OUTCOME);
      const outcome: AttemptOutcome = fault === undefined ? Object(values) : {};
      const nowMs = this.#settings.timing.now();
      this.#active -= 1;
      this.#counter.end(nowMs, isRefusal(outcome.status));
      queue.rate.learn(outcome, startedMs, nowMs);
      queue.spacing.holdUntil(queue.rate.closedUntilMs);
      this.#turnAway(queue);
      this.#admit();
      // Not before the place is given back: an attempt that is over is over.
      if (fault !== undefined)
        throw new OptionInvalid({ of: "limiter.enter's end", ...fault, option: fault.option || "outcome" });
    };
  }
}

const heedSignal = (signal: AbortSignal, run: () => void): (() => void) =>
  orElse(
    () => onAbort(signal, run),
    () => {
      const [option, actual] = ["signal", "one that takes no listener"];
      throw new OptionInvalid({ of: "limiter.enter", option, expected: A_SIGNAL.expected, actual });
    },
  );
