import { notify, orElse } from "../caller-code.ts";
import { ContractBroken } from "../errors/api-errors.ts";
import { type AdmissionTooLate, AttemptFailed, isAdmissionTooLate, isOf } from "../errors/failures.ts";
import { isRedirect, refusal } from "../errors/refusal.ts";
import type { Operation } from "../operation.ts";
import { A_FUNCTION, A_SIGNAL, A_SWITCH, CALL_RULES } from "../option-rules.ts";
import { type OptionFault, type OptionRule, type OptionRules, readOptions } from "../options.ts";
import { askedWaitMs, backoffMs } from "../time/retry-wait.ts";
import { openScope, type Scope } from "../time/scope.ts";
import { sleepUntil } from "../time/timing.ts";
import { sendOnce, type TimedResult } from "./attempt.ts";
import { canBeRebuilt, freshRequests, withBody } from "./rebuild.ts";
import { settingsOf, type TransportSettings } from "./settings.ts";
import type { Transport, TransportCall, TransportOptions } from "./transport-options.ts";

type Unaccepted = Exclude<TimedResult, { kind: "accepted" }>;

/**
 * Makes the one place between a client and the network: the only one that waits, sends again and gives
 * up. See {@link Transport} for what a call answers and throws, {@link TransportOptions} for its limits.
 *
 * Sent again are `safe` and `keyed` operations, after a failure of the connection, a body that breaks
 * off, stalls or is not accepted, and after 408, 425, 429 and any 5xx.
 */
export const transport = (options: TransportOptions): Transport => {
  const settings = settingsOf(options);
  return async (request, operation, call) => {
    const { timing } = settings;
    const given = givenCall({ request, operation, call }, settings);
    const deadlineAt = Number(given.call.deadline ?? timing.now() + settings.totalTimeoutMs);
    const scope = scopeOf(given, deadlineAt, settings);
    try {
      return await new LogicalCall({ ...given, deadlineAt }, settings).send(given.request, scope.signal);
    } finally {
      scope.close();
    }
  };
};

const A_REQUEST: OptionRule = {
  expected: "a Request whose body is still to be read",
  takes: (value) => typeof Object(value).arrayBuffer === "function" && Object(value).bodyUsed === false,
  isRequired: true,
};

const AN_OPERATION: OptionRule = {
  expected: "an operation with id and method",
  takes: (value) => {
    const { id, method, retry, idempotencyKey = "" } = Object(value);
    return [id, method, retry, idempotencyKey].every((text) => typeof text === "string");
  },
  isRequired: true,
};

const GIVEN: OptionRules = { request: A_REQUEST, operation: AN_OPERATION };

const TRANSPORT_CALL: OptionRules = { ...CALL_RULES, accept: A_FUNCTION, sendsStream: A_SWITCH };

interface GivenCall {
  readonly request: Request;
  readonly operation: Operation;
  readonly call: TransportCall;
}

/** What a call was given, each of it read once. Throws `RequestInvalid` for what is not what it has to be, and for an unknown option. */
const givenCall = (
  { request, operation, call = {} }: Omit<GivenCall, "call"> & { readonly call: TransportCall | undefined },
  settings: TransportSettings,
): GivenCall => {
  const main = readOptions({ request, operation }, GIVEN);
  const options = readOptions(call, TRANSPORT_CALL);
  const fault = main.fault ?? options.fault;
  if (fault !== undefined)
    throw callInvalid({ ...fault, option: fault.option || "call" }, operation, settings);
  return { request, operation: { ...operation }, call: Object(options.values) };
};

const callInvalid = (
  { option, expected, actual }: OptionFault,
  operation: unknown,
  { api, errors }: TransportSettings,
): Error => {
  const id = orElse<unknown>(
    () => Object(operation).id,
    () => undefined,
  );
  return new errors.requestInvalid({
    ...{ api, operation: typeof id === "string" ? id : "without a name" },
    ...{ path: option, expected, actual },
  });
};

/** Ends with the signals of the caller. One that lets nobody listen could end nothing, which is said before anything is sent. */
const scopeOf = (
  { request, operation, call }: GivenCall,
  endsAt: number,
  settings: TransportSettings,
): Scope =>
  orElse(
    () =>
      openScope({
        outer: [request.signal, call.signal],
        endsAt: () => endsAt,
        reason: () => new AttemptFailed("deadline", "the deadline has passed"),
        timing: settings.timing,
      }),
    () => {
      const fault = { option: "signal", expected: A_SIGNAL.expected, actual: "one that takes no listener" };
      throw callInvalid(fault, operation, settings);
    },
  );

/** What one call is about. */
interface CallTask {
  readonly operation: Operation;
  readonly call: TransportCall;
  readonly deadlineAt: number;
}

/** One call from its first attempt to its answer or error. */
class LogicalCall {
  readonly #settings: TransportSettings;
  readonly #operation: Operation;
  readonly #call: TransportCall;
  readonly #deadlineAt: number;
  readonly #maxAttempts: number;
  #attempts = 0;
  /** Of the time that it is tried for. */
  #leftMs: number;
  /** Why the last attempt was not the last. */
  #lastReason: string | undefined;

  constructor({ operation, call, deadlineAt }: CallTask, settings: TransportSettings) {
    this.#settings = settings;
    this.#operation = operation;
    this.#call = call;
    this.#deadlineAt = deadlineAt;
    this.#leftMs = settings.tryForMs;
    const mayRepeat = isRepeatable(operation) && call.sendsStream !== true;
    this.#maxAttempts = mayRepeat ? (call.maxAttempts ?? settings.maxAttempts) : 1;
  }

