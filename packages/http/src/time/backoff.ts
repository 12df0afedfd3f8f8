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
