import { apiErrors, type ErrorClasses } from "../errors/api-errors.ts";
import { steadyErrors } from "../errors/steady-errors.ts";
import type { Limiter } from "../limit/limiter.ts";
import {
  A_COUNT,
  A_FUNCTION,
  A_LIMITER,
  A_TEXT,
  A_TIMING,
  ABOVE_ZERO,
  ERRORS,
  required,
  SECRETS,
} from "../option-rules.ts";
import { checkOptions, type OptionRule, type OptionRules } from "../options.ts";
import type { Secret } from "../Secret.ts";
import { steadyTiming } from "../time/steady-timing.ts";
import { systemTiming, type Timing } from "../time/timing.ts";
import { LargeBodies } from "./LargeBodies.ts";
import {
  DEFAULT_IDLE_TIMEOUT_MS,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_TOTAL_TIMEOUT_MS,
  type TransportHooks,
  type TransportOptions,
} from "./transport-options.ts";

/** The options of a transport with every default filled in. */
export interface TransportSettings {
  readonly api: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly secrets: readonly Secret[];
  readonly errors: ErrorClasses;
  readonly limiter: Pick<Limiter, "enter"> | undefined;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly tryForMs: number;
  readonly maxAttempts: number;
  readonly maxBodyBytes: number;
  readonly hooks: TransportHooks;
  readonly timing: Timing;
  readonly largeBodies: LargeBodies;
}

/** What each option of a transport has to be. */
export const TRANSPORT_RULES: Readonly<Record<keyof TransportOptions, OptionRule | OptionRules>> = {
  api: /* @__PURE__ */ required(A_TEXT),
  fetch: A_FUNCTION,
  secrets: SECRETS,
  errors: ERRORS,
  limiter: A_LIMITER,
  timeoutMs: ABOVE_ZERO,
  idleTimeoutMs: ABOVE_ZERO,
  totalTimeoutMs: ABOVE_ZERO,
  tryForMs: ABOVE_ZERO,
  maxAttempts: A_COUNT,
  maxBodyBytes: ABOVE_ZERO,
  largeBodies: { expected: "LargeBodies", takes: (value) => value instanceof LargeBodies },
  hooks: { onRequest: A_FUNCTION, onRetry: A_FUNCTION, onResponse: A_FUNCTION, onRefusal: A_FUNCTION },
  timing: A_TIMING,
};

/** Fills in the defaults. Throws `OptionInvalid` for an option that is not what it has to be, and for an unknown one. */
export const settingsOf = (options: TransportOptions): TransportSettings => {
  const {
    // Looked up at each call, so that a test or a tracer that replaces the platform's is heeded.
    fetch = (request: Request) => globalThis.fetch(request),
    secrets = [],
    errors = apiErrors,
    timeoutMs = DEFAULT_TIMEOUT_MS,
    idleTimeoutMs = DEFAULT_IDLE_TIMEOUT_MS,
    totalTimeoutMs = DEFAULT_TOTAL_TIMEOUT_MS,
    tryForMs = Number.POSITIVE_INFINITY,
    maxAttempts = DEFAULT_MAX_ATTEMPTS,
    maxBodyBytes = DEFAULT_MAX_BODY_BYTES,
    hooks = {},
    timing = systemTiming,
    largeBodies = new LargeBodies(),
    ...chosen
  } = checkOptions("transport", options, TRANSPORT_RULES);
  return {
    ...{ api: chosen.api, limiter: chosen.limiter, fetch, secrets, hooks, largeBodies },
    ...{ timeoutMs, idleTimeoutMs, totalTimeoutMs, tryForMs, maxAttempts, maxBodyBytes },
    ...{ errors: steadyErrors(errors), timing: steadyTiming(timing) },
  };
};
