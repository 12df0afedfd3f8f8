import { letGo, nameAndPlace, orElse } from "../caller-code.ts";
import type { ApiRefused, ErrorClasses } from "../errors/api-errors.ts";
import { kindOf } from "../errors/clean-text.ts";
import { connectionFailure } from "../errors/failures.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import { refusal } from "../errors/refusal.ts";
import { type Reply, replyOf } from "../errors/reply.ts";
import type { Answer, CallInit, Operation } from "../operation.ts";
import { type ReadJson, readJson } from "../send/read-json.ts";
import { type ReceivedResponse, receivedResponse } from "../send/rebuild.ts";
import type { ReadContext, ReceivedBody } from "../send/received-body.ts";
import type { TransportCall } from "../send/transport-options.ts";
import type { Timing } from "../time/timing.ts";
import { invalid, orInvalid } from "../validate/check-request.ts";
import { orBroken } from "../validate/or-broken.ts";
import type { AnswerCheck, CheckContext, OperationValidators } from "../validate/validator.ts";
import type { BindOptions } from "./bind-types.ts";
import { buildRequest } from "./build-request.ts";
import { type ReadCall, readCall } from "./call-options.ts";

/** What a call needs of its client, every default filled in. */
export interface CallSettings
  extends Omit<BindOptions<unknown>, "operations" | "validators" | "errors" | "newKey" | "timing"> {
  readonly errors: ErrorClasses;
  readonly newKey: () => unknown;
  readonly timing: Pick<Timing, "now">;
}

/** What a method calls, and what its parameters and bodies are held against. */
interface CallTarget {
  readonly operation: Operation;
  readonly validators: OperationValidators;
  /** The address of a page, which the page before it gave. */
  readonly next?: string | undefined;
}

/** Makes one call, as the methods of `bindOperations` promise it. */
export const callOperation = async (
  { operation, validators, next }: CallTarget,
  given: CallInit | undefined,
  settings: CallSettings,
): Promise<Answer<unknown>> => {
  const { api, errors } = settings;
  const context = { api, operation: operation.id, errors };
  const init = readCall(given === undefined ? {} : given, operation, context);
  if (init.body !== undefined && /^(?:GET|HEAD)$/.test(operation.method)) {
    throw invalid(context, { path: "$", expected: "no body", actual: kindOf(init.body) });
  }
  const keyed = withKey(init, operation, settings.newKey);
  const { body } = keyed;
  const { request, isStream } = await buildRequest(operation, { ...keyed, next }, { ...settings, context });
  const { path = {}, query = {}, header = {}, cookie = {} } = init;
  orInvalid(() => validators.parameters?.({ path, query, header, cookie }, context), context);
  if (body !== undefined) orInvalid(() => validators.request?.(body, context), context);
  else if (operation.bodyRequired) {
    throw invalid(context, { path: "$", expected: "a body", actual: "none" });
  }

  const exchange = new Exchange(operation, validators.response !== undefined, settings);
  const response = await exchange.send(request, { ...init, sendsStream: isStream });
  const onViolation = init.onViolation ?? settings.onViolation;
  const answer = answerOf({ operation, validators }, { exchange, response }, { ...context, onViolation });
  const { readsHeaders } = operation;
  if (readsHeaders === undefined) return answer;
  const read = { ...context, reply: undefined };
  return Object.assign(answer, {
    headers: orBroken(() => {
      const given: unknown = readsHeaders(response.headers, { operation: operation.id, onViolation });
      letGo(given);
      return given;
    }, read),
  });
};

const answerOf = (
  { operation, validators }: CallTarget,
  answered: Answered,
  context: CheckContext,
): Answer<unknown> => {
  const { response } = answered;
  const { status } = response;
  const isBare = operation.emptyStatuses?.includes(status);
  if (!isBare && operation.reads?.stream !== undefined)
    return { data: response.body ?? EMPTY(), status, response, leftOut: [] };
  if (isBare || validators.response === undefined) return { data: undefined, status, response, leftOut: [] };
  return checkedAnswer(validators.response, answered, context);
};

/** Of a body that is not there. */
const EMPTY = (): ReadableStream => new ReadableStream({ start: (controller) => controller.close() });

interface Answered {
  readonly exchange: Exchange;
  readonly response: Response;
}

/**
 * The answer, which alone holds its body from here on. A function of its own, because a call's own variables last as
 * long as the call is remembered, and it waited long.
 */
const checkedAnswer = (
  check: AnswerCheck,
  { exchange, response }: Answered,
  context: CheckContext,
): Answer<unknown> => {
  const answered = { ...context, reply: exchange.takeReply() };
  const { parsed, isDeep } = exchange.takeParsed();
  return orBroken(() => {
    const given = check(parsed, { ...answered, isDeep });
    letGo(given);
    const { body, leftOut } = given;
    return { data: body, status: response.status, response, leftOut: [...leftOut] };
  }, answered);
};

/** Sends one built request through the transport, and keeps what its body was parsed to. */
class Exchange {
  #read: ReadJson | undefined;
  #reply: Reply | undefined;
  readonly #operation: Operation;
  readonly #promisesBody: boolean;
  readonly #settings: CallSettings;

