import { type ApiRefused, apiErrors, ContractBroken } from "../errors/api-errors.ts";
import { kindOf } from "../errors/clean-text.ts";
import { refusal } from "../errors/refusal.ts";
import { type Reply, replyOf } from "../errors/reply.ts";
import type { Answer, CallInit, Operation } from "../operation.ts";
import { type ReadJson, readJson } from "../send/read-json.ts";
import { checkedResponse } from "../send/rebuild.ts";
import type { ReceivedBody } from "../send/transport-options.ts";
import { newIdempotencyKey, systemTiming } from "../time/timing.ts";
import { invalid } from "../validate/check-request.ts";
import type { AnswerCheck, CheckContext, OperationValidators } from "../validate/validator.ts";
import type { BindOptions } from "./bind-types.ts";
import { buildRequest } from "./build-request.ts";
import { callFault, headersOf } from "./call-options.ts";

/** What a call needs of its client. */
type CallSettings = Omit<BindOptions<unknown>, "operations" | "validators">;

/** What a method calls, and what its parameters and bodies are held against. */
interface CallTarget {
  readonly operation: Operation;
  readonly validators: OperationValidators;
}

/** Makes one call, as the methods of `bindOperations` promise it. */
export const callOperation = async (
  { operation, validators }: CallTarget,
  init: CallInit,
  settings: CallSettings,
): Promise<Answer<unknown>> => {
  const { api, errors = apiErrors } = settings;
  const context = { api, operation: operation.id, errors };
  const fault = callFault(init);
  if (fault !== undefined) throw invalid(context, fault);
  const headers = headersOf(init.headers, context);
  if (init.body !== undefined && /^(?:GET|HEAD)$/.test(operation.method)) {
    throw invalid(context, { path: "$", expected: "no body", actual: kindOf(init.body) });
  }
  const body = withKey(init.body, operation, settings.newKey ?? newIdempotencyKey);
  const request = await buildRequest(operation, { ...init, headers, body }, { ...settings, context });
  const { path = {}, query = {}, header = {}, cookie = {} } = init;
  validators.parameters?.({ path, query, header, cookie }, context);
  if (body !== undefined) validators.request?.(body, context);
  else if (operation.bodyRequired) {
    throw invalid(context, { path: "$", expected: "a body", actual: "none" });
  }

  const exchange = new Exchange(operation, validators.response !== undefined, settings);
  const response = await exchange.send(request, init);
  if (validators.response === undefined || isEmpty(operation, response.status))
    return { data: undefined, response, leftOut: [] };
  const onViolation = init.onViolation ?? settings.onViolation;
  return checkedAnswer(validators.response, { exchange, response }, { ...context, onViolation });
};

/**
 * The answer, which alone holds its body from here on. A function of its own, because a call's own variables last as
 * long as the call is remembered, and it waited long.
 */
const checkedAnswer = (
  check: AnswerCheck,
  { exchange, response }: { readonly exchange: Exchange; readonly response: Response },
  context: CheckContext,
): Answer<unknown> => {
  const reply = exchange.takeReply();
  try {
    const { parsed, isDeep } = exchange.takeParsed();
    const { body, leftOut } = check(parsed, { ...context, reply, isDeep });
    return { data: body, response, leftOut };
  } catch (error) {
    if (error instanceof ContractBroken) throw error;
    // Such as a body nested so deep that the check of it runs out of stack.
    const { api, operation, errors } = context;
    const text = { path: "$", expected: "a body that can be checked", actual: "one whose check failed" };
    throw new errors.contractBroken({ api, operation, reply, ...text });
  }
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
  async send(request: Request, { signal, timeoutMs, deadline, maxAttempts }: CallInit): Promise<Response> {
    const given: unknown = await this.#settings.transport(request, this.#operation, {
      ...(signal && { signal }),
      ...(timeoutMs !== undefined && { timeoutMs }),
      ...(deadline && { deadline }),
      ...(maxAttempts !== undefined && { maxAttempts }),
      accept: (received) => this.#accept(received),
    });
    const response = checkedResponse(given, { of: this.#settings.api, option: "transport" });
    const { status, headers } = response;
    if (!response.ok) throw await this.#refusal(response);
    // A transport of the caller's own may not know of `accept`.
    if (this.#reply === undefined) {
      this.#accept({ status, headers, bytes: new Uint8Array(await response.clone().arrayBuffer()) });
    }
    return response;
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
    const { api, errors = apiErrors, secrets = [] } = this.#settings;
    const reply = replyOf(received, secrets);
    const context = { api, operation: this.#operation.id, errors, reply };
    if (this.#promisesBody && !isEmpty(this.#operation, received.status))
      this.#read = readJson(received, context);
    this.#reply = reply;
  }

  async #refusal(response: Response): Promise<ApiRefused> {
    const { api, errors = apiErrors, secrets = [], timing = systemTiming } = this.#settings;
    const context = { api, operation: this.#operation.id, errors, secrets, nowMs: timing.now() };
    const { status, headers } = response;
    return refusal({ status, headers, bytes: new Uint8Array(await response.arrayBuffer()) }, context);
  }
}

const isEmpty = ({ emptyStatuses = [] }: Operation, status: number): boolean =>
  emptyStatuses.includes(status);

/** The body with an idempotency key: the caller's, or one made once for all attempts of this call. */
const withKey = (body: unknown, operation: Operation, newKey: () => string): unknown => {
  const name = operation.idempotencyKey;
  if (operation.retry !== "keyed" || name === undefined) return body;
  if (body === undefined) return { [name]: newKey() };
  // Anything but an object breaks the spec, which the check that follows reports better.
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const given: unknown = Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
  return given === undefined || given === null ? { ...body, [name]: newKey() } : body;
};
