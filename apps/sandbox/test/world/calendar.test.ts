// Proves that each instant is in exactly one business day, also where clocks change.
import { describe, expect, it } from "vitest";
import { businessDay, type Calendar, instantText, plusDays } from "../../src/world/calendar.ts";

const dayAt = (instant: string, calendar: Calendar): string => businessDay(Date.parse(instant), calendar);

describe("businessDay", () => {
  const berlin = { timezone: "Europe/Berlin", cutoff: "02:30" };

  it("begins at the cut-off", () => {
    expect(dayAt("2026-11-20T01:29:59.999Z", berlin)).toBe("2026-11-19");
    expect(dayAt("2026-11-20T01:30:00.000Z", berlin)).toBe("2026-11-20");
  });

  it("begins as much later where its local time does not exist, and at the first where there are two", () => {
    // On 2026-03-29 the clock goes from 02:00 to 03:00; on 2026-10-25 from 03:00 back to 02:00.
    expect(dayAt("2026-03-29T01:29:59.999Z", berlin)).toBe("2026-03-28");
    expect(dayAt("2026-03-29T01:30:00.000Z", berlin)).toBe("2026-03-29");
    expect(dayAt("2026-10-25T00:29:59.999Z", berlin)).toBe("2026-10-24");
    expect(dayAt("2026-10-25T00:30:00.000Z", berlin)).toBe("2026-10-25");
    expect(dayAt("2026-10-25T01:29:00.000Z", berlin)).toBe("2026-10-25");
  });

  it("does not fall back into a day that has ended when the clock does", () => {
    // On 2010-11-07 the clock in St John's went from 00:01 back to 23:01 of the day before.
    const stJohns = { timezone: "America/St_Johns", cutoff: "00:00" };
    expect(dayAt("2010-11-07T02:29:59.999Z", stJohns)).toBe("2010-11-06");
    expect(dayAt("2010-11-07T02:30:00.000Z", stJohns)).toBe("2010-11-07");
    expect(dayAt("2010-11-07T02:45:00.000Z", stJohns)).toBe("2010-11-07");
  });
});

describe("texts of the calendar", () => {
  it("count days over the ends of months and print instants in their offset", () => {
    expect(plusDays("2026-02-27", 2)).toBe("2026-03-01");
    expect(instantText(Date.parse("2026-11-20T22:04:05Z"))).toBe("2026-11-20T22:04:05.000Z");
    expect(instantText(Date.parse("2026-11-20T22:04:05.120Z"), "+05:30")).toBe(
      "2026-11-21T03:34:05.120+05:30",
    );
  });
});
