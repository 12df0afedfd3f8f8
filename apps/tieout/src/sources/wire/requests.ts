import {
  createLimiter,
  LargeBodies,
  type Limiter,
  type Secret,
  type Transport,
  type TransportHooks,
  transport,
} from "@tieout/http";
import type { LogEvent } from "../EventLog.ts";
import { clockOffsetMs, nearerOf } from "./clock-offset.ts";
import { fetchOverHttp } from "./fetch-over-http.ts";
import { behind } from "./shared-requests.ts";

/** What happens to a request. */
type RequestEvent = Pick<LogEvent, "level" | "outcome" | "more"> & { readonly operation: string };

/** What a run lays down for the requests to one source. */
export interface RequestRules {
  /** Requests at once. */
  readonly concurrency: number;
  /** Requests a second; null for no limit of our own. */
  readonly ratePerSecond: number | null;
  /** What requests of other nights to the same API wait at as well, which then has the rate; null where there are none. */
  readonly ofHost: Limiter | null;
  /** What large bodies of all sources wait at for each other. */
  readonly largeBodies: LargeBodies;
  /** When the run ends. No request is waited for beyond it. */
  readonly deadline: Date;
  /** This machine's clock, in milliseconds since the epoch. */
  readonly nowMs: () => number;
  /** How long a request is tried, where that is not as in a run. */
  readonly tried?: Partial<typeof TRIED>;
  /** A call waits to be sent again. */
  readonly onWait: (waitMs: number, reason: string) => void;
  /** A call that waited is sent again. */
  readonly onAgain: () => void;
  /** Is told what happens to each request, for the log. */
  readonly onEvent?: (event: RequestEvent) => void;
}

/** What a source's requests came to, for `run.json`. */
export interface RequestCounts {
  /** Requests that were answered, wholly. */
  readonly requests: number;
  readonly retries: number;
  /** Requests that were answered with 429 or 503. */
  readonly refused: number;
  readonly bytes: number;
  /** Sum of the waits before retries, in milliseconds; waits of requests at once add up. */
  readonly waitedMs: number;
  /** Requests under way at once, on average from the first to the last. */
  readonly concurrency: number;
  /** Requests started a second, on average over the same time. */
  readonly perSecond: number;
  /** Requests a second that were allowed: by `--rate` or, where it refused and allows less, by the source. */
  readonly allowedPerSecond: number | null;
  /** `perSecond` as a share of that. */
  readonly shareOfAllowed: number | null;
}

/** A request is tried at most six times, and so long: what fails for good is not waited for. Two attempts fit that hang. */
const TRIED: { readonly maxAttempts: number; readonly timeoutMs: number; readonly tryForMs: number } = {
  maxAttempts: 6,
  timeoutMs: 30_000,
  tryForMs: 60_000,
};

/**
 * The largest body of an answer, in bytes: some 25,000 transactions as Koard writes them. Parsed and proved they take ten times as much and
 * more, so that a run stays within 512 MB whatever its sources send. A settlement batch that is larger is searched.
 */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** What large bodies wait at for each other: one for all sources of a run, since they share its memory. */
export const openLargeBodies = (): LargeBodies => new LargeBodies();

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const achieved = (limiter: Limiter, api: string, ratePerSecond: number | null) => {
  const { refused, concurrency, perSecond, learnedPerSecond } = limiter.stats();
  const allowed = Math.min(
    ratePerSecond ?? Number.POSITIVE_INFINITY,
    learnedPerSecond[api] ?? Number.POSITIVE_INFINITY,
  );
  const isLimited = Number.isFinite(allowed);
  return {
    refused,
    concurrency: rounded(concurrency),
    perSecond: rounded(perSecond),
    allowedPerSecond: isLimited ? rounded(allowed) : null,
    shareOfAllowed: isLimited ? rounded(perSecond / allowed) : null,
  };
};

/** The requests to one source. */
export interface OpenRequests {
  readonly transport: Transport;
  /** A snapshot at the moment it is asked for. */
  readonly counts: () => RequestCounts;
  /** How far the source's clock is ahead of this machine's, by the answers so far; undefined where none says. */
  readonly clockOffsetMs: () => number | undefined;
}

/**
 * Opens the way for a source's requests: counted, limited, and given the run's deadline each, so that a source
 * which asks to be left alone for longer ends the run at once. `key` stands in no message. Each source has a limiter
 * of its own: one that is slow or hangs would otherwise hold the turns of the other (ADR 0018).
 */
export const openRequests = (
  api: string,
  key: Secret,
  { concurrency, ratePerSecond, ofHost, deadline, nowMs, largeBodies, tried, ...rules }: RequestRules,
): OpenRequests => {
  const { onWait, onAgain, onEvent = () => {} } = rules;
  const soFar = { requests: 0, retries: 0, bytes: 0, waitedMs: 0 };
  let offsetMs: number | undefined;
  const fetch = async (request: Request): Promise<Response> => {
    const response = await fetchOverHttp(request);
    offsetMs = nearerOf(offsetMs, clockOffsetMs(response.headers, nowMs()));
    return response;
  };
  const hooks: TransportHooks = {
    onRequest: ({ operation, attempt }) => {
      if (attempt === 1) return;
      onAgain();
      onEvent({ level: "info", operation, outcome: "retry", more: { attempt } });
    },
    onResponse: ({ operation, status, ms, bytes }) => {
      soFar.requests += 1;
      soFar.bytes += bytes;
      onEvent({
        level: "debug",
        operation,
        outcome: "answered",
        more: { status, ms: Math.round(ms), bytes },
      });
    },
    onRetry: ({ operation, attempt, waitMs, reason }) => {
      soFar.retries += 1;
      soFar.waitedMs += Math.round(waitMs);
      onWait(waitMs, reason);
      const more = { attempt, wait_ms: Math.round(waitMs), reason };
      onEvent({ level: "info", operation, outcome: "waits", more });
    },
    onRefusal: ({ operation, status, attempts, retryAfterMs = null }) => {
      const more = { status, attempts, retry_after_ms: retryAfterMs };
      onEvent({ level: "warning", operation, outcome: "refused", more });
    },
  };
  const own = createLimiter({
    concurrency,
    ...(ratePerSecond === null || ofHost !== null ? {} : { ratePerSecond }),
  });
  const limiter = ofHost === null ? own : behind(own, ofHost);
  const send = transport({
    api,
    secrets: [key],
    limiter,
    hooks,
    fetch,
    largeBodies,
    maxBodyBytes: MAX_BODY_BYTES,
    ...TRIED,
    ...tried,
  });
  return {
    transport: (request, operation, call) => send(request, operation, { ...call, deadline }),
    counts: () => ({ ...soFar, ...achieved(limiter, api, ratePerSecond) }),
    clockOffsetMs: () => offsetMs,
  };
};
