import { unlessAborted } from "../time/scope.ts";
import type { Timing } from "../time/timing.ts";

/** How much of a body is read whatever else is under way. */
export const FREE_BODY_BYTES: number = 1024 * 1024;

/** The right of one attempt to read a large body. */
export interface LargeBodyTurn {
  /** Waits until no other attempt has it. Rejects with the signal's reason when that fires. */
  readonly take: (signal: AbortSignal) => Promise<void>;
  /** How long it was waited for, in milliseconds; while it is, how long so far. No limit of time of the attempt counts that. */
  readonly waitedMs: () => number;
  /** Gives it up, where it was taken or is waited for. */
  readonly end: () => void;
}

/**
 * Lets the attempts of a transport read bodies of more than {@link FREE_BODY_BYTES} one after another, each until it is
 * parsed: however many requests are under way at once, their bodies take no more memory than one body at its maximum and
 * that much of each of the others.
 */
export class LargeBodies {
  #last: Promise<void> = Promise.resolve();

  turn(timing: Pick<Timing, "now">): LargeBodyTurn {
    let end = (): void => undefined;
    let waitedMs = (): number => 0;
    return {
      take: async (signal) => {
        // A body that nobody waits for any more may still be read a little: its turn would never end.
        signal.throwIfAborted();
        const before = this.#last;
        const ended = new Promise<void>((resolve) => {
          end = resolve;
        });
        this.#last = before.then(() => ended);
        const since = timing.now();
        waitedMs = () => timing.now() - since;
        await unlessAborted(signal, before);
        const waited = waitedMs();
        waitedMs = () => waited;
      },
      waitedMs: () => waitedMs(),
      end: () => end(),
    };
  }
}
