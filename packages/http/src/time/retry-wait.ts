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

const IMF_FIXDATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads a `Retry-After` header as a wait in milliseconds, counted from `nowMs`.
 *
 * Takes both forms of RFC 9110 10.2.3: whole seconds of up to nine digits, and an HTTP date as servers
 * have to write it (not the two forms that were obsolete by 1994). Anything else, and a wait that is
 * already over, is `undefined`: the caller then waits by its own backoff instead of sending at once. The
 * result is never shortened; what to do with a long one is for the caller.
 */
export const retryAfterMs = (header: string | null, nowMs: number): number | undefined => {
  const text = header?.trim() ?? "";
  const waitMs = /^\d{1,9}$/.test(text)
    ? Number(text) * 1000
    : // `Date.parse` alone takes "2026" and "-1" for dates, so the form is looked at first.
      IMF_FIXDATE.test(text)
      ? Date.parse(text) - nowMs
      : Number.NaN;
  return waitMs > 0 ? waitMs : undefined;
};
