// Proves how far the clock of a source is taken to be ahead, by what its answers say.

import { expect, it } from "vitest";
import { clockOffsetMs, nearerOf } from "../../../src/sources/wire/clock-offset.ts";

const NOW = Date.parse("2026-11-18T02:00:00.000Z");
const offsetOf = (headers: Readonly<Record<string, string>>) => clockOffsetMs(new Headers(headers), NOW);
const date = "Wed, 18 Nov 2026 02:01:30 GMT";

it("is the time of the answer less that of this machine, and of one out of a cache its age more", () => {
  expect(offsetOf({ date })).toBe(90_000);
  expect(offsetOf({ date: ` ${date} ` })).toBe(90_000);
  expect(offsetOf({ date, age: "40" })).toBe(130_000);
  expect(offsetOf({ date: "Wed, 18 Nov 2026 01:59:00 GMT", age: "0" })).toBe(-60_000);
});

it.each(["soon", "-1", "1.5", "1234567890", ""])("an age of %j is none", (age) => {
  expect(offsetOf({ date, age })).toBe(90_000);
});

it.each([
  "",
  "2026-11-18T02:01:30Z",
  "18 Nov 2026 02:01:30 GMT",
  "Wed, 18 Nov 2026 02:01:30 +0000",
  "Wed, 99 Nov 2026 02:01:30 GMT",
])("a date of %j says nothing", (other) => {
  expect(offsetOf({ date: other })).toBeUndefined();
});

it("of two answers the nearer one counts, and of one and none the one", () => {
  expect(nearerOf(-5, 3)).toBe(3);
  expect(nearerOf(2, -7)).toBe(2);
  expect(nearerOf(-4, 4)).toBe(-4);
  expect([nearerOf(undefined, 0), nearerOf(0, undefined), nearerOf(undefined, undefined)]).toEqual([
    0,
    0,
    undefined,
  ]);
});
