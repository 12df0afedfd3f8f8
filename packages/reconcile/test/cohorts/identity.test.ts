import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohortKey, nameVariantKey, normaliseCohortName } from "../../src/cohorts/identity.ts";

const live = (name: string) => ({ mode: "live", programId: "prog_1", name });

describe("cohortKey", () => {
  it("is one for a name in two spellings of white space, case and Unicode composition", () => {
    const spellings = [
      "Caf\u00e9 May 2025",
      "  cafe\u0301\u00a0\t MAY  2025\n",
      "CAFE\u0301\u3000May\u00852025\ufeff",
    ];
    expect(new Set(spellings.map((name) => cohortKey(live(name))))).toEqual(
      new Set(["live/prog_1/caf\u00e9 may 2025"]),
    );
  });

  it("is one for two names of which one has characters that nobody sees", () => {
    const spellings = [
      "Spring Cohort",
      "Spring\u200b Cohort",
      "\u202aSpring Co\u00adhort\u202c",
      "Spring \ufeff Cohort\u2060",
    ];
    expect(new Set(spellings.map((name) => cohortKey(live(name))))).toEqual(
      new Set(["live/prog_1/spring cohort"]),
    );
  });

  it("is two for two programmes, and for test and live", () => {
    const keys = [live("A"), { ...live("A"), programId: "prog_2" }, { ...live("A"), mode: "test" }].map(
      cohortKey,
    );
    expect(new Set(keys).size).toBe(3);
  });

  it("does not change when a normalised name is normalised again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(normaliseCohortName(normaliseCohortName(name))).toBe(normaliseCohortName(name));
      }),
    );
  });
});

describe("nameVariantKey", () => {
  it.each([
    ["May 2025 Cohort", "may-2025 cohort", true],
    ["May 2025", "May2025", true],
    ["Course: Q1", "Course (Q1)", true],
    ["C", "C++", false],
    ["May 2025", "May 2026", false],
  ])("of %j and %j is the same: %s", (left, right, same) => {
    expect(nameVariantKey(live(left)) === nameVariantKey(live(right))).toBe(same);
  });
});
