import { letGo, nameAndPlace, reportFailure, runCallerCode } from "../caller-code.ts";
import { ContractBroken } from "../errors/api-errors.ts";
import { AttemptFailed, isAdmissionTooLate } from "../errors/failures.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import type { AttemptOutcome } from "../limit/limiter.ts";
import { askedWaitMs } from "../time/retry-wait.ts";
import { unlessAborted } from "../time/scope.ts";
import { type Attempt, type Exchange, exchange } from "./exchange.ts";
import { withBody, withStream } from "./rebuild.ts";
import type { TransportSettings } from "./settings.ts";

/** How one attempt ended. Of a refusal `bytes` is the beginning of the body. */
type AttemptResult =
  | { readonly kind: "accepted"; readonly response: Response }
  | ({ readonly kind: "refused" } & Exchange)
  | { readonly kind: "failed"; readonly failure: AttemptFailed | ContractBroken };

/** The same, with the time from sending to the end. */
export type TimedResult = AttemptResult & { readonly tookMs: number };

/**
 * Sends once and reads the answer to its end, when the limiter admits it. Rejects only where nothing more is to be
 * tried: as {@link exchange} does, with `AdmissionTooLate`, and with `OptionInvalid` for an `accept` that fails.
 */
export const sendOnce = async (
  attempt: Omit<Attempt, "turn">,
  settings: TransportSettings,
): Promise<TimedResult> => {
  const leave = await admitted(attempt, settings);
  const sentAt = settings.timing.now();
  const turn = settings.largeBodies.turn(settings.timing);
  try {
    const answer = await exchanged({ ...attempt, turn }, settings, leave);
    return {
      ...judged(answer, attempt, settings),
      tookMs: settings.timing.now() - sentAt - turn.waitedMs(),
    };
  } finally {
    turn.end();
  }
};

/** The answer, or why there is none; the place is left as soon as that is known. */
const exchanged = async (
  attempt: Attempt,
  settings: TransportSettings,
  leave: Leave,
): Promise<Exchange | AttemptFailed> => {
  let answer: Exchange | AttemptFailed | undefined;
  try {
    answer = await exchange(attempt, settings);
    return answer;
  } finally {
    leave(outcomeOf(answer, settings.timing.now()));
  }
};

type Leave = (outcome: AttemptOutcome) => void;

/**
 * Waits to be admitted. A limiter may be the caller's own: one that fails is reported and gone on without, and one that
 * does not heed the signal is not waited for beyond it.
 */
const admitted = async (
  { signal, deadlineAt }: Pick<Attempt, "signal" | "deadlineAt">,
  { limiter, api }: TransportSettings,
): Promise<Leave> => {
  if (limiter === undefined) return () => undefined;
  const entering = entered(() => limiter.enter({ signal, api, deadlineAt }));
  const leaving = (leave: unknown): Leave => {
    if (isLeave(leave))
      return (outcome) => runCallerCode("limiter.enter's end", limiter, () => leave(outcome));
    reportFailure("limiter.enter", limiter, new TypeError("It resolved with no function"));
    return () => undefined;
  };
  try {
    return leaving(await unlessAborted(signal, entering));
  } catch (error) {
    if (signal.aborted) {
      // Admitted after all, when nobody waited any more: the place is given back.
      entering.then((leave) => leaving(leave)({})).catch(() => undefined);
      throw signal.reason;
    }
    if (isAdmissionTooLate(error)) throw error;
    reportFailure("limiter.enter", limiter, error);
    return () => undefined;
  }
};

const isLeave = (leave: unknown): leave is Leave => typeof leave === "function";

/** What it throws at once becomes a rejection. */
const entered = async (enter: () => unknown): Promise<unknown> => enter();

const outcomeOf = (answer: Exchange | AttemptFailed | undefined, nowMs: number): AttemptOutcome => {
  if (answer === undefined || answer instanceof AttemptFailed) return {};
  const { response } = answer;
  const waitMs = askedWaitMs(response, nowMs);
  return { status: response.status, ...(waitMs !== undefined && { retryAfterMs: waitMs }) };
};

const judged = (
  answer: Exchange | AttemptFailed,
  { call, operation }: Pick<Attempt, "call" | "operation">,
  { api }: TransportSettings,
): AttemptResult => {
  if (answer instanceof AttemptFailed) return { kind: "failed", failure: answer };
  const { response, bytes } = answer;
  if (!response.ok) return { kind: "refused", ...answer };
  if (operation.reads?.stream !== undefined) return { kind: "accepted", response: withStream(response) };
  const { status, headers } = response;
  try {
    const given: unknown = call.accept?.({ status, headers, bytes });
    letGo(given);
    if (given !== undefined) throw new TypeError("It gave something, which nobody would wait for or look at");
  } catch (error) {
    if (!(error instanceof ContractBroken)) {
      const expected = "a function that throws nothing but ContractBroken";
      const actual = `one that threw ${nameAndPlace(error)}`;
      throw new OptionInvalid({ of: api, option: "accept", expected, actual });
    }
    return { kind: "failed", failure: error };
  }
  return { kind: "accepted", response: withBody(response, bytes) };
};
