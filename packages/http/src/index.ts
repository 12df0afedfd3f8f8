export type {
  AnswerReader,
  BodyWriter,
  BytesBody,
  HeaderKind,
  HeadersReader,
  PartRule,
} from "./body-types.ts";
export { bytesAnswer, headersOf, textAnswer } from "./client/answer-readers.ts";
export { bindOperations } from "./client/bind-operations.ts";
export type {
  BindOptions,
  MethodsShape,
  PickedMethods,
  PickedOperation,
} from "./client/bind-types.ts";
export { bytesBody, formBody, partsBody, textBody } from "./client/body-writers.ts";
export type { RequestDefaults } from "./client/build-request.ts";
export {
  type Credential,
  Credentials,
  type GivenCredentials,
  type NameAndPassword,
  type Security,
  type SecurityScheme,
} from "./client/Credentials.ts";
export {
  type CursorRules,
  cursorWalk,
  type LinkRules,
  linkWalk,
  type PageRules,
  pageWalk,
} from "./client/chained-method.ts";
export {
  type ClientOptions,
  type ClientParts,
  checkClientOptions,
  openClient,
} from "./client/open-client.ts";
export {
  DEFAULT_PAGE_ROWS,
  type PagedMethod,
  type WalkInit,
  type WalkSettings,
} from "./client/paged-method.ts";
export { pickOperations } from "./client/pick-operations.ts";
export {
  ApiRefused,
  ApiUnreachable,
  apiErrors,
  type BrokenFields,
  ContractBroken,
  type ErrorClasses,
  type RefusedFields,
  RequestInvalid,
  type UnreachableFields,
  type UnreachableReason,
} from "./errors/api-errors.ts";
export { type ErrorFacts, errorFacts, type RefusalBody } from "./errors/BrandedError.ts";
export { MAX_MESSAGE_CHARS } from "./errors/clean-text.ts";
export { maskPersonal } from "./errors/mask-personal.ts";
export { type OptionFields, OptionInvalid } from "./errors/OptionInvalid.ts";
export type { Reply } from "./errors/reply.ts";
export { createLimiter } from "./limit/create-limiter.ts";
export type { AttemptOutcome, Caller, Limiter, LimiterOptions, RequestStats } from "./limit/limiter.ts";
export type {
  Answer,
  CallInit,
  CallMethod,
  CallOptions,
  FormRules,
  HeadedAnswer,
  Operation,
  Pagination,
  Parameter,
  RetryPolicy,
  Walker,
  WalkTarget,
} from "./operation.ts";
export {
  A_CLOCK,
  A_CREDENTIAL,
  A_FUNCTION,
  A_KEY,
  A_NAME_AND_PASSWORD,
  ADDRESSES,
  AN_ADDRESS,
  oneOf,
} from "./option-rules.ts";
export { checkOptions, type OptionRule, type OptionRules } from "./options.ts";
export { Secret } from "./Secret.ts";
export type { Fault, Outcome, Schema } from "./schema/faults.ts";
export { FREE_BODY_BYTES, LargeBodies, type LargeBodyTurn } from "./send/LargeBodies.ts";
export type { ReadContext, ReceivedBody } from "./send/received-body.ts";
export { transport } from "./send/transport.ts";
export {
  DEFAULT_IDLE_TIMEOUT_MS,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_TOTAL_TIMEOUT_MS,
  type RefusalEvent,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  type Transport,
  type TransportCall,
  type TransportHooks,
  type TransportOptions,
} from "./send/transport-options.ts";
export { MAX_TIMER_MS, systemTiming, type Timing } from "./time/timing.ts";
export { answerCheck, answerCheckByStatus } from "./validate/check-answer.ts";
export { parametersCheck, requestCheck } from "./validate/check-request.ts";
export type {
  AnswerCheck,
  CheckContext,
  CheckedBody,
  OnViolation,
  OperationValidators,
  RequestCheck,
  ValidationIssue,
  Validator,
  Violation,
} from "./validate/validator.ts";
export { streamItems, streamPages } from "./walk/stream-pages.ts";
export { walkItems, walkPages } from "./walk/walk-pages.ts";
export {
  DEFAULT_MAX_PAGES,
  DEFAULT_MAX_ROWS,
  type Page,
  WalkEndless,
  type WalkFields,
  type WalkOptions,
  WalkUnstable,
} from "./walk/walk-types.ts";
