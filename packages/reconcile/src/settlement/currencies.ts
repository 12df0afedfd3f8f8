import { currencyExponent, normaliseCurrency } from "../money/currency.ts";
import type { Transaction } from "../records.ts";

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
 * Splits rows by currency, which batches do not name themselves (Koard fact 5.3). Where no row names one,
 * the configured assumption holds for all; where only some do, the others stand apart without a currency
 * rather than be guessed into one. Never empty; more than one group is a mixed batch.
 */
export const groupByCurrency = (
  rows: readonly Transaction[],
  assumedCurrency: string | null,
): readonly [CurrencyGroup, ...CurrencyGroup[]] => {
  const byCode = new Map<string | null, Transaction[]>();
  for (const row of rows) {
    const code = normaliseCurrency(row.currency);
    const group = byCode.get(code);
    if (group === undefined) byCode.set(code, [row]);
    else group.push(row);
  }
  const named = [...byCode].map(([code, group]) =>
    groupOf(code, code === null ? null : "transactions", group),
  );
  const [first, ...others] = named;
  if (first !== undefined && (others.length > 0 || first.currency !== null)) return [first, ...others];

  const assumed = assumedCurrency === null ? null : normaliseCurrency(assumedCurrency);
  return [groupOf(assumed, assumed === null ? null : "assumed", rows)];
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
