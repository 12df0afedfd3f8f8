import type { AnswerReader, BodyWriter, HeadersReader } from "./body-types.ts";
import type { ErrorClasses } from "./errors/api-errors.ts";
import type { OnViolation } from "./validate/validator.ts";

/**
 * Whether one logical call may be sent more than once.
 *
 * - `safe`: a read; sending it again changes nothing.
 * - `keyed`: a write that carries an idempotency key, so that a repeat is the same write.
 * - `never`: sent once, whatever happens.
 */
export type RetryPolicy = "safe" | "keyed" | "never";

/** How a list is read page by page: rows are counted from an offset, up to a limit at once. */
export interface Pagination {
  readonly style: "offset";
  /** The parameter that says how many rows are wanted. Default `limit`. */
  readonly limit?: string;
  /** The parameter that says how many are passed over. Default `offset`. */
  readonly offset?: string;
  /** Where both are sent. */
  readonly in: "query" | "body";
  /** The member of the answer that holds the rows; `null` when the answer itself is the array. */
  readonly items: string | null;
  /** The member of the answer that holds the number of rows; `true` is `total`. */
  readonly total: boolean | string;
  /** The largest `limit` that the API takes, where that is documented. */
  readonly maxLimit?: number;
  /** The member that holds a row's id; without one the whole row is what it is known by. */
  readonly id?: string;
}

/** How one parameter is written (OpenAPI 3.1, Parameter Object). */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  /** Default: `form` in query and cookie, `simple` in path and header. */
  readonly style?: "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  /** Default: only where the style is `form`. */
  readonly explode?: boolean;
  /** Whether reserved characters of its value stay as they are. */
  readonly allowReserved?: boolean;
  /** Whether it is written as JSON, in place of a style. */
  readonly isJson?: boolean;
}

/** How a member of a form is written that is not written as a query would write it. */
export type FormRules = Pick<Parameter, "style" | "explode" | "allowReserved" | "isJson">;

/** What a generated client knows of one operation of its spec. */
export interface Operation {
  /** The `operationId`; stands in errors, hooks and violations as it is. */
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** The path template of the spec: `/v1/batches/{batch_id}`. */
  readonly path: string;
  readonly retry: RetryPolicy;
  /** For `keyed`: the body member, or the header, that holds the idempotency key. */
  readonly idempotencyKey?: string;
  /** Where that is. Default: `body`. */
  readonly idempotencyKeyIn?: "body" | "header";
  /** Whether a request without a body breaks the spec. Absent means no. */
  readonly bodyRequired?: boolean;
  /** Those that are not written by the default of their place. */
  readonly parameters?: readonly Parameter[];
  /** Writes its body, where that is not JSON: `formBody`, `partsBody`, `textBody`, `bytesBody`. */
  readonly writes?: BodyWriter;
  /** Of JSON that is sent under another name than `application/json`. */
  readonly contentType?: string;
  /** The media types that are asked for. Default: `application/json`. */
  readonly accept?: string;
  /** Reads the body of a success, where that is not JSON: `textAnswer`, `bytesAnswer`. */
  readonly reads?: AnswerReader;
  /** Reads the documented headers of a success: `headersOf`. */
  readonly readsHeaders?: HeadersReader;
  /** The statuses that mean success without a body, where others come with one. */
  readonly emptyStatuses?: readonly number[];
  /** Where it is sent, if not where all others are: a whole address, or a path on the host of all others. */
  readonly server?: string;
  /** The keys it needs, if not those that all others need: alternatives, each of names of schemes. */
  readonly security?: readonly (readonly string[])[];
  readonly pagination?: Pagination;
  /** Walks its list, where that is not paged by offset. */
  readonly walks?: Walker;
}

/** Headers in every form that the platform takes them in; `undefined` for one that is not to be sent. */
type HeadersGiven =
  | NonNullable<ConstructorParameters<typeof Headers>[0]>
  | Readonly<Record<string, string | undefined>>;

/** What a caller may set for one call. */
export interface CallOptions {
  /** Added to the client's own headers; of two with one name, this one is sent. */
  readonly headers?: HeadersGiven | undefined;
  /** Ends the call, a wait between two attempts included; the call then rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined;
  /** How long one attempt may take, body included. Default: that of the client. */
  readonly timeoutMs?: number | undefined;
  /**
   * When the whole call, waits and retries included, has ended; as a number, milliseconds since the epoch. Default: the
   * total of the client from now.
   */
  readonly deadline?: Date | number | undefined;
  /** How often the call is sent at most. Default: that of the client. */
  readonly maxAttempts?: number | undefined;
  /** In place of the client's own: receives everything left out of this answer. */
  readonly onViolation?: OnViolation | undefined;
}

/** What the generic caller takes; the generated methods narrow parameters and body by the spec. */
export interface CallInit extends CallOptions {
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Headers that are parameters of the operation, by the names of the spec. */
  readonly header?: Readonly<Record<string, unknown>> | undefined;
  /** Cookies that are; a browser sends none that it is given. */
  readonly cookie?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** A 2xx answer whose body keeps to the spec. Where bodies differ by status, `status` tells them apart. */
export interface Answer<Data, Status extends number = number> {
  readonly data: Data;
  readonly status: Status;
  /** The response as it came, its body not yet consumed. */
  readonly response: Response;
  /** JSON pointers, into the body as it came, of the items that were left out of `data`. */
  readonly leftOut: readonly string[];
}

/** The same, with the headers that the spec documents, each as what it says. One that is something else is not there. */
export interface HeadedAnswer<Data, Head, Status extends number = number> extends Answer<Data, Status> {
  readonly headers: Head;
}

/** Makes one call; with an address, the page that it leads to, in the place of the call's own. */
export type CallMethod = (init?: CallInit, next?: string) => Promise<Answer<unknown>>;

/** What is walked, and in whose name. */
export interface WalkTarget {
  readonly call: CallMethod;
  readonly api: string;
  /** The `operationId`. */
  readonly operation: string;
  readonly errors?: ErrorClasses | undefined;
}

/** How a list is paged otherwise than by offset; names of members and parameters inside others are written `a.b`. */
export interface WalkRules {
  readonly items: string | null;
  readonly in?: "query" | "body";
  readonly page?: string;
  readonly first?: number;
  readonly cursor?: string;
  readonly next?: string | object;
  readonly hasMore?: string;
}

/** Makes the method of an operation that lists by pages: `pageWalk`, `cursorWalk`, `linkWalk`. The rules are for fakes. */
export interface Walker {
  (target: WalkTarget): CallMethod & object;
  readonly rules?: WalkRules;
}
