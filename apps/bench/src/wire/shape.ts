/** How much a world holds. */
export interface Shape {
  readonly settlements: number;
  readonly transactions: number;
  readonly credentialBatches: number;
  readonly recipients: number;
}

/** Transactions of a settlement batch that make about 250 KB of JSON. */
export const TRANSACTIONS_A_BATCH = 200;

/** Recipients of a credential batch that make about 10 KB of JSON. */
export const RECIPIENTS_A_BATCH = 52;

/** The first business day that settlement batches close on; every world spans {@link DAYS} days from it. */
const FIRST_DAY = "2026-10-20";

/** Fewer than the 35 days of a report's window, so that every batch is in it. */
export const DAYS = 28;

/** The instant that stands in for the clock, some days after the last batch: nothing is young any more. */
export const AS_OF = "2026-11-20T06:00:00.000Z";

/** The next night. */
export const NEXT_AS_OF = "2026-11-21T06:00:00.000Z";

const DAY_MS = 24 * 3600 * 1000;

/** An instant of the world: so many days after the first one, at a time of that day in milliseconds. */
export const instant = (day: number, timeMs: number): string =>
  new Date(Date.parse(`${FIRST_DAY}T00:00:00.000Z`) + day * DAY_MS + timeMs).toISOString();

/** A world of so many settlement batches, and half as many credential batches. */
export const shapeOf = (settlements: number): Shape => ({
  settlements,
  transactions: TRANSACTIONS_A_BATCH,
  credentialBatches: Math.ceil(settlements / 2),
  recipients: RECIPIENTS_A_BATCH,
});
