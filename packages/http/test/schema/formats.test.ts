// Proves which texts are days, times, instants and expressions, at the edges of each.

import { describe, expect, it } from "vitest";
import { isDate, isDateTime, isLocalDateTime, isLocalTime, isRegex, isTime } from "../../src/schema.ts";

/** What of these a format takes. */
const taken = (is: (text: string) => boolean, texts: readonly string[]): readonly string[] =>
  texts.filter((text) => is(text));

describe("a day", () => {
  it("is there from the first to the last of each month", () => {
    const lasts = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const daysOf = (month: number) => Array.from({ length: 40 }, (_, day) => dayOf(2026, month, day));
    const dayOf = (year: number, month: number, day: number) =>
      `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    for (const [index, last] of lasts.entries()) {
      const days = taken(isDate, daysOf(index + 1));
      expect(days).toEqual(daysOf(index + 1).slice(1, last + 1));
    }
    expect(taken(isDate, [...daysOf(0), ...daysOf(13)])).toEqual([]);
  });

  it("is the 29th of February in leap years alone", () => {
    const years = ["1900", "2000", "2023", "2024", "2025", "2026", "2100", "2400"];
    expect(taken((year) => isDate(`${year}-02-29`), years)).toEqual(["2000", "2024", "2400"]);
    expect(taken((year) => isDate(`${year}-02-28`), years)).toEqual(years);
    expect(taken((year) => isDate(`${year}-02-30`), years)).toEqual([]);
  });

  it("has all its digits and nothing else", () => {
    const odd = ["", "2026-1-20", "26-11-20", "2026/11/20", "2026-11-20T", " 2026-11-20", "2026-11-2O"];
    expect(taken(isDate, odd)).toEqual([]);
  });
});

describe("a time of day", () => {
  const right = [
    "00:00:00Z",
    "23:59:59z",
    "02:00:00.123456Z",
    "02:00:00+00:00",
    "02:00:00-23:59",
    "02:00:00+0530",
    "02:00:00-08",
  ];
  const local = ["00:00:00", "23:59:59", "02:00:00.5"];
  const wrong = [
    "24:00:00Z",
    "02:60:00Z",
    "02:00:61Z",
    "02:00:00+24:00",
    "02:00:00+00:60",
    "02:00:00.Z",
    "2:00:00Z",
    "02:00Z",
    "02:00:00Z ",
    "",
  ];

  it("says its zone, or need not", () => {
    expect(taken(isTime, [...right, ...local, ...wrong])).toEqual(right);
    expect(taken(isLocalTime, [...right, ...local, ...wrong])).toEqual([...right, ...local]);
  });

  it("has 61 seconds in the last minute that a day has in UTC alone, whatever its zone", () => {
    const leaps = [
      "23:59:60Z",
      "23:59:60.5z",
      "00:59:60+01:00",
      "05:29:60+0530",
      "15:59:60-08",
      "22:58:60-01:01",
      "23:58:60+23:59",
    ];
    const others = [
      "22:59:60Z",
      "23:58:60Z",
      "00:00:60Z",
      "23:59:61Z",
      "23:59:60+01:00",
      "23:59:60-01:00",
      "00:59:60-01:00",
      "05:29:60-05:30",
      "24:59:60+01:00",
      "23:60:60+00:01",
    ];
    expect(taken(isTime, [...leaps, ...others])).toEqual(leaps);
    expect(taken(isLocalTime, ["23:59:60", "23:58:60", "12:00:60"])).toEqual(["23:59:60"]);
  });
});

describe("an instant", () => {
  const day = "2026-11-20";

  it("is a day and a time of day, parted by a T or by white space", () => {
    const right = [`${day}T02:00:00Z`, `${day}t02:00:00+01:00`, `${day} 02:00:00Z`];
    const local = [`${day}T02:00:00`, `${day} 02:00:00.5`];
    const wrong = [
      day,
      "02:00:00Z",
      `${day}T`,
      `${day}02:00:00Z`,
      `${day}T24:00:00Z`,
      "2026-02-30T02:00:00Z",
      `${day}T02:00:00Z T`,
      `${day}  02:00:00Z`,
    ];
    expect(taken(isDateTime, [...right, ...local, ...wrong])).toEqual(right);
    expect(taken(isLocalDateTime, [...right, ...local, ...wrong])).toEqual([...right, ...local]);
  });
});

describe("an expression", () => {
  it("is what the platform takes for one, without the end of a text that other languages write \\Z", () => {
    const right = ["", "^b_[0-9a-f]+$", String.raw`a\\Z`, "[A-Z]"];
    const wrong = ["(", "[", "*", String.raw`^\d+\Z`];
    expect(taken(isRegex, [...right, ...wrong])).toEqual(right);
  });
});
