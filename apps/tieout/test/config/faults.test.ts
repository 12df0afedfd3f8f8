import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { shownValue } from "../../src/config/faults.ts";
import { type Flags, resolveSettings } from "../../src/config/resolve-settings.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

const NOW = "2026-11-18T02:00:00.000Z";
const KEYS = { RECORD_API_TOKEN: "sk_live_1", KOARD_API_KEY: "k1" };

const said = (flags: Flags, environment: Readonly<Record<string, string>>, config: unknown = {}): string => {
  const file = join(temporaryDirectory(), "tieout.config.json");
  writeFileSync(file, JSON.stringify(config));
  const resolving = resolveSettings({ config: file, ...flags }, environment, NOW);
  return Effect.runSync(Effect.flip(resolving)).message.replaceAll(file, "FILE");
};

/** Everything that a flag, a variable or a member can have wrong by itself. */
const WRONG = {
  flags: {
    ledger: "tieout.db",
    out: " ",
    asOf: "2026-11-18T02:00:00",
    timezone: "Mars/Olympus",
    cutoff: "2:30",
    from: "2026-02-30",
    to: "18.11.2026",
    failOn: "worst",
    concurrency: "65",
    rate: "0",
    deadline: "500ms",
  },
  environment: {
    ...KEYS,
    TIEOUT_LEDGER: "tieout.db",
    TIEOUT_AS_OF: "yesterday",
    TIEOUT_TIMEZONE: "Mars/Olympus",
    TIEOUT_CUTOFF: "25:00",
    TIEOUT_FAIL_ON: "worst",
    TIEOUT_CONCURRENCY: "0",
    TIEOUT_RATE: "fast",
    TIEOUT_DEADLINE: "25 days",
    RECORD_BASE_URL: "api.getrecord.in",
    KOARD_BASE_URL: "https://user:secret@api.koard.com",
    KOARD_ASSUME_CURRENCY: "XTS",
    HTTPS_PROXY: "nowhere",
  },
  shared: {
    ledger: "tieout.db",
    failOn: "worst",
    concurrency: 65,
    rate: 0,
    deadline: "500ms",
    thresholds: {},
    books: [{ name: "a", record: { baseUrl: "ftp://x" }, koard: { baseUrl: "y" } }],
  },
  shape: {
    ledger: 5,
    out: " ",
    excel: "yes",
    timezone: "Mars/Olympus",
    cutoff: "2:30",
    concurrency: "4",
    thresholds: { pendingDays: -1, openDays: 1.5 },
    reread: { credentialDays: "7", everyDays: 0 },
    fail_on: "high",
  },
} as const;

it("says of every wrong flag what was expected, word for word", () => {
  expect(said(WRONG.flags, KEYS)).toMatchSnapshot();
});

it("says of every wrong variable what was expected, word for word", () => {
  expect(said({}, WRONG.environment)).toMatchSnapshot();
});

it("says of every wrong member of the config file what was expected, word for word", () => {
  expect(said({}, KEYS, WRONG.shared)).toMatchSnapshot();
  expect(said({}, KEYS, WRONG.shape)).toMatchSnapshot();
});

it.each([
  ["https://ana:s3cret@koard.example/v1", '"https://…@koard.example/v1"'],
  ["https://s3cret@koard.example", '"https://…@koard.example"'],
  ["https://koard.example/v1?token=s3cret", '"https://koard.example/v1?…"'],
  ["https://koard.example/v1#s3cret", '"https://koard.example/v1?…"'],
  ["https://ana:s3/cr@et@koard.example", '"https://…@koard.example"'],
  ["postgres://ana:s3cret@db/tieout", '"postgres://…@db/tieout"'],
  ["ana:s3cret@koard.example", '"…@koard.example"'],
  ["api.koard.com", '"api.koard.com"'],
  ["25:00", '"25:00"'],
])("shows of %s neither user, password nor query", (text, shown) => {
  expect(shownValue(text)).toBe(shown);
});

it.each(["KOARD_BASE_URL", "RECORD_BASE_URL", "TIEOUT_LEDGER", "TIEOUT_PUBLIC_URL"])(
  "tells what is wrong with a %s without the password in it",
  (variable) => {
    const fault = said({}, { ...KEYS, [variable]: "https://ana:s3cret@host.example/x" });
    expect(fault).toContain(`${variable} is "https://…@host.example/x"; expected `);
  },
);
