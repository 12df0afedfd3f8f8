import type { AttemptOutcome, Caller, LargeBodies, Limiter } from "@tieout/http";
import { Context } from "effect";

/** How fast one night may ask. */
export interface OwnLimits {
  readonly concurrency: number;
  readonly ratePerSecond: number | null;
}

/** What the nights that one process works on at once have in common. */
export interface SharedRequests {
  /** What all requests to the API of a base address wait at, given what the limits of one night are. */
  readonly limiterOf: (baseUrl: string, own: OwnLimits) => Limiter;
  /** What large bodies wait at for each other, since the process has one memory. */
  readonly largeBodies: LargeBodies;
}

/** Null where a process works on one night at a time: each has its own. */
export const SharedRequests = Context.Reference<SharedRequests | null>("tieout/sources/SharedRequests", {
  defaultValue: () => null,
});

/** A limiter behind another one: both admit an attempt, and learn from how it ended. */
export const behind = (first: Limiter, second: Limiter): Limiter => ({
  stats: () => first.stats(),
  enter: async (caller: Caller) => {
    const leave = await first.enter(caller);
    try {
      const leaveSecond = await second.enter(caller);
      return (outcome: AttemptOutcome) => {
        leaveSecond(outcome);
        leave(outcome);
      };
    } catch (cause) {
      leave({});
      throw cause;
    }
  },
});