  async send(request: Request, signal: AbortSignal): Promise<Response> {
    try {
      const unreadable = (): never => {
        const fault = { option: "request", expected: A_REQUEST.expected, actual: "one that cannot be read" };
        throw callInvalid(fault, this.#operation, this.#settings);
      };
      const fresh = await freshRequests(request, this.#call).catch(unreadable);
      const freshRequest = (ending: AbortSignal): Request => orElse(() => fresh(ending), unreadable);
      for (;;) {
        this.#attempts += 1;
        const result = await sendOnce(
          {
            ...{ operation: this.#operation, call: this.#call, signal, freshRequest },
            callers: [request.signal, this.#call.signal],
            ...{ deadlineAt: this.#deadlineAt, leftMs: this.#leftMs, nth: this.#attempts },
          },
          this.#settings,
        );
        if (result.kind === "accepted") return result.response;
        this.#leftMs -= result.tookMs;
        const waitMs = this.#waitMs(result);
        if (waitMs === undefined) return this.#final(result);
        await this.#wait(result, waitMs, signal);
      }
    } catch (error) {
      if (isAdmissionTooLate(error)) throw this.#turnedAway(error);
      // The scope's own end; a reason of the caller's is the caller's to see as it is.
      if (!isOf(error, AttemptFailed)) throw error;
      throw this.#unreachable(error);
    }
  }

  /** How long to wait before the next attempt, or nothing where there is to be none. */
  #waitMs(result: Unaccepted): number | undefined {
    const { timing } = this.#settings;
    if (!this.#mayTryAgain(result)) return undefined;
    const own = backoffMs(this.#attempts, timing.random());
    const asked = askedBy(result, timing.now());
    const waitMs = asked ?? own;
    if (asked === undefined) this.#leftMs -= own;
    if (this.#leftMs <= 0) return undefined;
    if (timing.now() + waitMs < this.#deadlineAt) return waitMs;
    if (result.kind === "refused") return undefined;
    throw new AttemptFailed("deadline", `${reasonOf(result)}, and no time left to try again`);
  }

  #mayTryAgain(result: Unaccepted): boolean {
    return this.#attempts < this.#maxAttempts && this.#leftMs > 0 && this.#isWorthAnotherTry(result);
  }

  #isWorthAnotherTry(result: Unaccepted): boolean {
    if (result.kind === "refused") {
      const { status } = result.response;
      return status === 408 || status === 425 || status === 429 || status >= 500;
    }
    // A write that was answered by 2xx has been done, whatever became of the answer on its way to the caller.
    if (this.#operation.retry !== "safe" && isAnswered(result.failure)) return false;
    return !(result.failure instanceof AttemptFailed && result.failure.isFinal);
  }

  async #wait(result: Unaccepted, waitMs: number, signal: AbortSignal): Promise<void> {
    const { hooks, timing } = this.#settings;
    this.#lastReason = reasonOf(result);
    const { id: operation } = this.#operation;
    notify(hooks, "onRetry", { operation, attempt: this.#attempts, waitMs, reason: this.#lastReason });
    await sleepUntil(timing.now() + waitMs, signal, timing);
  }

  #final(result: Unaccepted): Response {
    if (result.kind === "failed") {
      throw result.failure instanceof ContractBroken ? result.failure : this.#unreachable(result.failure);
    }
    const { response, bytes } = result;
    const { api, errors, secrets, timing } = this.#settings;
    this.#reportRefusal(response.status, askedBy(result, timing.now()));
    const isOutOfTime = this.#mayTryAgain(result);
    if (!isRedirect(response.status) && !isOutOfTime && canBeRebuilt(response))
      return withBody(response, bytes);
    const context = { api, operation: this.#operation.id, errors, secrets, nowMs: timing.now() };
    throw refusal({ status: response.status, headers: response.headers, bytes }, context);
  }

  /** Other calls were refused; sending this one too would only be refused as well. */
  #turnedAway({ status, untilMs }: Pick<AdmissionTooLate, "status" | "untilMs">): Error {
    const { api, errors, timing } = this.#settings;
    const retryAfterMs = untilMs - timing.now();
    // The attempt that was about to be made was not made.
    this.#attempts -= 1;
    this.#reportRefusal(status, retryAfterMs);
    const detail = "it asked other calls to wait, so this one was not sent";
    return new errors.refused({ api, operation: this.#operation.id, status, detail, retryAfterMs });
  }

  #reportRefusal(status: number, retryAfterMs: number | undefined): void {
    notify(this.#settings.hooks, "onRefusal", {
      operation: this.#operation.id,
      status,
      attempts: this.#attempts,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }

  #unreachable(failure: AttemptFailed): Error {
    const { api, errors } = this.#settings;
    const { reason, reply } = failure;
    const before = reply === undefined ? this.#lastReason : `it had answered ${reply.status}`;
    const isTold = before !== undefined && (reply !== undefined || reason === "deadline");
    return new errors.unreachable({
      ...{ api, operation: this.#operation.id, reason, attempts: this.#attempts, reply },
      cause: isTold ? new AttemptFailed(reason, `${failure.message}, after ${before}`) : failure,
    });
  }
}

const isAnswered = (failure: AttemptFailed | ContractBroken): boolean =>
  failure instanceof ContractBroken || failure.reply !== undefined;

/** A write counts as keyed only where the metadata names the member of its key. */
const isRepeatable = ({ retry, idempotencyKey }: Operation): boolean =>
  retry === "safe" || (retry === "keyed" && idempotencyKey !== undefined);

const askedBy = (result: Unaccepted, nowMs: number): number | undefined =>
  result.kind === "refused" ? askedWaitMs(result.response, nowMs) : undefined;

const reasonOf = (result: Unaccepted): string => {
  if (result.kind === "refused") return String(result.response.status);
  return result.failure instanceof ContractBroken
    ? `expected ${result.failure.expected}`
    : result.failure.message;
};
