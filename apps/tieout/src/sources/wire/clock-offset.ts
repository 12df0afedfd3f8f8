/** An HTTP date in the one form that servers send (RFC 9110 5.6.7); older ones, and anything else, say nothing. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How far the clock of whoever answered is ahead of `nowMs`, in milliseconds, by the `Date` of an answer that just came;
 * undefined where it has none. An answer out of a cache says in `Age` how many seconds ago it was made.
 */
export const clockOffsetMs = (headers: Headers, nowMs: number): number | undefined => {
  const date = headers.get("date")?.trim() ?? "";
  const age = headers.get("age")?.trim() ?? "";
  const ageMs = /^\d{1,9}$/.test(age) ? Number(age) * 1000 : 0;
  const offsetMs = HTTP_DATE.test(date) ? Date.parse(date) + ageMs - nowMs : Number.NaN;
  return Number.isNaN(offsetMs) ? undefined : offsetMs;
};

/** The smaller of two offsets: one answer may have waited long on its way, not all of them. */
export const nearerOf = (left: number | undefined, right: number | undefined): number | undefined => {
  if (left === undefined || right === undefined) return left ?? right;
  return Math.abs(left) <= Math.abs(right) ? left : right;
};
