import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BusinessCalendar, type CalendarChange } from "../../src/time/BusinessCalendar.ts";
import { addDays } from "../../src/time/days.ts";
import { epochMs, printInstant } from "../../src/time/instants.ts";
import { cutoff, day, zone } from "./calendars.ts";

const HOUR_MS = 3_600_000;

const hoursOf = (calendar: BusinessCalendar, businessDay: string): number =>
  (epochMs(calendar.startOf(addDays(businessDay, 1))) - epochMs(calendar.startOf(businessDay))) / HOUR_MS;

const moved = (to: Omit<CalendarChange, "from">, from = { timezone: "UTC", cutoff: "00:00" }) =>
  new BusinessCalendar(from.timezone, from.cutoff, [{ from: "2026-05-10", ...to }]);

/** Up to three changes within a few days of each other, around which anything may go wrong. */
const world = fc
  .record({
    first: day,
    rules: fc.array(fc.tuple(zone, cutoff, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 4 }),
  })
  .map(({ first, rules }) => {
    const changes: CalendarChange[] = [];
    let from = first;
    for (const [timezone, at, gap] of rules.slice(1)) {
      changes.push({ from, timezone, cutoff: at });
      from = addDays(from, gap);
    }
    const [timezone, at] = rules[0] ?? ["UTC", "00:00"];
    return { first, calendar: new BusinessCalendar(timezone, at, changes) };
  });

describe("a calendar whose rule changes", () => {
  it("ends the last day of the old rule where the first of the new one begins", () => {
    const later = moved({ timezone: "America/New_York", cutoff: "00:00" });
    expect(later.startOf("2026-05-10")).toBe("2026-05-10T04:00:00.000Z");
    expect(["2026-05-08", "2026-05-09", "2026-05-10"].map((d) => hoursOf(later, d))).toEqual([24, 28, 24]);
    expect(later.dayOf("2026-05-10T03:59:59.999Z")).toBe("2026-05-09");
    expect(later.dayOf("2026-05-10T04:00:00.000Z")).toBe("2026-05-10");

    const earlier = moved({ timezone: "Asia/Kolkata", cutoff: "00:00" });
    expect(["2026-05-08", "2026-05-09", "2026-05-10"].map((d) => hoursOf(earlier, d))).toEqual([
      ...[24, 18.5, 24],
    ]);
  });

  it("changes a cut-off alone", () => {
    const calendar = moved({ timezone: "UTC", cutoff: "02:30" });
    expect(["2026-05-09", "2026-05-10"].map((d) => hoursOf(calendar, d))).toEqual([26.5, 24]);
  });

  it("leaves days empty rather than let one begin before an earlier one", () => {
    // In UTC the 9th began on the 10th at 11:00; by the new rule the 10th would begin on the 9th at 10:00 and the
    // 11th on the 10th at 10:00, both before it.
    const calendar = moved(
      { timezone: "Pacific/Kiritimati", cutoff: "00:00" },
      { timezone: "Etc/GMT+12", cutoff: "23:00" },
    );
    expect(calendar.startOf("2026-05-09")).toBe("2026-05-10T11:00:00.000Z");
    expect(calendar.startOf("2026-05-10")).toBe("2026-05-10T11:00:00.000Z");
    expect(calendar.startOf("2026-05-11")).toBe("2026-05-10T11:00:00.000Z");
    expect(calendar.startOf("2026-05-12")).toBe("2026-05-11T10:00:00.000Z");
    expect(calendar.dayOf("2026-05-10T10:59:59.999Z")).toBe("2026-05-08");
    expect(calendar.dayOf("2026-05-10T11:00:00.000Z")).toBe("2026-05-11");
  });

  it("begins no day of the new rule before the change, and none of the old one after it", () => {
    const change = { timezone: "Asia/Tokyo", cutoff: "05:00" };
    const calendar = moved(change);
    const [before, after] = [
      new BusinessCalendar("UTC", "00:00"),
      new BusinessCalendar("Asia/Tokyo", "05:00"),
    ];
    const days = Array.from({ length: 20 }, (_, at) => addDays("2026-05-01", at));
    for (const each of days) {
      expect(calendar.startOf(each)).toBe((each < "2026-05-10" ? before : after).startOf(each));
    }
  });

  it("puts every instant in exactly one day, in whatever zones, cut-offs and days of change", () => {
    fc.assert(
      fc.property(
        world,
        fc.integer({ min: -6, max: 12 }),
        fc.nat(86_399_999),
        ({ first, calendar }, at, ms) => {
          const instant = epochMs(`${addDays(first, at)}T00:00:00.000Z`) + ms;
          const own = calendar.dayOf(printInstant(instant));
          const around = Array.from({ length: 13 }, (_, count) => addDays(own, count - 6));
          const holding = around.filter(
            (d) =>
              epochMs(calendar.startOf(d)) <= instant && instant < epochMs(calendar.startOf(addDays(d, 1))),
          );
          expect(holding).toEqual([own]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("tiles the time line: no day begins before the one that precedes it, and the days add up", () => {
    fc.assert(
      fc.property(world, ({ first, calendar }) => {
        const from = addDays(first, -10);
        const hours = Array.from({ length: 30 }, (_, count) => hoursOf(calendar, addDays(from, count)));
        const range = calendar.instantsOf({ from, to: addDays(from, 30) });
        expect(Math.min(...hours)).toBeGreaterThanOrEqual(0);
        expect(hours.reduce((sum, each) => sum + each, 0) * HOUR_MS).toBeCloseTo(
          epochMs(range.to) - epochMs(range.from),
          3,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("says the same of an instant whether or not others of its UTC day were asked before", () => {
    const calendar = moved({ timezone: "America/New_York", cutoff: "00:00" });
    const asked = ["2026-05-10T12:00:00.000Z", "2026-05-10T01:00:00.000Z"].map((at) => calendar.dayOf(at));
    expect(asked).toEqual(["2026-05-10", "2026-05-09"]);
  });

  it.each([
    ["an unknown zone", [{ from: "2026-05-10", timezone: "Europe/Atlantis", cutoff: "00:00" }]],
    ["a cut-off that is none", [{ from: "2026-05-10", timezone: "UTC", cutoff: "24:00" }]],
    ["a day that does not exist", [{ from: "2026-02-29", timezone: "UTC", cutoff: "00:00" }]],
    [
      "two changes on one day",
      [
        { from: "2026-05-10", timezone: "UTC", cutoff: "01:00" },
        { from: "2026-05-10", timezone: "UTC", cutoff: "02:00" },
      ],
    ],
    [
      "changes out of order",
      [
        { from: "2026-05-10", timezone: "UTC", cutoff: "01:00" },
        { from: "2026-05-09", timezone: "UTC", cutoff: "02:00" },
      ],
    ],
  ])("refuses %s", (_, changes) => {
    expect(() => new BusinessCalendar("UTC", "00:00", changes)).toThrow(RangeError);
  });
});
