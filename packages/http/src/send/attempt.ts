import { ContractBroken } from "../errors/api-errors.ts";
import { AttemptFailed, connectionFailure } from "../errors/failures.ts";
import type { AttemptOutcome } from "../limit/limiter.ts";
import type { Operation } from "../operation.ts";
import { retryAfterMs } from "../time/retry-wait.ts";
import { openScope, unlessAborted } from "../time/scope.ts";
import { BodyTooLarge, readBeginning, readBody } from "./read-body.ts";
import { withBody } from "./rebuild.ts";
import type { TransportSettings } from "./settings.ts";
import type { TransportCall } from "./transport-options.ts";

/** How much of an error body is read; the reason stands at its beginning. */
const MAX_ERROR_BODY_BYTES = 64 * 1024;

/** How one attempt ended. The response of a refusal holds the beginning of its body. */
export type AttemptResult =
  | { readonly kind: "accepted"; readonly response: Response }
  | { readonly kind: "refused"; readonly response: Response; readonly bytes: Uint8Array }
  | { readonly kind: "failed"; readonly failure: AttemptFailed | ContractBroken };

/** One sending of one logical call. */
export interface Attempt {
  readonly operation: Operation;
  readonly call: TransportCall;
  /** Ends the whole call. */
  readonly signal: AbortSignal;
  /** When that will be at the latest, in milliseconds since the epoch. */
  readonly deadlineAt: number;
  /** The number of this attempt, from 1. */
  readonly nth: number;
  /** Makes a request that was never sent. */
  readonly freshRequest: (signal: AbortSignal) => Request;
}

/**
 * Sends once and reads the answer to its end. Rejects only where nothing more is to be tried: with
 * `signal.reason` when the whole call is over, and with `ContractBroken` for a body that is too large.
 */
export const sendOnce = async (attempt: Attempt, settings: TransportSettings): Promise<AttemptResult> => {
  const { signal, deadlineAt } = attempt;
  const leave = await settings.limiter?.enter({ signal, api: settings.api, deadlineAt });
  let exchange: Exchange | AttemptFailed | undefined;
  try {
    exchange = await exchanged(attempt, settings);
  } finally {
    leave?.(outcomeOf(exchange, settings.timing.now()));
  }
  return exchange instanceof AttemptFailed
    ? { kind: "failed", failure: exchange }
    : judged(exchange, attempt.call);
};

const outcomeOf = (exchange: Exchange | AttemptFailed | undefined, nowMs: number): AttemptOutcome => {
  if (exchange === undefined || exchange instanceof AttemptFailed) return {};
  const { status, headers } = exchange.response;
  const waitMs = retryAfterMs(headers.get("retry-after"), nowMs);
  return { status, ...(waitMs !== undefined && { retryAfterMs: waitMs }) };
};

interface Exchange {
  readonly response: Response;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One request and its answer, wholly read, within the time of one attempt. */
const exchanged = async (
  attempt: Attempt,
  settings: TransportSettings,
): Promise<Exchange | AttemptFailed> => {
  const { timing, secrets, api, errors } = settings;
  const timeoutMs = attempt.call.timeoutMs ?? settings.timeoutMs;
  const { id: operation, method } = attempt.operation;
  const sentAt = timing.now();
  settings.hooks.onRequest?.({ operation, method, attempt: attempt.nth });
  const scope = openScope({
    outer: [attempt.signal],
    endsAt: sentAt + timeoutMs,
    reason: () => new AttemptFailed("timeout", `no whole answer within ${timeoutMs} ms`),
    timing,
  });
  const request = attempt.freshRequest(scope.signal);
  // The platform hears of the signal through the request, but does not hold it: a request that was
  // collected while it waited would keep its connection open, and the process with it, for minutes. And it
  // holds the signal for as long as the request is there: one that was held for longer would never go.
  const held = (): Request => request;
  scope.signal.addEventListener("abort", held);
  try {
    const response = await unlessAborted(scope.signal, settings.fetch(request));
    const bytes = await unlessAborted(scope.signal, bodyOf(response, settings));
    const ms = timing.now() - sentAt;
    settings.hooks.onResponse?.({ operation, status: response.status, ms, bytes: bytes.length });
    return { response, bytes };
  } catch (error) {
    if (attempt.signal.aborted) throw attempt.signal.reason;
    if (error instanceof AttemptFailed) return error;
    if (error instanceof BodyTooLarge) {
      throw new errors.contractBroken({
        api,
        operation,
        path: "$",
        expected: `a body of at most ${settings.maxBodyBytes} bytes`,
        actual: "a longer one",
      });
    }
    return connectionFailure(error, secrets);
  } finally {
    scope.signal.removeEventListener("abort", held);
    scope.close();
  }
};

/** The whole body of a 2xx; of anything else the beginning, or nothing where even that breaks off. */
const bodyOf = (response: Response, settings: TransportSettings): Promise<Uint8Array<ArrayBuffer>> => {
  const { idleTimeoutMs, maxBodyBytes, timing } = settings;
  return response.ok
    ? readBody(response, { maxBytes: maxBodyBytes, idleTimeoutMs }, timing)
    : readBeginning(response, { maxBytes: MAX_ERROR_BODY_BYTES, idleTimeoutMs }, timing).catch(
        () => new Uint8Array(),
      );
};

const judged = ({ response, bytes }: Exchange, call: TransportCall): AttemptResult => {
  if (!response.ok) return { kind: "refused", response: withBody(response, bytes), bytes };
  const { status, headers } = response;
  try {
    call.accept?.({ status, headers, bytes });
  } catch (error) {
    if (!(error instanceof ContractBroken)) throw error;
    return { kind: "failed", failure: error };
  }
  return { kind: "accepted", response: withBody(response, bytes) };
};
