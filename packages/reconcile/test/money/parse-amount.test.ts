import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMinor } from "../../src/money/format-minor.ts";
import { parseAmount } from "../../src/money/parse-amount.ts";

describe("parseAmount", () => {
  it.each([
    ["120", "EUR", 12000n],
    ["120.5", "EUR", 12050n],
    ["120.00", "EUR", 12000n],
    ["0.01", "EUR", 1n],
    ["-35.10", "USD", -3510n],
    ["1200", "JPY", 1200n],
    ["1.234", "KWD", 1234n],
    ["0012", "EUR", 1200n],
    ["90071992547409.93", "EUR", 9007199254740993n],
  ])("reads %s %s", (text, currency, minor) => {
    expect(parseAmount(text, currency)).toBe(minor);
  });

  it.each([
    ["120.005", "EUR"],
    ["120.000", "EUR"],
    ["1200.0", "JPY"],
    ["120,50", "EUR"],
    ["1,200", "EUR"],
    [".5", "EUR"],
    ["5.", "EUR"],
    ["+5", "EUR"],
    [" 5", "EUR"],
    ["5\n", "EUR"],
    ["1e3", "EUR"],
    ["", "EUR"],
    ["-", "EUR"],
    ["٥", "EUR"],
    ["5", "XTS"],
    ["5", "eur"],
  ])("does not read %j as an amount in %s", (text, currency) => {
    expect(parseAmount(text, currency)).toBeUndefined();
  });

  it("reads back every amount that is printed", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom("EUR", "JPY", "KWD", "CLF"), (minor, currency) => {
        expect(parseAmount(formatMinor(minor, currency), currency)).toBe(minor);
      }),
    );
  });
});
