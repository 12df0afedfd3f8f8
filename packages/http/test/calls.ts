import type { Operation, ResponseEvent, RetryEvent, TransportOptions } from "../src/index.ts";
import { transport } from "../src/index.ts";
import type { Transport } from "../src/send/transport-options.ts";
import { TestClock } from "./TestClock.ts";

/** A read, as generated metadata describes it. */
export const listBatches: Operation = {
  id: "listBatches",
  method: "GET",
  path: "/v1/batches",
  retry: "safe",
};

/** A transport on a clock of its own, whose waits pass at once and are written down. */
export interface Wire {
  readonly send: Transport;
  readonly clock: TestClock;
  readonly retries: RetryEvent[];
  readonly responses: ResponseEvent[];
}

export const wire = ({
  random,
  ...options
}: Partial<TransportOptions> & { readonly random?: number } = {}): Wire => {
  const clock = new TestClock(random);
  const retries: RetryEvent[] = [];
  const responses: ResponseEvent[] = [];
  const send = transport({
    api: "Koard",
    timing: clock,
    hooks: {
      onRetry: (event) => {
        retries.push(event);
        // Once the call has set its timer for the wait.
        setImmediate(() => clock.advance(event.waitMs));
      },
      onResponse: (event) => responses.push(event),
    },
    ...options,
  });
  return { send, clock, retries, responses };
};

/** What a promise rejects with. */
export const rejection = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("expected a rejection");
};

/** A value as JavaScript hands it on: the compiler takes it for anything. */
export const untyped = (value: unknown): ReturnType<typeof Reflect.get> => Reflect.get({ value }, "value");
