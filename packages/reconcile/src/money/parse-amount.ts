import { currencyExponent } from "./currency.ts";

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads an exact decimal (`120`, `120.5`, `-35.10`) as minor units of a currency: the way back from
 * `formatMinor`. Decimals may be fewer than the currency has, never more, not even zeros: `120.005` and
 * `120.000` are no amounts in EUR. No grouping, exponent, plus sign or blanks.
 *
 * `undefined` where the text is no such decimal, or the currency has no decimal form.
 */
export const parseAmount = (text: string, currency: string): bigint | undefined => {
  const exponent = currencyExponent(currency);
  const parts = DECIMAL.exec(text);
  if (exponent === undefined || parts === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = parts;
  if (fraction.length > exponent) return undefined;
  const minor = BigInt(whole + fraction.padEnd(exponent, "0"));
  return sign === "-" ? -minor : minor;
};
