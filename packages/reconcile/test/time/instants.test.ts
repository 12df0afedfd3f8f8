import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMs, printInstant, readEpoch, readInstant } from "../../src/time/instants.ts";

describe("readInstant", () => {
  it.each([
    ["2026-11-20T22:04:05.120Z", "2026-11-20T22:04:05.120Z", null],
    ["2026-11-20T22:04:05Z", "2026-11-20T22:04:05.000Z", null],
    ["2026-11-20T22:04:05.1z", "2026-11-20T22:04:05.100Z", null],
    ["2026-11-20t22:04:05.9999999999999Z", "2026-11-20T22:04:05.999Z", null],
    ["2026-11-21T03:34:05+05:30", "2026-11-20T22:04:05.000Z", null],
    ["2026-11-20 22:04:05-00:00", "2026-11-20T22:04:05.000Z", null],
    ["2026-11-20T22:04:05.12", "2026-11-20T22:04:05.120Z", "offset_missing"],
    ["2024-02-29T12:00:00Z", "2024-02-29T12:00:00.000Z", null],
    ["2000-01-01T01:00:00+01:00", "2000-01-01T00:00:00.000Z", null],
  ])("reads %s as %s", (text, at, note) => {
    expect(readInstant(text)).toEqual({ valid: true, at, note });
  });

  it.each([
    "2026-02-29T12:00:00Z",
    "2026-11-20T24:00:00Z",
    "2026-11-20T12:61:00Z",
    "2026-13-01T12:00:00Z",
    "2026-11-20T12:00:00+25:00",
    "2026-11-20",
    "2026-11-20T12:00Z",
    "20/11/2026",
    "1763676245",
    "",
    "1999-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59-01:00",
  ])("refuses %j and says what it should be", (text) => {
    expect(readInstant(text)).toEqual({ valid: false, rule: expect.any(String) });
  });

  it("reads back every instant that it prints", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: epochMs("2000-01-01T00:00:00.000Z"), max: epochMs("9999-12-31T23:59:59.999Z") }),
        (ms) => {
          const at = printInstant(ms);
          expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
          expect(readInstant(at)).toEqual({ valid: true, at, note: null });
          expect(epochMs(at)).toBe(ms);
        },
      ),
    );
  });
});

describe("printInstant", () => {
  it("prints what the platform prints, for every time that there is", () => {
    const latest = 8_640_000_000_000_000;
    fc.assert(
      fc.property(fc.double({ min: -latest, max: latest, noNaN: true }), (ms) => {
        expect(printInstant(ms)).toBe(new Date(ms).toISOString());
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15])("throws for %d, which is no time", (ms) => {
    expect(() => printInstant(ms)).toThrow(RangeError);
  });
});

describe("readEpoch", () => {
  it("reads milliseconds as a number or a text", () => {
    const reading = { valid: true, at: "2025-07-31T18:12:00.000Z", note: null };
    expect(readEpoch(1753985520000)).toEqual({ ...reading, at: printInstant(1753985520000) });
    expect(readEpoch("1753985520000")).toEqual(readEpoch(1753985520000));
  });

  it("takes what is too small for milliseconds as seconds, and says so", () => {
    expect(readEpoch(1753985520)).toEqual({ valid: true, at: printInstant(1753985520000), note: "seconds" });
  });

  it.each([12.5, -1, 0, "abc", "", "1e12", Number.NaN, 9e15])("refuses %j", (value) => {
    expect(readEpoch(value).valid).toBe(false);
  });
});
