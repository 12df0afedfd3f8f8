import { apiErrors, type ErrorClasses } from "../errors/api-errors.ts";
import type { Limiter } from "../limit/limiter.ts";
import type { Secret } from "../Secret.ts";
import { systemTiming, type Timing } from "../time/timing.ts";
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
  readonly limiter: Limiter | undefined;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxAttempts: number;
  readonly maxBodyBytes: number;
  readonly hooks: TransportHooks;
  readonly timing: Timing;
}

/** Fills in the defaults. Throws a `RangeError` for a time, count or size that is no number above 0. */
export const settingsOf = (options: TransportOptions): TransportSettings => ({
  api: options.api,
  // Looked up at each call, so that a test or a tracer that replaces the platform's is heeded.
  fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
  secrets: options.secrets ?? [],
  errors: options.errors ?? apiErrors,
  limiter: options.limiter,
  timeoutMs: positive("timeoutMs", options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
  idleTimeoutMs: positive("idleTimeoutMs", options.idleTimeoutMs ?? DEFAULT_IDLE_TIMEOUT_MS),
  totalTimeoutMs: positive("totalTimeoutMs", options.totalTimeoutMs ?? DEFAULT_TOTAL_TIMEOUT_MS),
  maxAttempts: positive("maxAttempts", options.maxAttempts ?? DEFAULT_MAX_ATTEMPTS),
  maxBodyBytes: positive("maxBodyBytes", options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES),
  hooks: options.hooks ?? {},
  timing: options.timing ?? systemTiming,
});

/** The number, or a `RangeError` that names it: `NaN` in a comparison would otherwise mean "never". */
export const positive = (name: string, value: number): number => {
  if (!(value > 0)) throw new RangeError(`${name} is a number above 0`);
  return value;
};
