import type { ReadContext, ReceivedBody } from "./send/received-body.ts";
import type { StreamLimits } from "./send/stream-limits.ts";
import type { CheckContext } from "./validate/validator.ts";

/** How one part of a body is written (RFC 7578). */
export interface PartRule {
  /** Whether it is a file, and nothing else will do. */
  readonly isFile?: boolean;
  /** Default: none for a text, number or boolean, `application/json` for anything else, its own for a file. */
  readonly contentType?: string;
}

/** What a header is documented to be. */
export type HeaderKind = "text" | "integer" | "number" | "boolean";

/** A body that is no text. A stream is sent once, as it comes, whatever may be sent again. */
export type BytesBody =
  | Blob
  | ArrayBuffer
  | Uint8Array<ArrayBuffer>
  | ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * Writes the body of a request. Throws `RequestInvalid` for one that it has no form for. Writers and readers are functions,
 * so that a bundle holds those alone that an operation of it needs.
 */
export type BodyWriter = (
  body: unknown,
  context: CheckContext,
) => {
  readonly body: string | FormData | BytesBody;
  /** Undefined where the platform says it better. */
  readonly contentType: string | undefined;
};

/** Reads a body of 2xx that is no JSON: as a text, or as a stream that is handed on. */
export interface AnswerReader {
  /** Throws `ContractBroken` for an answer that names another media type than `accept` lists. */
  readonly takes?: (received: ReceivedBody, accept: string | undefined, context: ReadContext) => void;
  readonly text?: (received: ReceivedBody, context: ReadContext) => string;
  readonly stream?: (
    body: ReadableStream<Uint8Array>,
    limits: StreamLimits,
  ) => ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Reads the documented headers of an answer. */
export type HeadersReader = (
  headers: Headers,
  context: Pick<CheckContext, "operation" | "onViolation">,
) => Readonly<Record<string, unknown>>;
