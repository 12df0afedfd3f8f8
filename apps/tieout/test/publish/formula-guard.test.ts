import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardFormula } from "../../src/publish/formula-guard.ts";
import { unguard } from "./unguard.ts";

describe("a text that a spreadsheet would run", () => {
  it.each([
    ["a function call", '=HYPERLINK("http://x","a")'],
    ["a zero-width space before the sign", "\u200b=1+1"],
    ["blanks before the sign", "   -1"],
    ["a no-break space before the sign", "\u00a0=1"],
    ["a byte order mark before the sign", "\ufeff=1"],
    ["a direction mark before the sign", "\u202e=1"],
    ["an isolate before the sign", "\u2066=1"],
    ["a soft hyphen before the sign", "\u00ad=1"],
    ["a Hangul filler before the sign", "\u3164=1"],
    ["a null before the sign", "\u0000=1"],
    ["several of them before the sign", " \u200b\u2060=1"],
    ["a quote before the sign", '"=1'],
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

  it.each([
    ["a tab", "\t=1", "'\t'=1"],
    ["a carriage return", "\r=1", "'\r'=1"],
    ["a line feed", "\n@SUM(A1)", "'\n'@SUM(A1)"],
    ["a semicolon", "x;=1+1;y", "x;'=1+1;y"],
    ["a semicolon and a blank", "x; =1", "x;' =1"],
    ["a line", "x\r\n-1", "x\r\n'-1"],
    ["several", "=1;+2\t@3", "'=1;'+2\t'@3"],
  ])("is guarded where a spreadsheet may split it: %s", (_what, text, guarded) => {
    expect(guardFormula(text)).toBe(guarded);
  });
});

describe("an apostrophe of the text's own", () => {
  it.each([
    ["'=1", "''=1"],
    ["''+1", "'''+1"],
    ["a;'-b", "a;''-b"],
  ])("is guarded where it would look like a guard: %s", (text, guarded) => {
    expect(guardFormula(text)).toBe(guarded);
  });

  it.each(["people's", "'s-Hertogenbosch", "a;'b", "a 'b'", "a,'b", '"\'a"'])(
    "is left as it is elsewhere: %s",
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );
});

describe("a text that is only text", () => {
  it.each([
    ["nothing", ""],
    ["an id with leading zeros", "0012345678901234567"],
    ["a name", "May 2025 Cohort"],
    ["quotes and a line break", 'Ünïcode, "Q1"\nline 2'],
    ["a sign inside", "a=b"],
    ["a list of ids", "b1;b2;003"],
    ["blanks alone", "   "],
    ["nothing but tabs", "\t".repeat(200_000)],
    ["an override that is never closed", "abc\u202edef"],
    ["a uuid", "2432256a-0000-4011-8000-75ac62000000"],
  ])("is left as it is: %s", (_what, text) => {
    expect(guardFormula(text)).toBe(text);
  });
});

it("loses nothing: no two texts look the same guarded, and no part of one starts like a formula", () => {
  const start = fc.constantFrom(
    "",
    " ",
    "\t",
    "\r\n",
    ";",
    "\u200b",
    '"',
    "=",
    "+",
    "-",
    "@",
    "＝",
    "'",
    "0",
  );
  const text = fc
    .tuple(start, start, start, start, fc.string({ unit: "binary" }))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (original) => {
      const guarded = guardFormula(original);
      expect(unguard(guarded)).toBe(original);
      expect(guarded).not.toMatch(/(?:^|[;\t\r\n])[\s\u200b"]*[=+\-@＝＋－＠]/u);
    }),
    { numRuns: 1000 },
  );
});
