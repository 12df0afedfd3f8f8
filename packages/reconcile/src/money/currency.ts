import * as isoCurrencies from "dinero.js/currencies";

/**
 * Minor-unit exponents by ISO 4217 code, from the list that dinero.js maintains: it holds active
 * currencies only, so funds and test codes without a minor unit (`XTS`, `XAU`, `XXX`) are not in it.
 *
 * dinero.js describes the ariary and the ouguiya by their real fifths (base 5); ISO 4217 gives both two decimals.
 */
const isoExponents = (): ReadonlyMap<string, number> =>
  new Map(Object.values(isoCurrencies).map(({ code, base, exponent }) => [code, base === 10 ? exponent : 2]));

/** Made when the first code is looked up, which not every command does. */
let exponents: ReadonlyMap<string, number> | undefined;

/** A currency code as Koard may send it, trimmed and in upper case; `null` for a blank (Koard fact 5.3). */
export const normaliseCurrency = (code: string): string | null => {
  const trimmed = code.trim();
  return trimmed === "" ? null : trimmed.toUpperCase();
};

/**
 * How many decimals a currency has (0, 2, 3 or 4), or `undefined` where `code` is not an active ISO 4217
 * code with a minor unit. Takes a normalised code; numeric codes (`840`) are not codes here.
 */
export const currencyExponent = (code: string): number | undefined => {
  exponents ??= isoExponents();
  return exponents.get(code);
};
