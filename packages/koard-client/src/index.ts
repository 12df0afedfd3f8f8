export {
  type Answer,
  type CallOptions,
  createLimiter,
  type ErrorFacts,
  errorFacts,
  type Limiter,
  type OnViolation,
  OptionInvalid,
  type PagedMethod,
  Secret,
  type Violation,
  WalkEndless,
  WalkUnstable,
} from "@tieout/http";
export { createKoardClient, type KoardClient, type KoardClientOptions } from "./client.ts";
export {
  isKoardRefusal,
  KoardBrokeContract,
  KoardRefused,
  KoardRequestInvalid,
  KoardUnreachable,
} from "./errors.ts";
export { type Methods, operations, type Refusals } from "./generated/operations.ts";
export * from "./generated/schemas.ts";
export type { paths } from "./generated/types.ts";
