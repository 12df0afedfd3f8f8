import type { ErrorClasses } from "../errors/api-errors.ts";
import type { Key } from "../errors/clean-text.ts";
import type { Reply } from "../errors/reply.ts";
import type { Timing } from "../time/timing.ts";

/** What a body that is handed on as it comes is held to, and in whose name it fails. */
export interface StreamLimits {
  readonly maxBytes: number;
  /** The longest gap between two pieces. */
  readonly idleTimeoutMs: number;
  /** The caller's signals; each ends the stream with its reason. */
  readonly signals: readonly (AbortSignal | undefined)[];
  /** When it has to have ended, in milliseconds since the epoch. */
  readonly deadlineAt: number;
  readonly timing: Timing;
  readonly api: string;
  /** The `operationId`. */
  readonly operation: string;
  /** How often the call was sent. */
  readonly attempts: number;
  readonly errors: ErrorClasses;
  readonly secrets: readonly Key[];
  readonly reply: Reply;
}
