import type { ErrorClasses } from "../errors/api-errors.ts";
import type { Reply } from "../errors/reply.ts";

/** A 2xx answer, wholly read unless its body is handed on as it comes. */
export interface ReceivedBody {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** What is handed on. */
  readonly body?: ReadableStream | null;
}

/** Whose answer is read. */
export interface ReadContext {
  readonly api: string;
  /** The `operationId`. */
  readonly operation: string;
  readonly errors: ErrorClasses;
  readonly reply: Reply;
}
