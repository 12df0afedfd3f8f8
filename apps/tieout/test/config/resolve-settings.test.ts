import { inspect } from "node:util";
import { Effect, Exit } from "effect";
import { describe, expect, it } from "vitest";
import { ConfigurationWrong, UsageWrong } from "../../src/config/faults.ts";
import { placeOfFile } from "../../src/config/ledger-place.ts";
import { type Flags, resolveSettings } from "../../src/config/resolve-settings.ts";

const NOW = "2026-11-18T02:00:00.000Z";
const TOKEN = "sk_live_not-to-be-shown";
const API_KEY = "koard-not-to-be-shown";
const KEYS = { RECORD_API_TOKEN: TOKEN, KOARD_API_KEY: API_KEY };

type Given = Readonly<Record<string, string>>;

const resolved = (flags: Flags = {}, environment: Given = KEYS) =>
  Effect.runSync(resolveSettings(flags, environment, NOW));

const book = (flags: Flags = {}, environment: Given = KEYS) => {
  const [first, ...others] = resolved(flags, environment).books;
  if (first === undefined || others.length > 0) throw new Error("expected one book");
  return first;
};

const fault = (flags: Flags, environment: Given = KEYS): UsageWrong | ConfigurationWrong =>
  Effect.runSync(Effect.flip(resolveSettings(flags, environment, NOW)));

describe("without any option", () => {
  it("everything has the value that the contract promises", () => {
    expect(resolved()).toMatchObject({
      ledger: placeOfFile("./tieout.db"),
      out: "./out",
      asOf: NOW,
      concurrency: 4,
      ratePerSecond: null,
      deadlineMs: 2 * 3600 * 1000,
      failOn: null,
      excel: false,
    });
    expect(book()).toMatchObject({
      name: "default",
      timezone: "UTC",
      cutoff: "00:00",
      ownWindow: null,
      sources: [
        { name: "record", access: { baseUrl: "https://api.getrecord.in/api/external/issuance" } },
        { name: "koard", access: { baseUrl: "https://api.koard.com" } },
      ],
      assumedCurrency: null,
    });
  });
});

describe("each option", () => {
  const OPTIONS = [
    {
      flags: { ledger: "sqlite:a.db" },
      variable: "TIEOUT_LEDGER",
      other: "sqlite:b.db",
      of: "ledger",
      a: placeOfFile("a.db"),
      b: placeOfFile("b.db"),
    },
    { flags: { out: "a" }, variable: "TIEOUT_OUT", other: "b", of: "out", a: "a", b: "b" },
    {
      flags: { asOf: "2026-11-20T22:00:00Z" },
      variable: "TIEOUT_AS_OF",
      other: "2026-11-20T23:00:00+02:00",
      of: "asOf",
      a: "2026-11-20T22:00:00.000Z",
      b: "2026-11-20T21:00:00.000Z",
    },
    {
      flags: { concurrency: "7" },
      variable: "TIEOUT_CONCURRENCY",
      other: "8",
      of: "concurrency",
      a: 7,
      b: 8,
    },
    { flags: { rate: "7" }, variable: "TIEOUT_RATE", other: "8", of: "ratePerSecond", a: 7, b: 8 },
    {
      flags: { deadline: "90s" },
      variable: "TIEOUT_DEADLINE",
      other: "2m",
      of: "deadlineMs",
      a: 90_000,
      b: 120_000,
    },
    {
      flags: { failOn: "high" },
      variable: "TIEOUT_FAIL_ON",
      other: "low",
      of: "failOn",
      a: "high",
      b: "low",
    },
  ] as const;

  it.each(OPTIONS)(
    "$variable may be given by flag or by name in the environment; the flag wins",
    (option) => {
      const { flags, variable, other, of, a, b } = option;
      expect(resolved(flags)[of]).toEqual(a);
      expect(resolved({}, { ...KEYS, [variable]: other })[of]).toEqual(b);
      expect(resolved(flags, { ...KEYS, [variable]: other })[of]).toEqual(a);
      expect(resolved({}, { ...KEYS, [variable]: "  " })[of]).toEqual(resolved()[of]);
    },
  );

  it.each([
    { name: "timezone", variable: "TIEOUT_TIMEZONE", a: "Europe/Berlin", b: "Asia/Kolkata" },
    { name: "cutoff", variable: "TIEOUT_CUTOFF", a: "02:30", b: "17:45" },
  ] as const)("$variable shapes the days of the book in the same way", ({ name, variable, a, b }) => {
    expect(book({ [name]: a })[name]).toBe(a);
    expect(book({}, { ...KEYS, [variable]: b })[name]).toBe(b);
    expect(book({ [name]: a }, { ...KEYS, [variable]: b })[name]).toBe(a);
  });

  it("of a source is read from the environment alone", () => {
    const environment = {
      ...KEYS,
      RECORD_BASE_URL: "http://127.0.0.1:4010/record/",
      KOARD_BASE_URL: "http://127.0.0.1:4010/koard",
      KOARD_ASSUME_CURRENCY: "eur",
    };
    expect(book({}, environment)).toMatchObject({
      sources: [
        { access: { baseUrl: "http://127.0.0.1:4010/record" } },
        { access: { baseUrl: "http://127.0.0.1:4010/koard" } },
      ],
      assumedCurrency: "EUR",
    });
  });

  it.each([
    "http://127.0.0.1:4010/koard",
    "http://127.255.0.9",
    "http://[::1]:1",
    "http://localhost:4010",
    "http://koard.localhost",
    "https://koard.example",
  ])("%s may be asked as it is", (address) => {
    const { sources } = book({}, { ...KEYS, KOARD_BASE_URL: address });
    expect(sources.at(-1)?.access?.baseUrl).toBe(address);
  });

  it.each([
    "http://koard.example",
    "http://10.0.0.1:4010/koard",
    "http://localhost.example",
    "http://127.0.0.1.example",
    "http://[::ffff:10.0.0.1]",
  ])("%s, where anybody on the way can read the key, has to be allowed for the source", (address) => {
    const environment = { ...KEYS, KOARD_BASE_URL: address };
    const { href } = new URL(address);
    expect(fault({}, environment).faults).toEqual([
      {
        where: "KOARD_BASE_URL",
        problem: `is ${href.replace(/\/$/, "")}, and anybody on the way there could read the key; expected https://, or allowHttp for Koard (KOARD_ALLOW_HTTP=1)`,
      },
    ]);
    expect(fault({}, { ...environment, RECORD_ALLOW_HTTP: "1" }).faults).toHaveLength(1);
    expect(fault({}, { ...environment, KOARD_ALLOW_HTTP: "0" }).faults).toHaveLength(1);
    expect(book({}, { ...environment, KOARD_ALLOW_HTTP: "1" }).sources.at(-1)?.access).toMatchObject({
      baseUrl: href.replace(/\/$/, ""),
    });
  });

  it("`never` of --fail-on takes back what the environment says", () => {
    expect(resolved({ failOn: "never" }, { ...KEYS, TIEOUT_FAIL_ON: "high" }).failOn).toBeNull();
  });
});

