import { describe, expect, it } from "vitest";
import { askedWaitMs } from "../../src/time/retry-wait.ts";

const NOW = Date.parse("2026-11-20T02:00:00Z");
const EPOCH = NOW / 1000;

const waitOf = (headers: Record<string, string>, status = 429) =>
  askedWaitMs({ status, headers: new Headers(headers) }, NOW);

describe("a wait that an answer asks for", () => {
  it.each([
    ["120", 120_000],
    ["0.5", 500],
    ["1.2345", 1235],
    [" 3 ", 3000],
    // The three forms of RFC 9110 5.6.7.
    ["Fri, 20 Nov 2026 02:00:07 GMT", 7000],
    ["Friday, 20-Nov-26 02:00:07 GMT", 7000],
    ["Fri Nov 20 02:00:07 2026", 7000],
    ["Sun Nov 22 02:00:00 2026", 172_800_000],
    ["Tue Dec  1 02:00:00 2026", 950_400_000],
  ])("is Retry-After: %j", (text, waitMs) => {
    expect(waitOf({ "retry-after": text })).toBe(waitMs);
  });

  it.each([
    ..."-5 +5 1e3 0x10 .5 5. NaN Infinity 1000000000 0 0.0 2026-11-20".split(" "),
    "",
    "5, 6",
    "Fri, 20 Nov 2026 01:59:59 GMT",
    "Friday, 20-Nov-25 02:00:07 GMT",
    "Friday, 20-Nov-99 02:00:07 GMT",
    "Fri Nov 20 02:00:07 2026 GMT",
    "Fri, 20 nov 2026 02:00:07 GMT",
    "Fri, 20 Nov 2026 02:00:07 CET",
    "Tue, 31 Feb 2027 02:00:07 GMT",
    "Fr, 20 Nov 2026 02:00:07 GMT",
  ])("is none where Retry-After is %j", (text) => {
    expect(waitOf({ "retry-after": text })).toBeUndefined();
  });

  it("is retry-after-ms before Retry-After, where it is one", () => {
    expect(waitOf({ "retry-after-ms": "250", "retry-after": "1" })).toBe(250);
    expect(waitOf({ "retry-after-ms": "soon", "retry-after": "1" })).toBe(1000);
    expect(waitOf({ "retry-after-ms": "0.4" })).toBe(0.4);
  });

  it.each<[Record<string, string>, number | undefined]>([
    [{ ratelimit: '"default";r=0;t=30' }, 30_000],
    [{ ratelimit: '"burst";r=0;t=2, "daily";r=0;t=60, "monthly";r=5;t=900' }, 60_000],
    [{ ratelimit: '"default";r=3;t=30' }, undefined],
    [{ ratelimit: "limit=100, remaining=0, reset=9" }, 9000],
    [{ ratelimit: "limit=100, remaining=1, reset=9" }, undefined],
    [{ "ratelimit-remaining": "0", "ratelimit-reset": "12" }, 12_000],
    [{ "ratelimit-remaining": "4", "ratelimit-reset": "12" }, undefined],
    [{ "ratelimit-reset": "12" }, 12_000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(EPOCH + 45) }, 45_000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "45" }, 45_000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(EPOCH - 1) }, undefined],
    [{ "x-ratelimit-remaining": "0" }, undefined],
    [{ "ratelimit-reset": "12", "retry-after": "3" }, 3000],
  ])("is that of the RateLimit headers %j", (headers, waitMs) => {
    expect(waitOf(headers)).toBe(waitMs);
    expect(waitOf(headers, 503)).toBe(waitMs);
  });

  it("is not that of a quota where the quota is not why it was refused", () => {
    expect(waitOf({ "ratelimit-reset": "12" }, 500)).toBeUndefined();
    expect(waitOf({ "retry-after": "12" }, 500)).toBe(12_000);
  });
});
