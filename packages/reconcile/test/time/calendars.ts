import fc from "fast-check";
import { addDays } from "../../src/time/days.ts";

/** Zones with every kind of clock: none, half hours, both hemispheres, days skipped, and the ends of the world. */
export const zone: fc.Arbitrary<string> = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "America/Santiago",
  "Asia/Beirut",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
);

/** Any `HH:MM`. */
export const cutoff: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => [hours, minutes].map((part) => String(part).padStart(2, "0")).join(":"));

/** Any day from 2000 to 2034. */
export const day: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 365 * 35 })
  .map((count) => addDays("2000-01-01", count));
