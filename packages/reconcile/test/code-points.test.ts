import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCodePoints, sortedDistinct } from "../src/code-points.ts";

const codePoints = (text: string): number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

const byCodePointLists = (left: string, right: string): number => {
  const [l, r] = [codePoints(left), codePoints(right)];
  for (let at = 0; at < Math.min(l.length, r.length); at += 1) {
    const order = (l[at] ?? 0) - (r[at] ?? 0);
    if (order !== 0) return Math.sign(order);
  }
  return Math.sign(l.length - r.length);
};

describe("compareCodePoints", () => {
  it("orders like the lists of code points do", () => {
    const letters = fc.string({
      unit: fc.constantFrom("a", "b", "\u{1f600}", "\u{10000}", "\uff21", "\ue000", "é"),
    });
    fc.assert(
      fc.property(letters, letters, (left, right) => {
        expect(Math.sign(compareCodePoints(left, right))).toBe(byCodePointLists(left, right));
      }),
    );
  });

  it("puts capitals before small letters and plain letters before accented ones, unlike a dictionary", () => {
    expect(sortedDistinct(["é", "a", "Z", "z", "a"])).toEqual(["Z", "a", "z", "é"]);
  });
});
