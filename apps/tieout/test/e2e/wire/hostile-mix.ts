/**
 * What goes wrong in a soak of the wire: every kind of fault that a run can get over by itself, 20% of all requests.
 *
 * What tells a client to slow down (429, 503) is kept rare: it cannot be told from the limit itself, and the
 * limit is what is measured beside it. Silence is rare, because each costs a client its whole patience. Left
 * out are a refused key, a 404 and a long `Retry-After`, which have to end a run or change its report.
 */
const ANYWHERE: Readonly<Record<string, number>> = {
  "500": 3,
  "502": 2,
  "504": 1,
  "408": 1,
  "425": 0.5,
  "503": 0.2,
  "retry-after-seconds": 0.05,
  "retry-after-date": 0.05,
  "retry-after-past": 0.05,
  "retry-after-garbage": 0.05,
  "retry-after-negative": 0.05,
  "retry-after-huge": 0.05,
  drop: 2.5,
  reset: 2.5,
  "cut-length": 2,
  "cut-chunks": 1.5,
  "cut-close": 1,
  truncate: 1,
  html: 0.7,
  empty: 0.65,
  stall: 0.08,
  hang: 0.02,
  redirect: 0.05,
};

/** On top, for pages of lists: they are few, so that each kind is met at all. */
const OF_LISTS: Readonly<Record<string, number>> = {
  clamp: 5,
  insert: 2,
  remove: 2,
  "endless-repeat": 0.5,
  "endless-empty": 0.5,
};

/** The mix without some kinds, as `tieout sandbox --faults` takes it. */
export const hostileMix = ({ without = [] }: { readonly without?: readonly string[] } = {}): string =>
  Object.entries({ ...ANYWHERE, ...OF_LISTS })
    .filter(([kind]) => !without.includes(kind))
    .map(([kind, percent]) => `${kind}:${percent}%`)
    .join(",");
