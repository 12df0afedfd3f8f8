import { currencyExponent } from "./currency.ts";

/**
 * Prints minor units as a plain decimal with exactly the currency's exponent: `-35.10`, `1200` for JPY,
 * `1.234` for KWD. No grouping, no sign for plus, no negative zero.
 *
 * Throws a RangeError for a currency that {@link currencyExponent} does not know: its amounts have no
 * decimal form, and their cells stay empty.
 */
export const formatMinor = (minor: bigint, currency: string): string => {
  const exponent = currencyExponent(currency);
  if (exponent === undefined)
    throw new RangeError(`${currency} is not an ISO 4217 currency with a minor unit`);
  if (exponent === 0) return minor.toString();

  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  return `${minor < 0n ? "-" : ""}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
};
