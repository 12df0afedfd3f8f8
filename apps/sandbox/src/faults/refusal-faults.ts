import { httpDateIn } from "../http/clock.ts";
import type { HttpFault } from "./fault-kinds.ts";

/** A second more than none is left of it when a client counts in whole seconds. */
const AHEAD_MS = 2_000;

/** What `Retry-After` says beside a fault; `undefined` where there is none. */
export const retryAfterOf = ({ kind, retryAfter }: HttpFault): string | undefined => {
  switch (kind) {
    case "retry-after-seconds":
      return "1";
    case "retry-after-date":
      return httpDateIn(AHEAD_MS);
    case "retry-after-past":
      return "Wed, 21 Oct 2015 07:28:00 GMT";
    case "retry-after-garbage":
      return "soon";
    case "retry-after-negative":
      return "-5";
    case "retry-after-huge":
      return "1000000000";
    case "retry-after-long":
      return "5400";
    default:
      return retryAfter;
  }
};

/** The status that a fault answers with in place of the API; `undefined` where it lets the API answer. */
export const statusOf = ({ kind }: HttpFault): number | undefined => {
  if (kind === "not-found") return 404;
  if (kind.startsWith("retry-after")) return 429;
  return /^\d{3}$/.test(kind) ? Number(kind) : undefined;
};
