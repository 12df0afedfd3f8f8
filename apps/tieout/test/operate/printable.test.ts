import { describe, expect, it } from "vitest";
import { asLines, printable, printableConsole } from "../../src/operate/printable.ts";

describe("a text from outside, as it is printed", () => {
  it.each([
    ["\u001b]52;c;ZXZpbA==\u0007", String.raw`\u001b]52;c;ZXZpbA==\u0007`],
    ["\u009b2J", String.raw`\u009b2J`],
    ["a\r\nb\tc\0", String.raw`a\u000d\u000ab\u0009c\u0000`],
    ["\u202egpj.exe\u2066", String.raw`\u202egpj.exe\u2066`],
    ["line\u2028and\u2029paragraph", String.raw`line\u2028and\u2029paragraph`],
    ["zero\u200bwidth\ufeff", String.raw`zero\u200bwidth\ufeff`],
    ["hidden\u{e0041}", String.raw`hidden\udb40\udc41`],
    ["half\ud83d", String.raw`half\ud83d`],
  ])("%j does nothing and shows itself", (text, shown) => {
    expect(printable(text)).toBe(shown);
    // Nothing is left to be made safe, and JSON stays JSON that says the same.
    expect(printable(shown)).toBe(shown);
    expect(JSON.parse(printable(JSON.stringify(text)))).toBe(text);
  });

  it.each(['Ünïcode, "Q1"', "क्\u200dष", "👩\u200d🎓", "日本語 … €", String.raw`C:\new`])(
    "%s stays as it is",
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );

  it("stays on its line", () => {
    expect(asLines(["one", "two\nout verifies"])).toBe("one\ntwo\\u000aout verifies");
  });
});

it("a console of commands prints nothing that a terminal would do something for, by whichever method", () => {
  const printed: Array<unknown> = [];
  const print = (...texts: ReadonlyArray<unknown>): void => void printed.push(...texts);
  const through = printableConsole({
    ...console,
    ...{ debug: print, error: print, info: print, log: print, warn: print },
  });
  through.log("a\u001b", "b\n\u202e");
  through.error("c\u0007");
  through.warn("d\u0007");
  through.info("e\u0007", 7);
  through.debug("f\u0007");
  expect(printed).toEqual(["a\\u001b", "b\n\\u202e", "c\\u0007", "d\\u0007", "e\\u0007", 7, "f\\u0007"]);
});