describe("a window of one's own", () => {
  it("is none unless it is asked for, and a report then covers the nightly one", () => {
    expect(book().ownWindow).toBeNull();
    expect(resolved().windowDays).toBe(35);
    expect(resolved({ days: "70" }).windowDays).toBe(70);
    expect(resolved({}, { ...KEYS, TIEOUT_DAYS: "7" }).windowDays).toBe(7);
  });

  it("ends before the running business day where only its beginning is given, in the book's days", () => {
    const ending = (cutoff: string) =>
      book({ from: "2026-11-01", timezone: "Asia/Kolkata", cutoff }).ownWindow?.to;
    expect([ending("08:00"), ending("07:30"), ending("07:31")]).toEqual([
      "2026-11-17",
      "2026-11-18",
      "2026-11-17",
    ]);
  });

  it("may reach to the end of the business day that is running, and no further", () => {
    const until = (to: string): Flags => ({ from: "2026-11-01", to });
    expect(book(until("2026-11-19")).ownWindow).toEqual({ from: "2026-11-01", to: "2026-11-19" });
    expect(fault(until("2026-11-20")).message).toBe(
      "--to is 2026-11-20, after the day that follows the business day 2026-11-18",
    );
  });

  it("is a whole month, and of the running one what is over", () => {
    expect(book({ month: "2026-10" }).ownWindow).toEqual({ from: "2026-10-01", to: "2026-11-01" });
    expect(book({ month: "2024-02" }).ownWindow).toEqual({ from: "2024-02-01", to: "2024-03-01" });
    expect(book({ month: "2025-12" }).ownWindow).toEqual({ from: "2025-12-01", to: "2026-01-01" });
    expect(book({ month: "2026-11" }).ownWindow).toEqual({ from: "2026-11-01", to: "2026-11-18" });
  });

  it.each([
    [{ to: "2026-11-01" }, ["--to is 2026-11-01; name the first day as well, with --from"]],
    [
      { from: "2026-11-02", to: "2026-11-01" },
      ["--from is 2026-11-02; the window [2026-11-02, 2026-11-01) holds no business day"],
    ],
    [
      { from: "2026-11-01", to: "2026-11-01" },
      ["--from is 2026-11-01; the window [2026-11-01, 2026-11-01) holds no business day"],
    ],
    [
      { from: "2026-11-18" },
      ["--from is 2026-11-18; the window [2026-11-18, 2026-11-18) holds no business day"],
    ],
    [{ from: "2026-02-30" }, ['--from is "2026-02-30"; expected a day such as 2026-11-20']],
    [{ month: "2026-13" }, ['--month is "2026-13"; expected a month such as 2026-10']],
    [{ month: "2026-12" }, ["--month is 2026-12, which has not begun on the business day 2026-11-18"]],
    [
      { month: "2026-10", from: "2026-10-01", to: "2026-10-02" },
      ["--month is 2026-10, and --from is given as well", "--month is 2026-10, and --to is given as well"],
    ],
    [{ days: "0" }, ['--days is "0"; expected a whole number from 1 to 3650']],
    [
      { days: "0", month: "October", only: "stripe" },
      [
        '--days is "0"; expected a whole number from 1 to 3650',
        '--only is "stripe"; expected one of record, koard',
        '--month is "October"; expected a month such as 2026-10',
      ],
    ],
  ] as const)("cannot be %j", (flags, messages) => {
    const wrong = fault(flags);
    expect(wrong).toBeInstanceOf(UsageWrong);
    expect(wrong.message.split("\n")).toEqual(messages);
  });

  it("cannot be asked for with a first day of a running month that has none yet", () => {
    const wrong = Effect.runSync(
      Effect.flip(resolveSettings({ month: "2026-11" }, KEYS, "2026-11-01T02:00:00.000Z")),
    );
    expect(wrong.message).toContain("--month");
  });
});

