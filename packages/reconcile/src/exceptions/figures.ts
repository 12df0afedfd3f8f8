import { currencyExponent } from "../money/currency.ts";
import { formatMinor } from "../money/format-minor.ts";
import type { Figure } from "./finding.ts";

/** A count cell. */
export const countFigure = (count: number): Figure => ({ kind: "count", text: String(count) });

/** A cell of text that came from outside. */
export const textFigure = (text: string): Figure => ({ kind: "text", text });

/** An instant cell. */
export const instantFigure = (at: string): Figure => ({ kind: "instant", text: at });

/** An amount cell; empty where the currency has no decimal form. */
export const amountFigure = (minor: number | bigint, currency: string | null): Figure | null => {
  const text = amountText(minor, currency);
  return text === null ? null : { kind: "amount", text };
};

/** A decimal for `money_at_stake`; `null` where the currency has no decimal form. */
export const amountText = (minor: number | bigint, currency: string | null): string | null =>
  currency === null || currencyExponent(currency) === undefined ? null : formatMinor(BigInt(minor), currency);

/** An amount as a sentence says it: `12.30 USD`, or the bare minor units where the currency is not known. */
export const printedAmount = (minor: number | bigint, currency: string | null): string => {
  const text = amountText(minor, currency);
  return text === null ? `${minor} minor units` : `${text} ${currency}`;
};

/** A count with its noun: `1 row`, `3 rows`. */
export const printedCount = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`;
