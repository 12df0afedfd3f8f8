import { notify } from "../caller-code.ts";
import { AttemptFailed, connectionFailure, isOf } from "../errors/failures.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import { type Reply, replyOf } from "../errors/reply.ts";
import type { Operation } from "../operation.ts";
import { openScope, unlessAborted } from "../time/scope.ts";
import type { LargeBodyTurn } from "./LargeBodies.ts";
import { BodyTooLarge, readBeginning, readBody } from "./read-body.ts";
import { type ReceivedResponse, receivedResponse } from "./rebuild.ts";
import type { TransportSettings } from "./settings.ts";
import type { TransportCall } from "./transport-options.ts";

/** How much of an error body is read; the reason stands at its beginning. */
const MAX_ERROR_BODY_BYTES = 64 * 1024;

/** One sending of one logical call. */
export interface Attempt {
  readonly operation: Operation;
  readonly call: TransportCall;
  /** Ends the whole call. */
  readonly signal: AbortSignal;
  /** When that will be at the latest, in milliseconds since the epoch. */
  readonly deadlineAt: number;
  /** How long it may take at most, whatever one attempt may take. */
  readonly leftMs: number;
  /** The number of this attempt, from 1. */
  readonly nth: number;
  /** Is taken for a large body, and ended by whoever reads what came of it. */
  readonly turn: LargeBodyTurn;
  /** Of whoever made the call; they end a body that is handed on after the call itself has ended. */
  readonly callers: readonly (AbortSignal | undefined)[];
  /** Makes a request that was never sent. */
  readonly freshRequest: (signal: AbortSignal) => Request;
}

/** An answer, wholly read; of anything but a 2xx the beginning. */
export interface Exchange {
  readonly response: ReceivedResponse;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Sends one request and reads its answer to the end, within the time of one attempt. Rejects only where nothing more
 * is to be tried: with `signal.reason` when the whole call is over, `ContractBroken` for a body that is too large, and
 * `OptionInvalid` for a `fetch` that resolves with something else than a response.
 */
export const exchange = async (
  attempt: Attempt,
  settings: TransportSettings,
): Promise<Exchange | AttemptFailed> => {
  const { timing, hooks } = settings;
  const { id: operation, method } = attempt.operation;
  const timeoutMs = Math.min(attempt.call.timeoutMs ?? settings.timeoutMs, attempt.leftMs);
  notify(hooks, "onRequest", { operation, method, attempt: attempt.nth });
  const sentAt = timing.now();
  const scope = openScope({
    outer: [attempt.signal],
    // A server can do nothing for what its answer waits for here.
    endsAt: () => sentAt + timeoutMs + attempt.turn.waitedMs(),
    reason: () => new AttemptFailed("timeout", `no whole answer within ${timeoutMs} ms`),
    timing,
  });
  try {
    const answer = await readAnswer(attempt, scope.signal, settings);
    if (answer instanceof AttemptFailed) return answer;
    const { response, bytes } = answer;
    const ms = timing.now() - sentAt;
    notify(hooks, "onResponse", { operation, status: response.status, ms, bytes: bytes.length });
    return answer;
  } finally {
    scope.close();
  }
};

const readAnswer = async (
  attempt: Attempt,
  signal: AbortSignal,
  settings: TransportSettings,
): Promise<Exchange | AttemptFailed> => {
  const request = attempt.freshRequest(signal);
  // The platform hears of the signal through the request, but does not hold it: a request that was
  // collected while it waited would keep its connection open, and the process with it, for minutes. And it
  // holds the signal for as long as the request is there: one that was held for longer would never go.
  const held = (): Request => request;
  signal.addEventListener("abort", held);
  let reply: Reply | undefined;
  try {
    const fetching = (async () => settings.fetch(request))();
    const given = { of: settings.api, option: "fetch" };
    const response = receivedResponse(await unlessAborted(signal, fetching), given);
    const { status, headers } = response;
    reply = replyOf({ status, headers }, settings.secrets);
    const { id: operation, reads } = attempt.operation;
    if (response.ok && response.body !== null && reads?.stream !== undefined) {
      const body = reads.stream(response.body, {
        ...{ ...settings, maxBytes: settings.maxBodyBytes, operation, reply },
        ...{ signals: attempt.callers, deadlineAt: attempt.deadlineAt, attempts: attempt.nth },
      });
      return { response: { ...response, body }, bytes: new Uint8Array() };
    }
    return {
      response,
      bytes: await unlessAborted(
        signal,
        bodyOf(response, settings, () => attempt.turn.take(signal)),
      ),
    };
  } catch (error) {
    if (attempt.signal.aborted) throw endOf(attempt.signal, reply);
    if (error instanceof OptionInvalid) throw error;
    if (isOf(error, BodyTooLarge)) throw tooLarge(attempt, settings, reply);
    const { reason, message, isFinal } = isOf(error, AttemptFailed)
      ? error
      : connectionFailure(error, settings.secrets, new URL(request.url));
    return new AttemptFailed(reason, message, { isFinal, reply });
  } finally {
    signal.removeEventListener("abort", held);
  }
};

/** Why the call is over; where it was the deadline, with what had been answered by then. */
const endOf = ({ reason }: AbortSignal, reply: Reply | undefined): unknown =>
  isOf(reason, AttemptFailed) ? new AttemptFailed(reason.reason, reason.message, { reply }) : reason;

const tooLarge = (
  { operation }: Attempt,
  { api, errors, maxBodyBytes }: TransportSettings,
  reply: Reply | undefined,
): Error =>
  new errors.contractBroken({
    ...{ api, operation: operation.id, path: "$", reply },
    expected: `a body of at most ${maxBodyBytes} bytes`,
    actual: "a longer one",
  });

/** The whole body of a 2xx; of anything else the beginning, or nothing where even that breaks off. */
const bodyOf = (
  response: ReceivedResponse,
  settings: TransportSettings,
  takeTurn: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { idleTimeoutMs, maxBodyBytes, timing } = settings;
  const limits = { idleTimeoutMs, takeTurn };
  return response.ok
    ? readBody(response, { ...limits, maxBytes: maxBodyBytes }, timing)
    : readBeginning(response, { ...limits, maxBytes: MAX_ERROR_BODY_BYTES }, timing).catch(
        () => new Uint8Array(),
      );
};
