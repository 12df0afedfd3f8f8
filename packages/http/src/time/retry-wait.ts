import { httpDateMs } from "./http-date.ts";

/** The ceiling of the first wait; each further one doubles it. */
const FIRST_BACKOFF_MS = 500;

/** The highest ceiling. */
const MAX_BACKOFF_MS = 30_000;

/**
 * How long to wait after the failed attempt number `attempt` (from 1): anything between nothing and a
 * ceiling that doubles each time ("full jitter"), so that many callers do not come back together.
 * `random` is from 0 up to 1.
 */
export const backoffMs = (attempt: number, random: number): number =>
  Math.ceil(random * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1)));

/** An answer, as far as it may ask to be left alone. */
export interface AskingAnswer {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * How long an answer asks to be left alone, in milliseconds counted from `nowMs`: by `retry-after-ms`, by `Retry-After`
 * as seconds, whole or not, or as one of the three HTTP dates (RFC 9110 10.2.3), and, of a 429 or 503 without these,
 * by the `RateLimit` headers of a quota that is used up.
 *
 * Anything else, a wait that is already over, and one of ten digits or more is `undefined`: the caller then waits by
 * its own backoff instead of sending at once. The result is never shortened; what to do with a long one is for the caller.
 */
export const askedWaitMs = ({ status, headers }: AskingAnswer, nowMs: number): number | undefined => {
  const text = headers.get("retry-after")?.trim() ?? "";
  const waits = [
    amount(headers.get("retry-after-ms")),
    scaled(amount(text)),
    elapsed(httpDateMs(text, nowMs), nowMs),
    status === 429 || status === 503 ? rateLimitWaitMs(headers, nowMs) : undefined,
  ];
  return waits.find((waitMs) => waitMs !== undefined && waitMs > 0);
};

/** A number without sign or exponent, of up to nine digits before its point. */
const amount = (text: string | null): number | undefined =>
  text !== null && /^\d{1,9}(?:\.\d{1,9})?$/.test(text.trim()) ? Number(text) : undefined;

const scaled = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : Math.ceil(seconds * 1000);

const elapsed = (atMs: number | undefined, nowMs: number): number | undefined =>
  atMs === undefined ? undefined : atMs - nowMs;

/**
 * The wait until every quota that is used up is filled again: `RateLimit: "name";r=0;t=30` (the draft of the IETF),
 * `RateLimit: remaining=0, reset=30` and `RateLimit-Reset` (its earlier ones), `X-RateLimit-Reset` (seconds from now, or
 * an instant in seconds since the epoch).
 */
const rateLimitWaitMs = (headers: Headers, nowMs: number): number | undefined => {
  const header = (name: string): string | null =>
    headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`);
  const joined = headers.get("ratelimit");
  const separate = { remaining: header("remaining"), reset: header("reset") };
  const waits = (joined === null ? [separate] : quotasOf(joined)).flatMap(({ remaining, reset }) =>
    remaining === null || amount(remaining) === 0 ? [resetWaitMs(reset, nowMs) ?? 0] : [],
  );
  return waits.length === 0 ? undefined : Math.max(...waits);
};

interface Quota {
  readonly remaining: string | null;
  readonly reset: string | null;
}

const quotasOf = (joined: string): readonly Quota[] => {
  const member = (text: string, names: string): string | null =>
    new RegExp(String.raw`(?:^|[;,\s])(?:${names})=(\d+)`).exec(text)?.[1] ?? null;
  // The draft has a quota an item, with parameters; before it was one quota, with a member an item.
  const texts = joined.includes(";") ? joined.split(",") : [joined];
  return texts.map((text) => ({ remaining: member(text, "r|remaining"), reset: member(text, "t|reset") }));
};

const resetWaitMs = (reset: string | null, nowMs: number): number | undefined =>
  // Ten digits are an instant since 2001; nobody asks to be left alone for thirty years.
  reset !== null && /^\d{10}$/.test(reset.trim()) ? Number(reset) * 1000 - nowMs : scaled(amount(reset));
