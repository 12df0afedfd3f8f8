/** How an answer is spoilt. */
export type FaultKind =
  /** Answered with this status and the API's own body for a refusal. */
  | `${number}`
  /** 404, though the thing exists. */
  | "not-found"
  /** 429 with `retryAfter` as its `Retry-After`. */
  | "retry-after"
  /** Half of the body, then the connection is reset. */
  | "reset"
  /** Half of the body, then silence. */
  | "stall"
  /** 200 with half of the JSON, ended as if it were whole. */
  | "truncate"
  /** 200 with a maintenance page. */
  | "html"
  /** The usual status without a body. */
  | "empty"
  /** No answer at all. */
  | "hang"
  /** 302 to `location`. */
  | "redirect"
  /** The usual answer, changed by `rewrite`. */
  | "rewrite";

/** A fault that is to happen to some of the requests to come. */
export interface HttpFault {
  /** An operationId, or `*` for every operation of both APIs. */
  readonly operation: string;
  readonly kind: FaultKind;
  /** How many requests it hits; 1 unless told, `Infinity` for all. */
  readonly times?: number;
  /** How many matching requests it lets pass first. */
  readonly after?: number;
  /** Only requests whose path and query contain this text. */
  readonly path?: string;
  /** For `retry-after`, and beside any status. */
  readonly retryAfter?: string;
  readonly location?: string;
  /** For `rewrite`: what to send in place of the body, as JSON. */
  readonly rewrite?: (body: unknown) => unknown;
}

interface Pending {
  readonly fault: HttpFault;
  toPass: number;
  left: number;
}

/** The faults that are still to happen, in the order in which they were asked for. */
export class Faults {
  #pending: Pending[] = [];

  add(fault: HttpFault): void {
    this.#pending.push({ fault, toPass: fault.after ?? 0, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
  }

  /** The fault that hits this request, if any; each request is hit by one at most. */
  next(operation: string, path: string): HttpFault | undefined {
    for (const pending of this.#pending) {
      const { fault } = pending;
      if (fault.operation !== "*" && fault.operation !== operation) continue;
      if (fault.path !== undefined && !path.includes(fault.path)) continue;
      if (pending.left <= 0) continue;
      if (pending.toPass > 0) {
        pending.toPass--;
        continue;
      }
      pending.left--;
      return fault;
    }
    return undefined;
  }
}
