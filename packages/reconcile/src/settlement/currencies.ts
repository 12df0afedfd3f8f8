import { currencyExponent, normaliseCurrency } from "../money/currency.ts";
import type { Transaction } from "../records.ts";
import { isRefundGiven, movedMoney } from "./moved-money.ts";

/** The rows of a batch in one currency. */
export interface CurrencyGroup {
  /** Normalised; `null` where rows and configuration name none. */
  readonly currency: string | null;
  readonly source: "transactions" | "assumed" | null;
  /** Whether amounts can be printed: an active ISO 4217 code with a minor unit. */
  readonly printable: boolean;
  readonly rows: readonly Transaction[];
}

/**
 * Splits rows by currency, which batches do not name themselves (Koard fact 5.3): the currencies of a batch are those of
 * its rows that moved money or gave it back; where none did, of all its rows. With one currency every row is in its
 * group, whatever it names. Where no row names one, the configured assumption holds for all; where only some do, the
 * others stand apart without a currency rather than be guessed into one. Never empty; more than one group is a mixed batch.
 */
export const groupByCurrency = (
  rows: readonly Transaction[],
  assumedCurrency: string | null,
): readonly [CurrencyGroup, ...CurrencyGroup[]] => {
  const counted = rows.filter((row) => movedMoney(row) || isRefundGiven(row));
  const deciding = counted.length > 0 ? counted : rows;
  const codes = [...new Set(deciding.map(({ currency }) => normaliseCurrency(currency)))];
  const [first = null, ...others] = codes;
  if (others.length === 0) {
    if (first !== null) return [groupOf(first, "transactions", rows)];
    const assumed = assumedCurrency === null ? null : normaliseCurrency(assumedCurrency);
    return [groupOf(assumed, assumed === null ? null : "assumed", rows)];
  }
  const byCode = Map.groupBy(rows, ({ currency }) => normaliseCurrency(currency));
  const ofCode = (code: string | null): CurrencyGroup =>
    groupOf(code, code === null ? null : "transactions", byCode.get(code) ?? []);
  return [ofCode(first), ...others.map(ofCode)];
};

const groupOf = (
  currency: string | null,
  source: CurrencyGroup["source"],
  rows: readonly Transaction[],
): CurrencyGroup => ({
  currency,
  source,
  printable: currency !== null && currencyExponent(currency) !== undefined,
  rows,
});
