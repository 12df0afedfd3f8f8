import { isPlain } from "../errors/clean-text.ts";
import type { Answer, CallInit, Operation, Pagination } from "../operation.ts";
import {
  A_CLOCK,
  A_FUNCTION,
  ADDRESSES,
  AN_ADDRESS,
  checkOptions,
  hasMethods,
  type OptionRule,
  type OptionRules,
} from "../options.ts";
import { TRANSPORT_RULES } from "../send/settings.ts";
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
  checkOptions("bindOperations", options, BIND_RULES);
  const methods: Record<string, (init?: CallInit) => Promise<Answer<unknown>>> = {};
  const validators = new Map(Object.entries<OperationValidators | undefined>(options.validators));
  const { api, errors } = options;
  const names = { api, errors };
  for (const [id, operation] of Object.entries<Operation>(options.operations)) {
    const target = { operation, validators: validators.get(id) ?? {} };
    const method = (init: CallInit = {}): Promise<Answer<unknown>> => callOperation(target, init, options);
    methods[id] = isPaged(operation) ? pagedMethod(method, operation, names) : method;
  }
  const bound: unknown = methods;
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the generated interface promises of each method what its validators check; no type of the language says of names that are known only at run time what each of them has.
  return bound as Methods;
};

const A_CREDENTIALS: OptionRule = { expected: "Credentials", takes: /* @__PURE__ */ hasMethods("of") };

/** Such as the specs give: held against nothing here. */
const A_RECORD: OptionRule = { expected: "an object", takes: isPlain, isRequired: true };

const BIND_RULES: OptionRules = {
  ...{ api: TRANSPORT_RULES.api, secrets: TRANSPORT_RULES.secrets, errors: TRANSPORT_RULES.errors },
  ...{ operations: A_RECORD, validators: A_RECORD, headers: { ...A_RECORD, isRequired: false } },
  baseUrl: { ...AN_ADDRESS, isRequired: true },
  servers: ADDRESSES,
  credentials: A_CREDENTIALS,
  transport: { ...A_FUNCTION, isRequired: true },
  ...{ onViolation: A_FUNCTION, newKey: A_FUNCTION, timing: A_CLOCK },
};

const isPaged = (operation: Operation): operation is Operation & { readonly pagination: Pagination } =>
  operation.pagination !== undefined;
