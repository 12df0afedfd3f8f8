export {
  type Answer,
  type CallOptions,
  createLimiter,
  type ErrorFacts,
  errorFacts,
  type Limiter,
  type OnViolation,
  OptionInvalid,
  Secret,
  type Violation,
} from "@tieout/http";
export { createRecordClient, type RecordClient, type RecordClientOptions } from "./client.ts";
export {
  isRecordRefusal,
  RecordBrokeContract,
  RecordRefused,
  RecordRequestInvalid,
  RecordUnreachable,
} from "./errors.ts";
export { type Methods, operations, type Refusals } from "./generated/operations.ts";
export * from "./generated/schemas.ts";
export type { paths } from "./generated/types.ts";
export { modeOf } from "./mode.ts";
