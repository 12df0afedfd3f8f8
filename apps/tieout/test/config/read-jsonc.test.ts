import { describe, expect, it } from "vitest";
import { readJsonc } from "../../src/config/read-jsonc.ts";

describe("a file with comments", () => {
  it.each([
    ["a line", '{\n  // why\n  "a": 1\n}'],
    ["a block", '{ /* why,\n for long */ "a": 1 }'],
    ["trailing commas", '{ "a": 1, }'],
    ["a byte order mark", '\uFEFF{ "a": 1 }'],
    ["line ends of Windows", '{\r\n  "a": 1, // why\r\n}\r\n'],
  ])("is read: %s", (_, text) => {
    expect(readJsonc(text)).toEqual({ json: { a: 1 } });
  });

  it("keeps what only looks like a comment, in a text", () => {
    expect(readJsonc('{ "a": "https://x /* y */", "b": [1, 2, ], }')).toEqual({
      json: { a: "https://x /* y */", b: [1, 2] },
    });
  });

  it.each([
    ["", "is not JSON: line 1, column 1: value expected"],
    ['{\n  "a": 1\n  "b": 2\n}', "is not JSON: line 3, column 3: comma expected"],
    ['\uFEFF{\n\t"a" 1 }', "is not JSON: line 2, column 6: colon expected"],
    ['{ "a": "x\n" }', "is not JSON: line 1, column 8: unexpected end of string"],
    ['{ "a": 1 /* for ever', "is not JSON: line 1, column 10: unexpected end of comment"],
    ['{ "a": 1 } { }', "is not JSON: line 1, column 12: end of file expected"],
    ["{ a: 1 }", "is not JSON: line 1, column 3: invalid symbol"],
    ['{\n  "a": [1, 2', "is not JSON: line 2, column 13: close bracket expected"],
    ['{ "a": 1,, "b": 2 }', "is not JSON: line 1, column 10: property name expected"],
  ])("that is broken is named with line and column: %j", (text, fault) => {
    expect(readJsonc(text)).toEqual({ faults: [fault] });
  });

  it("that says one thing twice has both places named: the first would do nothing", () => {
    const text = '{\n  "a": 1,\n  "b": { "a": 2 },\n  "c": [{ "a": 1 }, { "a": 2, "a": 3 }],\n  "a": 4\n}';
    expect(readJsonc(text)).toEqual({
      faults: [
        'has "a" twice in one object: line 4, column 23, and line 4, column 31',
        'has "a" twice in one object: line 2, column 3, and line 5, column 3',
      ],
    });
  });

  it("has no member that becomes the prototype of its object, and is lost", () => {
    expect(readJsonc('{ "books": [{ "__proto__": { "name": "a" } }] }')).toEqual({
      faults: ['has "__proto__", which is no setting: line 1, column 15'],
    });
  });
});
