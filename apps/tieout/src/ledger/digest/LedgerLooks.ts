import { Context } from "effect";

/** For how long a look at all rows of a ledger counts for the process that took it. */
const COUNTS_MS = 3_600_000;

/**
 * When a process that opens one ledger again and again has looked at all of its rows: once an hour, and not for each book,
 * whose number it would be multiplied by. A look that found something does not count.
 */
export class LedgerLooks {
  #lastMs = Number.NEGATIVE_INFINITY;

  /** Whether all rows are to be looked at. */
  isDue(nowMs: number): boolean {
    return nowMs - this.#lastMs >= COUNTS_MS;
  }

  /** They were, and nothing was found. */
  taken(nowMs: number): void {
    this.#lastMs = nowMs;
  }
}

/** Null where a ledger is looked at whenever it is opened. */
export const CurrentLooks = Context.Reference<LedgerLooks | null>("tieout/ledger/LedgerLooks", {
  defaultValue: () => null,
});
