export { bindOperations } from "./bind-operations.ts";
export type { BindOptions, MethodsShape, RequestFunction, RequestInput } from "./bind-types.ts";
export { answerCheck } from "./check-body.ts";
export { requestCheck } from "./check-request.ts";
export {
  ApiRefused,
  ApiUnreachable,
  apiErrors,
  type BrokenFields,
  ContractBroken,
  type ErrorClasses,
  MAX_MESSAGE_CHARS,
  type RefusedFields,
  RequestInvalid,
  type UnreachableFields,
  type UnreachableReason,
} from "./errors.ts";
export { type Caller, createLimiter, type Limiter, type LimiterOptions, type Passage } from "./limiter.ts";
export type { Answer, CallInit, CallOptions, Operation, Pagination, RetryPolicy } from "./operation.ts";
export type { AttemptOutcome } from "./Pace.ts";
export { DEFAULT_PAGE_ROWS, type PagedMethod, type WalkInit, type WalkSettings } from "./paged-method.ts";
export { Secret } from "./Secret.ts";
export { MAX_TIMER_MS, systemTiming, type Timing } from "./timing.ts";
export { transport } from "./transport.ts";
export {
  DEFAULT_IDLE_TIMEOUT_MS,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_TOTAL_TIMEOUT_MS,
  type ReceivedBody,
  type RefusalEvent,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  type Transport,
  type TransportCall,
  type TransportHooks,
  type TransportOptions,
} from "./transport-options.ts";
export type {
  AnswerCheck,
  CheckContext,
  CheckedBody,
  OperationValidators,
  Part,
  Parts,
  RequestCheck,
  ValidationIssue,
  Validator,
} from "./validator.ts";
export type { OnViolation, Violation } from "./violation.ts";
export { walkItems, walkPages } from "./walk-pages.ts";
export {
  DEFAULT_MAX_PAGES,
  DEFAULT_MAX_ROWS,
  type Page,
  WalkEndless,
  type WalkFields,
  type WalkOptions,
  WalkUnstable,
} from "./walk-types.ts";
