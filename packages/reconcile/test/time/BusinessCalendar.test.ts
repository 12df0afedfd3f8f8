import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";
import { addDays, daysBetween, isDay, isDayIn } from "../../src/time/days.ts";
import { epochMs, printInstant } from "../../src/time/instants.ts";
import { cutoff, day, zone } from "./calendars.ts";

const HOUR_MS = 3_600_000;
const hoursOf = (calendar: BusinessCalendar, businessDay: string): number =>
  (epochMs(calendar.startOf(addDays(businessDay, 1))) - epochMs(calendar.startOf(businessDay))) / HOUR_MS;

describe("BusinessCalendar", () => {
  it("gives Berlin days of 23 and 25 hours around a cut-off at 02:30", () => {
    const berlin = new BusinessCalendar("Europe/Berlin", "02:30");
    // 02:30 does not exist on 2026-03-29, so that day begins as much later as the clock jumped.
    expect(berlin.startOf("2026-03-29")).toBe("2026-03-29T01:30:00.000Z");
    expect(["2026-03-28", "2026-03-29", "2026-03-30"].map((d) => hoursOf(berlin, d))).toEqual([24, 23, 24]);
    // 02:30 occurs twice on 2026-10-25, and the first counts.
    expect(berlin.startOf("2026-10-25")).toBe("2026-10-25T00:30:00.000Z");
    expect(["2026-10-24", "2026-10-25", "2026-10-26"].map((d) => hoursOf(berlin, d))).toEqual([24, 25, 24]);
  });

  it("turns the day at the cut-off, not a millisecond earlier", () => {
    const kolkata = new BusinessCalendar("Asia/Kolkata", "00:00");
    expect(kolkata.dayOf("2026-11-20T18:29:59.999Z")).toBe("2026-11-20");
    expect(kolkata.dayOf("2026-11-20T18:30:00.000Z")).toBe("2026-11-21");
  });

  it("leaves the day that Samoa skipped empty", () => {
    const apia = new BusinessCalendar("Pacific/Apia", "05:00");
    expect(hoursOf(apia, "2011-12-30")).toBe(0);
    expect(apia.dayOf("2011-12-30T14:59:59.999Z")).toBe("2011-12-29");
    expect(apia.dayOf("2011-12-30T15:00:00.000Z")).toBe("2011-12-31");
  });

  it("puts every instant in exactly one day", () => {
    const instant = fc.integer({
      min: epochMs("2000-01-05T00:00:00.000Z"),
      max: epochMs("2034-12-31T00:00:00.000Z"),
    });
    fc.assert(
      fc.property(zone, cutoff, instant, (timezone, at, ms) => {
        const calendar = new BusinessCalendar(timezone, at);
        const own = calendar.dayOf(printInstant(ms));
        const around = [-3, -2, -1, 0, 1, 2, 3].map((count) => addDays(own, count));
        const holding = around.filter(
          (d) => epochMs(calendar.startOf(d)) <= ms && ms < epochMs(calendar.startOf(addDays(d, 1))),
        );
        expect(holding).toEqual([own]);
      }),
    );
  });

  it("tiles the time line: days follow each other without gap or overlap and add up to the range", () => {
    fc.assert(
      fc.property(zone, cutoff, day, (timezone, at, first) => {
        const calendar = new BusinessCalendar(timezone, at);
        const hours = Array.from({ length: 40 }, (_, count) => hoursOf(calendar, addDays(first, count)));
        const range = calendar.instantsOf({ from: first, to: addDays(first, 40) });
        expect(Math.min(...hours)).toBeGreaterThanOrEqual(0);
        expect(hours.reduce((sum, each) => sum + each, 0) * HOUR_MS).toBeCloseTo(
          epochMs(range.to) - epochMs(range.from),
          3,
        );
      }),
    );
  });

  it("begins each day in that day, and ends the one before a millisecond earlier", () => {
    fc.assert(
      fc.property(zone, cutoff, day, (timezone, at, some) => {
        const calendar = new BusinessCalendar(timezone, at);
        fc.pre(hoursOf(calendar, some) > 0 && hoursOf(calendar, addDays(some, -1)) > 0);
        const start = epochMs(calendar.startOf(some));
        expect(calendar.dayOf(printInstant(start))).toBe(some);
        expect(calendar.dayOf(printInstant(start - 1))).toBe(addDays(some, -1));
      }),
    );
  });

  it.each([
    ["Europe/Atlantis", "00:00"],
    ["+05:30", "00:00"],
    ["UTC", "24:00"],
    ["UTC", "2:30"],
  ])("refuses zone %s with cut-off %s", (timezone, at) => {
    expect(() => new BusinessCalendar(timezone, at)).toThrow(RangeError);
  });
});

describe("days", () => {
  it("counts calendar days over clock changes, months and leap years", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1583-01-01"), max: new Date("9990-01-01"), noInvalidDate: true }),
        fc.integer({ min: -3660, max: 3660 }),
        (date, count) => {
          const day = date.toISOString().slice(0, 10);
          expect(addDays(day, count)).toBe(Temporal.PlainDate.from(day).add({ days: count }).toString());
        },
      ),
    );
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-12-31", "2025-12-31")).toBe(-365);
  });

  it("knows which days exist", () => {
    expect(["2024-02-29", "2026-02-29", "2026-2-1", "20260201", "2026-02-01T00:00"].map(isDay)).toEqual([
      ...[true, false, false, false, false],
    ]);
  });

  it("takes the first day of a window and not the last", () => {
    const window = { from: "2026-11-01", to: "2026-11-03" };
    const days = ["2026-10-31", "2026-11-01", "2026-11-02", "2026-11-03"];
    expect(days.filter((each) => isDayIn(each, window))).toEqual(["2026-11-01", "2026-11-02"]);
  });
});