  constructor(operation: Operation, promisesBody: boolean, settings: CallSettings) {
    this.#operation = operation;
    this.#promisesBody = promisesBody;
    this.#settings = settings;
  }

  /** Answers 2xx responses only. By status, not by the URL library's `error`: that is falsy for an empty refusal. */
  async send(
    request: Request,
    { signal, timeoutMs, deadline, maxAttempts, sendsStream }: CallInit & Pick<TransportCall, "sendsStream">,
  ): Promise<Response> {
    const given: unknown = await this.#settings.transport(request, this.#operation, {
      ...(signal && { signal }),
      ...(timeoutMs !== undefined && { timeoutMs }),
      ...(deadline !== undefined && { deadline }),
      ...(maxAttempts !== undefined && { maxAttempts }),
      ...(sendsStream && { sendsStream }),
      accept: (received) => this.#accept(received),
    });
    const response = receivedResponse(given, { of: this.#settings.api, option: "transport" });
    if (!response.ok) throw this.#refusal(response, await this.#bodyOf(given, response));
    // A transport of the caller's own may not know of `accept`, and none calls it for a stream, which is its reader's to look at.
    if (this.#reply === undefined) {
      const bytes = this.#operation.reads?.stream ? new Uint8Array() : await this.#bodyOf(given, response);
      this.#accept({ ...response, bytes });
    }
    return asResponse(given);
  }

  /** The body of an answer, which stays readable; one that breaks off came all the same. */
  async #bodyOf(given: unknown, { status, headers }: ReceivedResponse): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return new Uint8Array(await asResponse(given).clone().arrayBuffer());
    } catch (error) {
      const { api, errors, secrets = [] } = this.#settings;
      const cause = connectionFailure(error, secrets);
      const reply = replyOf({ status, headers }, secrets);
      const { reason } = cause;
      throw new errors.unreachable({ api, operation: this.#operation.id, reason, attempts: 1, cause, reply });
    }
  }

  /** What the body was parsed to, once. Throws the error for one that was not worth parsing. */
  takeParsed(): { readonly parsed: unknown; readonly isDeep: boolean } {
    const read = this.#read ?? { parsed: undefined, isDeep: false };
    this.#read = undefined;
    if ("refused" in read) throw read.refused;
    return read;
  }

  /** What came with the answer, once. */
  takeReply(): Reply | undefined {
    const reply = this.#reply;
    this.#reply = undefined;
    return reply;
  }

  #accept(received: ReceivedBody): void {
    const { api, errors, secrets = [] } = this.#settings;
    const reply = replyOf(received, secrets);
    const context = { api, operation: this.#operation.id, errors, reply };
    const { reads, accept } = this.#operation;
    if (!this.#operation.emptyStatuses?.includes(received.status)) {
      reads?.takes?.(received, accept, context);
      if (this.#promisesBody && !reads?.stream) this.#read = readBody(this.#operation, received, context);
    }
    this.#reply = reply;
  }

  #refusal({ status, headers }: ReceivedResponse, bytes: Uint8Array): ApiRefused {
    const { api, errors, secrets = [], timing } = this.#settings;
    const context = { api, operation: this.#operation.id, errors, secrets, nowMs: timing.now() };
    return refusal({ status, headers, bytes }, context);
  }
}

const readBody = ({ reads }: Operation, received: ReceivedBody, context: ReadContext): ReadJson =>
  reads?.text === undefined
    ? readJson(received, context)
    : { parsed: reads.text(received, context), isDeep: false };

/** The response itself, for whoever asked: it was looked at, and of its class nothing is known. */
const asResponse = (given: unknown): Response => Object(given);

/** A call with an idempotency key: the caller's, or one made once for all attempts of this call. */
const withKey = (init: ReadCall, operation: Operation, newKey: () => unknown): ReadCall => {
  const { idempotencyKey: name, idempotencyKeyIn } = operation;
  if (operation.retry !== "keyed" || name === undefined) return init;
  const { body, header, headers } = init;
  if (idempotencyKeyIn === "header") {
    const key = name.toLowerCase();
    const given =
      headers[key] ?? Object.entries(header ?? {}).find(([one]) => one.toLowerCase() === key)?.[1];
    return given === undefined ? { ...init, headers: { ...headers, [key]: keyFrom(newKey) } } : init;
  }
  if (body === undefined) return { ...init, body: { [name]: keyFrom(newKey) } };
  // Anything but an object breaks the spec, which the check that follows reports better.
  if (typeof body !== "object" || body === null || Array.isArray(body)) return init;
  const given: unknown = Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
  return given === undefined || given === null
    ? { ...init, body: { ...body, [name]: keyFrom(newKey) } }
    : init;
};

const keyFrom = (newKey: () => unknown): string => {
  const fail = (actual: string): OptionInvalid =>
    new OptionInvalid({
      of: "bindOperations",
      option: "newKey",
      expected: "a function that gives a text",
      actual,
    });
  const key = orElse(newKey, (error) => {
    throw fail(`one that threw ${nameAndPlace(error)}`);
  });
  if (typeof key === "string" && key !== "") return key;
  letGo(key);
  throw fail(`one that gave ${kindOf(key)}`);
};