describe("one source only", () => {
  it("has no key looked for of the other", () => {
    const { sources } = book({ only: "record" }, { RECORD_API_TOKEN: TOKEN });
    expect(sources).toMatchObject([
      { name: "record", access: {} },
      { name: "koard", access: null },
    ]);
    expect(resolved({ only: "koard" }).books[0]?.sources).toMatchObject([{ access: null }, { access: {} }]);
    expect(resolved({}, { ...KEYS, TIEOUT_ONLY: "koard" }).only).toBe("koard");
  });

  it("has to have its own key", () => {
    const wrong = fault({ only: "record" }, { KOARD_API_KEY: API_KEY });
    expect(wrong).toBeInstanceOf(ConfigurationWrong);
    expect(wrong.message).toBe(
      "RECORD_API_TOKEN is missing for the book default, which is asked for --only record",
    );
  });
});

describe("sources", () => {
  it("are those whose key is there", () => {
    expect(book({}, { RECORD_API_TOKEN: TOKEN })).toMatchObject({
      sources: [{ access: {} }, { access: null }],
    });
    expect(book({}, { KOARD_API_KEY: API_KEY })).toMatchObject({
      sources: [{ access: null }, { access: {} }],
    });
  });

  it("missing both are a fault that names both", () => {
    const wrong = fault({}, {});
    expect(wrong).toBeInstanceOf(ConfigurationWrong);
    expect(wrong.message).toContain("RECORD_API_TOKEN and KOARD_API_KEY");
  });
});

describe("what is wrong", () => {
  it("is named all at once, the command line first", () => {
    const flags = {
      cutoff: "25:00",
      concurrency: "0",
      asOf: "yesterday",
      rate: "fast",
      out: " ",
      failOn: "worst",
    };
    const wrong = fault(flags, { ...KEYS, TIEOUT_DEADLINE: "soon" });
    expect(wrong).toBeInstanceOf(UsageWrong);
    expect(wrong.faults.map(({ where }) => where).sort()).toEqual([
      "--as-of",
      "--concurrency",
      "--cutoff",
      "--fail-on",
      "--out",
      "--rate",
    ]);
    expect(wrong.message.split("\n")).toHaveLength(wrong.faults.length);
  });

  it("in the environment is a configuration that cannot be used, all of it named", () => {
    const environment = {
      ...KEYS,
      TIEOUT_AS_OF: "2026-11-18T02:00:00",
      TIEOUT_CUTOFF: "2:30",
      TIEOUT_DEADLINE: "soon",
      TIEOUT_LEDGER: "tieout.db",
      TIEOUT_RATE: "0",
      TIEOUT_TIMEZONE: "Mars/Olympus",
      KOARD_ASSUME_CURRENCY: "XTS",
      KOARD_BASE_URL: "koard",
      RECORD_BASE_URL: "https://user:password@record.example",
    };
    const wrong = fault({}, environment);
    expect(wrong).toBeInstanceOf(ConfigurationWrong);
    expect(wrong.faults.map(({ where }) => where).sort()).toEqual(
      Object.keys(environment)
        .filter((name) => !(name in KEYS))
        .sort(),
    );
  });

  it("never shows a key, nor do the settings themselves", () => {
    const wrong = fault({}, { ...KEYS, TIEOUT_RATE: "0", KOARD_API_KEY_FILE: "/no/such/file" });
    const settings = resolved();
    for (const said of [
      wrong.message,
      inspect(wrong),
      JSON.stringify(settings),
      inspect(settings, { depth: 9 }),
    ]) {
      expect(said).not.toContain("not-to-be-shown");
    }
    expect(Exit.isSuccess(Effect.runSyncExit(resolveSettings({}, KEYS, NOW)))).toBe(true);
  });
});
