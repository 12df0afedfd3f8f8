import { TurnTooLate } from "../errors/failures.ts";
import { MAX_TIMER_MS, type Timing } from "../time/timing.ts";
import { type AttemptOutcome, isRefusal, Pace } from "./AdaptiveRate.ts";
import type { Caller, Limiter, Passage } from "./limiter.ts";
import { Tally } from "./RequestCounter.ts";
import { Turns } from "./Spacing.ts";

/** What a gate allows, checked. */
export interface GateSettings {
  readonly concurrency: number;
  readonly perSecond: number;
  readonly timing: Pick<Timing, "now" | "after">;
}

interface Waiting {
  /** Its place among all that ever came. */
  readonly nth: number;
  readonly deadlineAt: number;
  readonly admit: (nowMs: number) => void;
  readonly turnAway: (reason: TurnTooLate) => void;
}

/** One API: what it allows, and who waits to ask it, in their order. */
interface Lane {
  readonly api: string;
  readonly pace: Pace;
  readonly turns: Turns;
  readonly queue: Set<Waiting>;
}

/** The limiter that `createLimiter` makes. */
export class Gate implements Limiter {
  readonly #settings: GateSettings;
  readonly #lanes = new Map<string, Lane>();
  readonly #turns = new Turns();
  readonly #tally = new Tally();
  #came = 0;
  #active = 0;
  #cancelTimer = (): void => undefined;

  constructor(settings: GateSettings) {
    this.#settings = settings;
  }

  enter({ signal, api, deadlineAt }: Caller): Promise<(outcome: AttemptOutcome) => void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const lane = this.#lane(api);
      const leaveQueue = (): void => {
        signal.removeEventListener("abort", giveUp);
        lane.queue.delete(waiting);
      };
      const giveUp = (): void => {
        leaveQueue();
        this.#admit();
        reject(signal.reason);
      };
      this.#came += 1;
      const waiting: Waiting = {
        nth: this.#came,
        deadlineAt,
        admit: (nowMs) => {
          leaveQueue();
          resolve(this.#started(lane, nowMs));
        },
        turnAway: (reason) => {
          leaveQueue();
          reject(reason);
        },
      };
      signal.addEventListener("abort", giveUp, { once: true });
      lane.queue.add(waiting);
      this.#turnAway(lane);
      this.#admit();
    });
  }

  passage(): Passage {
    const { perSecond, timing } = this.#settings;
    const counted = this.#tally.sum(timing.now());
    const learned = [...this.#lanes.values()].filter(({ pace }) => pace.hasLearned);
    return {
      ...counted,
      ...(Number.isFinite(perSecond) && { shareOfRate: counted.perSecond / perSecond }),
      learnedPerSecond: Object.fromEntries(learned.map(({ api, pace }) => [api, pace.perSecond])),
    };
  }

  #lane(api: string): Lane {
    const lane = this.#lanes.get(api) ?? { api, pace: new Pace(), turns: new Turns(), queue: new Set() };
    this.#lanes.set(api, lane);
    return lane;
  }

  /** Lets in whoever's turn it is, in their order; an API that has to wait keeps nobody from asking another. */
  #admit(): void {
    this.#cancelTimer();
    const { concurrency, perSecond, timing } = this.#settings;
    const nowMs = timing.now();
    while (this.#active < concurrency) {
      const next = this.#next(nowMs);
      if (next === undefined) return;
      const { lane, waiting, dueMs } = next;
      if (dueMs > nowMs) {
        this.#cancelTimer = timing.after(Math.min(dueMs - nowMs, MAX_TIMER_MS), () => this.#admit());
        return;
      }
      this.#turns.take(nowMs, perSecond);
      lane.turns.take(nowMs, lane.pace.perSecond);
      waiting.admit(nowMs);
    }
  }

  /** Who is to be let in next, and when: whoever is due first, and of those the one who came first. */
  #next(
    nowMs: number,
  ): { readonly lane: Lane; readonly waiting: Waiting; readonly dueMs: number } | undefined {
    const heads = [...this.#lanes.values()].flatMap((lane) => {
      const [waiting] = lane.queue;
      const dueMs = Math.max(this.#turns.nextMs, lane.turns.nextMs, nowMs);
      return waiting === undefined ? [] : [{ lane, waiting, dueMs }];
    });
    const [first] = heads.sort((a, b) => a.dueMs - b.dueMs || a.waiting.nth - b.waiting.nth);
    return first;
  }

  /** Sends away whoever would wait for nothing. */
  #turnAway({ pace, queue }: Lane): void {
    const { closedUntilMs, closedBy } = pace;
    if (closedUntilMs <= this.#settings.timing.now()) return;
    for (const { deadlineAt, turnAway } of queue) {
      if (deadlineAt <= closedUntilMs) turnAway(new TurnTooLate(closedBy, closedUntilMs));
    }
  }

  #started(lane: Lane, startedMs: number): (outcome: AttemptOutcome) => void {
    this.#active += 1;
    this.#tally.start(startedMs);
    let isOver = false;
    return (outcome) => {
      if (isOver) return;
      isOver = true;
      const nowMs = this.#settings.timing.now();
      this.#active -= 1;
      this.#tally.end(nowMs, isRefusal(outcome.status));
      lane.pace.learn(outcome, startedMs, nowMs);
      lane.turns.holdUntil(lane.pace.closedUntilMs);
      this.#turnAway(lane);
      this.#admit();
    };
  }
}
