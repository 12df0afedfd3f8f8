/** Faults that can be asked for by name alone, beside any status from 400 to 599, and what each does. */
export const FAULTS = {
  "retry-after-seconds": "429 with `Retry-After: 1`",
  "retry-after-date": "429 with an HTTP date two seconds ahead as its `Retry-After`",
  "retry-after-past": "429 with a date that is long over",
  "retry-after-garbage": "429 with `Retry-After: soon`",
  "retry-after-negative": "429 with `Retry-After: -5`",
  "retry-after-huge": "429 with `Retry-After: 1000000000`, more than a timer can wait",
  "retry-after-long": "429 with `Retry-After: 5400`",
  "not-found": "404, though the thing is there",
  drop: "no answer: the connection is closed",
  hang: "no answer, and the connection stays open",
  reset: "half of the body, then the connection is reset",
  stall: "half of the body, then silence",
  "cut-length": "half of the body that `Content-Length` promises, then the connection is closed",
  "cut-chunks": "half of a chunked body, then the connection is closed without the last chunk",
  "cut-close": "half of a body without a length, which the closed connection ends",
  truncate: "half of the JSON, ended as if it were whole",
  "clock-ahead": "the usual answer, by a clock that is 13 hours ahead",
  "clock-behind": "the usual answer, by a clock that is 20 minutes behind",
  html: "200 with a maintenance page",
  empty: "the usual status without a body",
  redirect: "302 to another host",
  clamp: "a page with a fifth of its rows, though its total is right",
  "short-total": "a page of at most 100 rows and a total of 100, however many there are",
  insert:
    "a page behind the first as if a row had come in at the front of the list: a row is shown a second time",
  remove: "a page behind the first as if a row at the front of the list had gone: a row is skipped",
  "endless-repeat": "a total of 1000000000, and the last page again behind the end of the list",
  "endless-empty": "a total of 1000000000, and empty pages behind the end of the list",
} as const;

/** The name of a fault that needs no more than its name. */
export type FaultName = keyof typeof FAULTS;

/** Every {@link FaultName}, in the order in which they are explained. */
export const FAULT_NAMES: readonly string[] = Object.keys(FAULTS);

/** How an answer is spoilt. */
export type FaultKind =
  /** Answered with this status and the API's own body for a refusal. */
  | `${number}`
  | FaultName
  /** 429 with `retryAfter` as its `Retry-After`. */
  | "retry-after"
  /** The usual answer, changed by `rewrite`. */
  | "rewrite";

/** A fault that happens to requests to come: to the next ones, or now and then. */
export interface HttpFault {
  /** An operationId, or `*` for every operation of both APIs. */
  readonly operation: string;
  readonly kind: FaultKind;
  /** How many requests it hits; 1 unless told, `Infinity` for all. */
  readonly times?: number;
  /** How many matching requests it lets pass first. */
  readonly after?: number;
  /** In place of `times` and `after`: which share of requests it hits, from 0 to 1, drawn for each. */
  readonly rate?: number;
  /** Only requests whose path and query contain this text. */
  readonly path?: string;
  /** For `retry-after`, and beside any status. */
  readonly retryAfter?: string;
  /** For `redirect`. */
  readonly location?: string;
  /** For `rewrite`: what to send in place of the body, as JSON. */
  readonly rewrite?: (body: unknown) => unknown;
}

/** What a request for a page of a list asks for. */
export interface PageRequest {
  readonly offset: number;
  /** Whether the answer says how many rows there are in all. */
  readonly hasTotal: boolean;
}

/** Faults of lists. Every row stays where it is, and the first page of a list is never moved by one. */
export type PageFault = Extract<
  FaultName,
  "clamp" | "short-total" | "insert" | "remove" | `endless-${string}`
>;

/** Whether a fault can happen to a request; `page` is undefined where no page of a list is asked for. */
export const canHit = (kind: FaultKind, page: PageRequest | undefined): boolean => {
  switch (kind) {
    case "clamp":
    case "short-total":
    case "endless-empty":
      return page?.hasTotal === true;
    case "endless-repeat":
      return page !== undefined;
    case "insert":
    case "remove":
      return page !== undefined && page.offset > 0;
    default:
      return true;
  }
};

/** The fault, where it is one of lists. */
export const pageFaultOf = (kind: FaultKind | undefined): PageFault | undefined => {
  switch (kind) {
    case "clamp":
    case "short-total":
    case "insert":
    case "remove":
    case "endless-repeat":
    case "endless-empty":
      return kind;
    default:
      return undefined;
  }
};

/** A request that a fault may hit. */
export interface Target {
  readonly operation: string;
  /** With its query. */
  readonly path: string;
  readonly body: string;
  readonly page: PageRequest | undefined;
}
