import { describe, expect, it } from "vitest";
import {
  baseUrl,
  currencyCode,
  duration,
  ledgerAddress,
  nonBlank,
  oneOf,
  type Read,
  retention,
  wholeNumber,
} from "../../src/config/values.ts";

const refused = { expected: expect.any(String) };

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe("duration", () => {
  it.each([
    ["90s", 90 * SECOND_MS],
    ["40m", 40 * MINUTE_MS],
    ["2h", 2 * HOUR_MS],
    ["7d", 7 * DAY_MS],
    ["40 minutes", 40 * MINUTE_MS],
    ["1 hour", HOUR_MS],
    ["2 hours", 2 * HOUR_MS],
    ["1 day", DAY_MS],
    ["10 seconds", 10 * SECOND_MS],
    ["24d", 24 * DAY_MS],
  ])("reads %s", (text, ms) => {
    expect(duration.read(text)).toEqual({ value: ms });
  });

  // Beyond 24 days a timer would fire at once: Node holds 2^31 - 1 milliseconds.
  it.each(["0s", "25d", "999999999d", "-1s", "1.5h", "90", "s", "", "2hs", "1ms", "ten minutes", "2 h 3 m"])(
    "refuses %j",
    (text) => {
      expect(duration.read(text)).toEqual(refused);
    },
  );
});

describe("retention", () => {
  it.each([
    ["90d", 90 * DAY_MS],
    ["60 weeks", 420 * DAY_MS],
    ["2w", 14 * DAY_MS],
    ["7 years", 2555 * DAY_MS],
    ["100y", 36_500 * DAY_MS],
    ["40 minutes", 2400 * SECOND_MS],
  ])("reads %s", (text, ms) => {
    expect(retention.read(text)).toEqual({ value: ms });
  });

  it.each(["0d", "101y", "36501d", "-1d", "1 month", "forever", ""])("refuses %j", (text) => {
    expect(retention.read(text)).toEqual({
      expected: "a duration such as 90d, 60 weeks or 7 years, at most 100 years",
    });
  });
});

describe("wholeNumber", () => {
  const { read } = wholeNumber(1, 64);
  it.each([
    ["1", 1],
    ["64", 64],
    ["007", 7],
  ])("reads %s", (text, number) => {
    expect(read(text)).toEqual({ value: number });
  });
  it.each(["0", "65", "-1", "1.0", "1e1", " 4", "", "0x4", "9007199254740993", "four"])(
    "refuses %j",
    (text) => {
      expect(read(text)).toEqual({ expected: "a whole number from 1 to 64" });
    },
  );
});

describe("baseUrl", () => {
  it.each([
    ["https://api.koard.com", "https://api.koard.com"],
    ["https://api.koard.com/", "https://api.koard.com"],
    ["http://127.0.0.1:4010/koard//", "http://127.0.0.1:4010/koard"],
    ["HTTPS://API.Koard.com/Path", "https://api.koard.com/Path"],
  ])("reads %s without a slash at its end", (text, url) => {
    expect(baseUrl.read(text)).toEqual({ value: url });
  });
  it.each([
    "api.koard.com",
    "ftp://api.koard.com",
    "file:///etc/passwd",
    "https://user:secret@api.koard.com",
    "https://user@api.koard.com",
    "https://api.koard.com?key=secret",
    "https://api.koard.com#here",
    "javascript:alert(1)",
    "",
  ])("refuses %j", (text) => {
    expect(baseUrl.read(text)).toEqual(refused);
  });
});

describe("the other readers", () => {
  it.each<readonly [string, Read<unknown>, Read<unknown>]>([
    [
      "a ledger's file",
      ledgerAddress.read("sqlite:./tieout.db"),
      { value: { database: "sqlite", file: "./tieout.db" } },
    ],
    [
      "an absolute ledger's file",
      ledgerAddress.read("sqlite:/var/lib/tieout.db"),
      { value: { database: "sqlite", file: "/var/lib/tieout.db" } },
    ],
    ["a word of a set", oneOf(["critical", "high"]).read("high"), { value: "high" }],
    ["a text", nonBlank.read("./out"), { value: "./out" }],
    ["a currency", currencyCode.read("USD"), { value: "USD" }],
    ["a currency in small letters", currencyCode.read("kwd"), { value: "KWD" }],
  ])("read %s", (_what, read, value) => {
    expect(read).toEqual(value);
  });
  it.each<readonly [string, Read<unknown>]>([
    ["a ledger without a file", ledgerAddress.read("sqlite:")],
    ["a ledger of another kind", ledgerAddress.read("mysql://localhost")],
    ["a bare path as a ledger", ledgerAddress.read("./tieout.db")],
    ["a word outside of its set", oneOf(["critical", "high"]).read("High")],
    ["a blank text", nonBlank.read("  ")],
    ["a test currency", currencyCode.read("XTS")],
    ["a currency that is none", currencyCode.read("euros")],
  ])("refuse %s", (_what, read) => {
    expect(read).toEqual(refused);
  });
});
