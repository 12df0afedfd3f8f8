import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyExponent, normaliseCurrency } from "../../src/money/currency.ts";
import { formatMinor } from "../../src/money/format-minor.ts";
import { addCells, MinorSum } from "../../src/money/MinorSum.ts";

describe("currencyExponent", () => {
  it("follows ISO 4217 for currencies of 0, 2, 3 and 4 decimals", () => {
    const exponents = {
      JPY: 0,
      KRW: 0,
      CLP: 0,
      XOF: 0,
      USD: 2,
      EUR: 2,
      INR: 2,
      HUF: 2,
      TWD: 2,
      IQD: 3,
      KWD: 3,
      TND: 3,
    };
    for (const [code, exponent] of Object.entries({ ...exponents, CLF: 4, UYW: 4, MGA: 2, MRU: 2 })) {
      expect([code, currencyExponent(code)]).toEqual([code, exponent]);
    }
  });

  it("knows the guilder that came in 2025 and not the one that went", () => {
    expect(currencyExponent("XCG")).toBe(2);
    expect(currencyExponent("ANG")).toBeUndefined();
  });

  it.each(["XTS", "XXX", "XAU", "XDR", "HRK", "ZWL", "BTC", "840", "usd", "", "__proto__"])(
    "knows no exponent for %j",
    (code) => expect(currencyExponent(code)).toBeUndefined(),
  );

  it("reads a code trimmed and in upper case, and a blank as none", () => {
    expect([" usd ", "", " \t"].map(normaliseCurrency)).toEqual(["USD", null, null]);
  });
});

describe("formatMinor", () => {
  it.each([
    [1230n, "USD", "12.30"],
    [-3510n, "USD", "-35.10"],
    [-5n, "USD", "-0.05"],
    [0n, "USD", "0.00"],
    [1200n, "JPY", "1200"],
    [-1n, "JPY", "-1"],
    [1234n, "KWD", "1.234"],
    [12n, "CLF", "0.0012"],
    [2n ** 80n, "EUR", "12089258196146291747061.76"],
  ])("prints %s minor units of %s as %s", (minor, currency, printed) => {
    expect(formatMinor(minor, currency)).toBe(printed);
  });

  it("prints what reads back as the same minor units, with exactly the exponent", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom("JPY", "USD", "KWD", "CLF"), (minor, currency) => {
        const printed = formatMinor(minor, currency);
        expect(BigInt(printed.replace(".", ""))).toBe(minor);
        expect(printed.split(".")[1]?.length ?? 0).toBe(currencyExponent(currency));
      }),
    );
  });

  it("refuses a currency without a decimal form", () => {
    expect(() => formatMinor(1n, "XTS")).toThrow(RangeError);
  });
});

describe("MinorSum", () => {
  it("adds safe integers exactly, beyond what a number holds", () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger()), (amounts) => {
        const sum = new MinorSum();
        for (const amount of amounts) sum.add(amount);
        expect(sum.total).toBe(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
      }),
    );
  });

  it.each([12.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s", (amount) => {
    expect(() => new MinorSum().add(amount)).toThrow(RangeError);
  });
});

describe("addCells", () => {
  it("counts an empty cell as nothing, and keeps a sum of nothing empty", () => {
    expect([addCells(null, null), addCells(null, 3n), addCells(3n, null), addCells(0n, 3n)]).toEqual([
      null,
      3n,
      3n,
      3n,
    ]);
  });
});
