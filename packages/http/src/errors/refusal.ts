import { askedWaitMs } from "../time/retry-wait.ts";
import type { ApiRefused, ErrorClasses } from "./api-errors.ts";
import { type Key, oneLine, redact } from "./clean-text.ts";
import { errorDetail } from "./error-detail.ts";
import { type ReadAnswer, replyOf } from "./reply.ts";

/** Where services commonly put the id under which their support finds a request. */
const REQUEST_ID_HEADERS = ["x-request-id", "request-id", "x-correlation-id"] as const;

/** Who refused what, and what must not be shown of it. */
export interface RefusalContext {
  readonly api: string;
  readonly operation: string;
  readonly errors: ErrorClasses;
  readonly secrets: readonly Key[];
  readonly nowMs: number;
}

/** The error for a final answer outside 2xx, from its status, headers and body. */
export const refusal = (
  answer: Required<ReadAnswer>,
  { api, operation, errors, secrets, nowMs }: RefusalContext,
): ApiRefused => {
  const { status, headers } = answer;
  const requestId = REQUEST_ID_HEADERS.map((name) => headers.get(name)).find(Boolean);
  const waitMs = askedWaitMs(answer, nowMs);
  return new errors.refused({
    api,
    operation,
    status,
    reply: replyOf(answer, secrets),
    ...(isRedirect(status)
      ? { detail: redirectDetail(headers) }
      : errorDetail(new TextDecoder().decode(answer.bytes), secrets)),
    ...(requestId ? { requestId: oneLine(redact(requestId, secrets), 100) } : {}),
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  });
};

/** Whether a status asks the caller to go elsewhere. */
export const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** Stands for the host that answered, on which a relative location stays; `.invalid` is nobody's (RFC 2606). */
const SAME_HOST = "http://same.invalid";

// Only the host is named: paths and queries of a redirect may hold tokens.
const redirectDetail = (headers: Headers): string => {
  const location = headers.get("location");
  if (location === null) return "an answer that is no answer";
  const target = URL.canParse(location, SAME_HOST) ? new URL(location, SAME_HOST) : undefined;
  if (target === undefined) return "redirects to nowhere; redirects are not followed";
  const host = target.origin === SAME_HOST ? "another path of the same host" : oneLine(target.host, 100);
  return `redirects to ${host}; redirects are not followed`;
};
