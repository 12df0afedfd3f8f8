import { addAmounts, NO_AMOUNTS } from "./amounts.ts";
import type { DayRow, SettlementRow } from "./rows.ts";

/**
 * Adds up settlement-by-batch.csv to settlement-by-day.csv: over book, business day, account, currency and
 * state, never over two currencies or two states. Takes rows in any order and keeps one sum a key.
 */
export class DayTotals {
  readonly #days = new Map<string, DayRow>();

  add(row: SettlementRow): void {
    const { book, businessDate, accountId, currency, state } = row;
    const key = JSON.stringify([book, businessDate, accountId, currency, state]);
    const sum = this.#days.get(key) ?? {
      ...{ book, businessDate, accountId, currency, state },
      batches: 0,
      transactionsCaptured: null,
      ...NO_AMOUNTS,
    };
    const captured = row.transactionsCaptured;
    this.#days.set(key, {
      ...sum,
      batches: sum.batches + 1,
      transactionsCaptured:
        captured === null ? sum.transactionsCaptured : (sum.transactionsCaptured ?? 0) + captured,
      ...addAmounts(sum, row),
    });
  }

  /** The rows so far, in the order in which their keys came. */
  rows(): readonly DayRow[] {
    return [...this.#days.values()];
  }
}
