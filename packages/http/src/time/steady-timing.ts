import { letGo, orElse, reportFailure, runCallerCode } from "../caller-code.ts";
import { isOf } from "../errors/failures.ts";
import { systemTiming, type Timing } from "./timing.ts";

/**
 * A caller's clock, which can end no call: where it throws, or gives what is no number, that is reported once, and it
 * goes on from the last time that it gave, or from the platform's where there was none.
 */
export const steadyClock = (given: Pick<Timing, "now">): Pick<Timing, "now"> => {
  let last: number | undefined;
  return {
    now: () => {
      const nowMs = numberOf("timing.now", given, () => given.now());
      last = nowMs ?? last ?? systemTiming.now();
      return last;
    },
  };
};

/** A caller's timers, in the same way; in the place of one that cannot be set stands the platform's. */
export const steadyTimers = (given: Pick<Timing, "after">): Pick<Timing, "after"> => ({
  after: (ms, run) => {
    let isSet = false;
    let isEarly = false;
    const ring = (): void => {
      // A timer that rings before it is set has not waited, and what waits for it would wait for ever anew.
      if (isSet) run();
      else isEarly = true;
    };
    const cancel = orElse<unknown>(
      () => given.after(ms, ring),
      (error) => error,
    );
    isSet = true;
    if (typeof cancel === "function" && !isEarly) {
      return () => runCallerCode("timing.after's end", given, () => Reflect.apply(cancel, undefined, []));
    }
    letGo(cancel);
    const fault = isOf(cancel, Error) ? cancel : new TypeError("It set no timer that can be called off");
    reportFailure("timing.after", given, fault);
    return systemTiming.after(ms, run);
  },
});

/** All of a caller's timing in this way. */
export const steadyTiming = (given: Timing): Timing => ({
  ...steadyClock(given),
  ...steadyTimers(given),
  random: () => {
    const random = numberOf("timing.random", given, () => given.random());
    return random !== undefined && random >= 0 && random < 1 ? random : systemTiming.random();
  },
});

const numberOf = (name: string, given: object, read: () => unknown): number | undefined => {
  const fail = (error: unknown): undefined => {
    reportFailure(name, given, error);
  };
  return orElse<number | undefined>(() => {
    const value = read();
    if (typeof value === "number" && Number.isFinite(value)) return value;
    letGo(value);
    return fail(new TypeError("It gave no number"));
  }, fail);
};
