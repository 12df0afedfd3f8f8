import { Secret } from "@tieout/http";
import {
  addDays,
  BusinessCalendar,
  isCutoff,
  isDay,
  isTimezone,
  readInstant,
  SEVERITIES,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { ConfigurationWrong, UsageWrong } from "./faults.ts";
import { type Environment, SettingsReader } from "./reader.ts";
import type { BookSettings, KoardSettings, RecordSettings, Settings } from "./Settings.ts";
import {
  baseUrl,
  currencyCode,
  duration,
  ledgerFile,
  nonBlank,
  oneOf,
  type Read,
  wholeNumber,
} from "./values.ts";

/** The flags of a command as they were typed; `undefined` where one was not used. */
export interface Flags {
  readonly ledger?: string | undefined;
  readonly out?: string | undefined;
  readonly asOf?: string | undefined;
  readonly timezone?: string | undefined;
  readonly cutoff?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly rate?: string | undefined;
  readonly deadline?: string | undefined;
  readonly failOn?: string | undefined;
  readonly excel?: boolean | undefined;
}

const RECORD_BASE_URL = "https://api.getrecord.in/api/external/issuance";
const KOARD_BASE_URL = "https://api.koard.com";
const WINDOW_DAYS = 35;
const TWO_HOURS_MS = 2 * 3600 * 1000;

const valid =
  (isValid: (text: string) => boolean, expected: string) =>
  (text: string): Read<string> =>
    isValid(text) ? { value: text } : { expected };

const instant = (text: string): Read<string> => {
  const read = readInstant(text);
  return read.valid && read.note !== "offset_missing"
    ? { value: read.at }
    : { expected: "an RFC 3339 instant with its offset, such as 2026-11-20T22:00:00Z" };
};
const day = valid(isDay, "a day such as 2026-11-20");

const record = (reader: SettingsReader): RecordSettings | null => {
  const token = reader.secret("RECORD_API_TOKEN");
  const url = reader.take({ environment: "RECORD_BASE_URL" }, baseUrl) ?? RECORD_BASE_URL;
  return token === undefined ? null : { token: new Secret(token), baseUrl: url };
};

const koard = (reader: SettingsReader): KoardSettings | null => {
  const apiKey = reader.secret("KOARD_API_KEY");
  const url = reader.take({ environment: "KOARD_BASE_URL" }, baseUrl) ?? KOARD_BASE_URL;
  const assumeCurrency = reader.take({ environment: "KOARD_ASSUME_CURRENCY" }, currencyCode) ?? null;
  return apiKey === undefined ? null : { apiKey: new Secret(apiKey), baseUrl: url, assumeCurrency };
};

const book = (reader: SettingsReader): BookSettings => {
  const sources = { record: record(reader), koard: koard(reader) };
  // A key that was given and could not be used is a fault already; "no key at all" would only hide it.
  if (sources.record === null && sources.koard === null && reader.configuration.length === 0)
    reader.configuration.push({
      where: "RECORD_API_TOKEN and KOARD_API_KEY",
      problem: "are both missing; set at least one of them (or try `tieout demo`, which needs neither)",
    });
  return { name: "default", ...sources };
};

/** The window of a report: 35 business days that end before the one of `asOf`, unless days were given. */
const window = (reader: SettingsReader, flags: Flags, asOfDay: string): Settings["window"] => {
  const to = reader.take({ flag: { name: "to", given: flags.to } }, day) ?? asOfDay;
  const from = reader.take({ flag: { name: "from", given: flags.from } }, day) ?? addDays(to, -WINDOW_DAYS);
  if (to > addDays(asOfDay, 1))
    reader.usage.push({
      where: "--to",
      problem: `is ${to}, after the day that follows the business day ${asOfDay}`,
    });
  if (from >= to)
    reader.usage.push({
      where: "--from",
      problem: `is ${from}; the window [${from}, ${to}) holds no business day`,
    });
  return { from, to };
};

/**
 * Makes settings of flags, environment and defaults, in this order of precedence.
 *
 * `now` (an RFC 3339 UTC instant) stands in for `--as-of` where it is not given. Fails with
 * {@link UsageWrong} or {@link ConfigurationWrong} naming every fault of that kind at once.
 */
export const resolveSettings = (
  flags: Flags,
  environment: Environment,
  now: string,
): Effect.Effect<Settings, UsageWrong | ConfigurationWrong> =>
  Effect.suspend((): Effect.Effect<Settings, UsageWrong | ConfigurationWrong> => {
    const reader = new SettingsReader(environment);
    const take = <A>(
      flag: string,
      given: string | undefined,
      variable: string,
      read: (text: string) => Read<A>,
    ) => reader.take({ flag: { name: flag, given }, environment: variable }, read);

    const asOf = take("as-of", flags.asOf, "TIEOUT_AS_OF", instant) ?? now;
    const timezone =
      take(
        "timezone",
        flags.timezone,
        "TIEOUT_TIMEZONE",
        valid(isTimezone, "an IANA zone such as Europe/Berlin"),
      ) ?? "UTC";
    const cutoff =
      take("cutoff", flags.cutoff, "TIEOUT_CUTOFF", valid(isCutoff, "a time such as 02:30")) ?? "00:00";
    const settings: Settings = {
      book: book(reader),
      ledgerFile: take("ledger", flags.ledger, "TIEOUT_LEDGER", ledgerFile) ?? "./tieout.db",
      out: take("out", flags.out, "TIEOUT_OUT", nonBlank) ?? "./out",
      asOf,
      timezone,
      cutoff,
      window: window(reader, flags, new BusinessCalendar(timezone, cutoff).dayOf(asOf)),
      concurrency: take("concurrency", flags.concurrency, "TIEOUT_CONCURRENCY", wholeNumber(1, 64)) ?? 4,
      ratePerSecond: take("rate", flags.rate, "TIEOUT_RATE", wholeNumber(1, 10_000)) ?? null,
      deadlineMs: take("deadline", flags.deadline, "TIEOUT_DEADLINE", duration) ?? TWO_HOURS_MS,
      failOn: failOn(take("fail-on", flags.failOn, "TIEOUT_FAIL_ON", oneOf([...SEVERITIES, "never"]))),
      excel: flags.excel ?? false,
    };
    if (reader.usage.length > 0) return Effect.fail(new UsageWrong({ faults: reader.usage }));
    if (reader.configuration.length > 0)
      return Effect.fail(new ConfigurationWrong({ faults: reader.configuration }));
    return Effect.succeed(settings);
  });

const failOn = (word: Settings["failOn"] | "never" | undefined): Settings["failOn"] =>
  word === undefined || word === "never" ? null : word;
