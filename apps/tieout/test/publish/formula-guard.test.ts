import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardFormula } from "../../src/publish/formula-guard.ts";

describe("a text that a spreadsheet would run", () => {
  it.each([
    ["a function call", '=HYPERLINK("http://x","a")'],
    ["a zero-width space before the sign", "\u200b=1+1"],
    ["a tab before the sign", "\t=1"],
    ["a carriage return before the sign", "\r=1"],
    ["a line feed before the sign", "\n@SUM(A1)"],
    ["blanks before the sign", "   -1"],
    ["a no-break space before the sign", "\u00a0=1"],
    ["a byte order mark before the sign", "\ufeff=1"],
    ["a direction mark before the sign", "\u202e=1"],
    ["a soft hyphen before the sign", "\u00ad=1"],
    ["a Hangul filler before the sign", "\u3164=1"],
    ["a null before the sign", "\u0000=1"],
    ["several of them before the sign", " \u200b\t\u2060=1"],
    ["a plus", "+1"],
    ["a minus", "-1"],
    ["an at sign", "@x"],
    ["a full-width equals sign", "＝1+1"],
    ["a full-width plus", "＋1"],
    ["a full-width minus", "－1"],
    ["a full-width at sign", "＠x"],
    ["the sign alone", "="],
  ])("is guarded: %s", (_what, text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });
});

describe("a text that is only text", () => {
  it.each([
    ["nothing", ""],
    ["an id with leading zeros", "0012345678901234567"],
    ["a name", "May 2025 Cohort"],
    ["quotes and a line break", 'Ünïcode, "Q1"\nline 2'],
    ["a sign inside", "a=b"],
    ["an apostrophe of its own", "'=1"],
    ["blanks alone", "   "],
    ["a uuid", "2432256a-0000-4011-8000-75ac62000000"],
  ])("is left as it is: %s", (_what, text) => {
    expect(guardFormula(text)).toBe(text);
  });
});

it("loses nothing: taking the guard away gives the text back, and a guarded text never starts like a formula", () => {
  const start = fc.constantFrom("", " ", "\t", "\u200b", "=", "+", "-", "@", "＝", "'", "0");
  const text = fc.tuple(start, start, fc.string({ unit: "binary" })).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (original) => {
      const guarded = guardFormula(original);
      expect(guarded === original ? guarded : guarded.slice(1)).toBe(original);
      expect(guarded).not.toMatch(/^[\s\u200b]*[=+\-@＝＋－＠]/u);
    }),
    { numRuns: 500 },
  );
});
