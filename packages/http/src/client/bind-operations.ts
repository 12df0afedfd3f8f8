import { apiErrors } from "../errors/api-errors.ts";
import { steadyErrors } from "../errors/steady-errors.ts";
import type { Answer, CallInit, Operation, Pagination } from "../operation.ts";
import { CHECKS, HEADERS, OPERATIONS } from "../operation-rules.ts";
import { A_CLOCK, A_FUNCTION, ADDRESSES, AN_ADDRESS, ERRORS, hasMethods, required } from "../option-rules.ts";
import { checkOptions, type OptionRule, type OptionRules } from "../options.ts";
import { TRANSPORT_RULES } from "../send/settings.ts";
import { steadyClock } from "../time/steady-timing.ts";
import { newIdempotencyKey, systemTiming } from "../time/timing.ts";
import type { OperationValidators } from "../validate/validator.ts";
import type { BindOptions, MethodsShape } from "./bind-types.ts";
import { callOperation } from "./call-operation.ts";
import { pagedMethod } from "./paged-method.ts";

/**
 * Makes the methods of a client: one for each operation, under its `operationId`; a {@link PagedMethod}
 * for each that lists by pages.
 *
 * A method checks what it is given against the spec before anything is sent (`RequestInvalid`), gives a
 * `keyed` write without idempotency key one of its own for all its attempts, and answers a 2xx whose body
 * keeps to the spec. It throws `ApiRefused`, `ApiUnreachable`, `ContractBroken`, and `signal.reason` when
 * the caller gives up.
 */
export const bindOperations = <Methods extends MethodsShape<Methods>>(
  options: BindOptions<Methods>,
): Methods => {
  const {
    errors = apiErrors,
    newKey = newIdempotencyKey,
    timing = systemTiming,
    ...given
  } = checkOptions("bindOperations", options, BIND_RULES);
  const methods: Record<string, (init?: CallInit) => Promise<Answer<unknown>>> = {};
  const validators = new Map(Object.entries<OperationValidators | undefined>(given.validators));
  // Entries leave out what is no text, which a header cannot be called by.
  const headers = Object.fromEntries(Object.entries(given.headers ?? {}));
  const settings = { ...given, headers, newKey, errors: steadyErrors(errors), timing: steadyClock(timing) };
  const names = { api: given.api, errors: settings.errors };
  for (const [id, operation] of Object.entries<Operation>(given.operations)) {
    const target = { operation, validators: validators.get(id) ?? {} };
    const call = (init?: CallInit, next?: string): Promise<Answer<unknown>> =>
      callOperation({ ...target, next }, init, settings);
    const method = (init?: CallInit): Promise<Answer<unknown>> => call(init);
    methods[id] =
      operation.walks?.({ ...names, call, operation: id }) ??
      (isPaged(operation) ? pagedMethod(method, operation, names) : method);
  }
  const bound: unknown = methods;
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the generated interface promises of each method what its validators check; no type of the language says of names that are known only at run time what each of them has.
  return bound as Methods;
};

const A_CREDENTIALS: OptionRule = { expected: "Credentials", takes: /* @__PURE__ */ hasMethods("of") };

const BIND_RULES: OptionRules = {
  ...{ api: TRANSPORT_RULES.api, secrets: TRANSPORT_RULES.secrets, errors: ERRORS },
  ...{ operations: OPERATIONS, validators: CHECKS, headers: HEADERS },
  baseUrl: required(AN_ADDRESS),
  servers: ADDRESSES,
  credentials: A_CREDENTIALS,
  transport: required(A_FUNCTION),
  ...{ onViolation: A_FUNCTION, newKey: A_FUNCTION, timing: A_CLOCK },
};

const isPaged = (operation: Operation): operation is Operation & { readonly pagination: Pagination } =>
  operation.pagination !== undefined;
