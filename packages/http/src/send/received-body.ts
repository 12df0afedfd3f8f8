import type { ErrorClasses } from "../errors/api-errors.ts";
import type { Reply } from "../errors/reply.ts";

/** A 2xx answer, wholly read. */
export interface ReceivedBody {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Whose answer is read. */
export interface ReadContext {
  readonly api: string;
  /** The `operationId`. */
  readonly operation: string;
  readonly errors: ErrorClasses;
  readonly reply: Reply;
}
