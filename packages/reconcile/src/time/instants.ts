import { Temporal } from "temporal-polyfill";

/**
 * An instant read from the wire. `at` is printed as reports print it; `note` names what had to be
 * assumed, so that the source can report it.
 */
export type InstantReading =
  | { readonly valid: true; readonly at: string; readonly note: "offset_missing" | "seconds" | null }
  | { readonly valid: false; readonly rule: string };

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2})?$/;

/** Both services began long after it: anything earlier is a placeholder such as 1970-01-01, not a time. */
const EARLIEST = "2000-01-01T00:00:00.000Z";

/** From here on the year has five digits, which RFC 3339 cannot write and reports cannot sort. */
const END_OF_TIME = Date.UTC(10_000, 0);

/** Larger than any time in seconds until the year 5138, smaller than any in milliseconds since 1973. */
const MILLISECONDS_FROM = 100_000_000_000;

/**
 * Reads an RFC 3339 date and time with any offset and any fraction, which is cut to milliseconds, not
 * rounded (so a time never moves into the next business day). A missing offset is read as UTC and noted
 * (Record fact 5.6, Koard fact 5.1). Invalid: anything else, a day or hour that does not exist, and
 * instants before the year 2000 or after 9999.
 */
export const readInstant = (text: string): InstantReading => {
  const parts = RFC_3339.exec(text.trim());
  if (parts === null) return { valid: false, rule: "an RFC 3339 date and time" };

  const [, day, time, fraction = "", offset] = parts;
  // Temporal takes nine digits of a fraction; three are kept anyway.
  const millis = fraction.slice(0, 3).padEnd(3, "0");
  const iso = `${day}T${time}.${millis}${offset?.toUpperCase() ?? "Z"}`;
  const note = offset === undefined ? "offset_missing" : null;
  // Many times as fast, and nearly every time on the wire is in UTC. A time that does not exist is not printed alike.
  const utcMs = Date.parse(iso);
  if (!Number.isNaN(utcMs) && printInstant(utcMs) === iso) return notTooEarly(iso, note);
  const ms = existingMs(iso);
  return ms === undefined ? { valid: false, rule: "a date and time that exists" } : inRange(ms, note);
};

/** Epoch milliseconds of an ISO 8601 time; undefined for a day or hour that does not exist. */
const existingMs = (text: string): number | undefined => {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
};

/**
 * Reads Koard's `created_at`: whole milliseconds since the epoch, as a number or a numeric text. A value too
 * small for milliseconds is taken as seconds and noted (Koard fact 5.1).
 */
export const readEpoch = (value: number | string): InstantReading => {
  const number = typeof value === "string" && /^\d{1,16}$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) {
    return { valid: false, rule: "whole milliseconds since 1970" };
  }
  return number >= MILLISECONDS_FROM ? inRange(number, null) : inRange(number * 1000, "seconds");
};

const DAY_MS = 86_400_000;

/** The day that was printed last, as days since 1970 and as `YYYY-MM-DDT`. */
let printedDay = { day: Number.NaN, text: "" };

const printDay = (day: number): string => {
  if (day !== printedDay.day)
    printedDay = { day, text: new Date(day * DAY_MS).toISOString().slice(0, -"00:00:00.000Z".length) };
  return printedDay.text;
};

const numbers = (count: number, digits: number, end: string): readonly string[] =>
  Array.from({ length: count }, (_, value) => `${String(value).padStart(digits, "0")}${end}`);

const timeParts = () => ({
  minutes: numbers(24, 2, ":").flatMap((hour) => numbers(60, 2, ":").map((minute) => hour + minute)),
  seconds: numbers(60, 2, "."),
  millis: numbers(1000, 3, "Z"),
});

/** Made when the first instant is printed, which not every command does. */
let parts: ReturnType<typeof timeParts> | undefined;

/**
 * Prints epoch milliseconds as `YYYY-MM-DDTHH:mm:ss.sssZ`; throws a RangeError for what is no time. Every row of a
 * batch has one: put together from parts that are there already, it takes a tenth of the platform's own time.
 */
export const printInstant = (epochMs: number): string => {
  const ms = Math.trunc(epochMs);
  const day = Math.floor(ms / DAY_MS);
  const ofDay = ms - day * DAY_MS;
  const [minute, second, milli] = [Math.floor(ofDay / 60_000), Math.floor(ofDay / 1000) % 60, ofDay % 1000];
  parts ??= timeParts();
  return `${printDay(day)}${parts.minutes[minute]}${parts.seconds[second]}${parts.millis[milli]}`;
};

/** Epoch milliseconds of an instant as {@link printInstant} prints it; throws a RangeError for what is no time. */
export const epochMs = (at: string): number => {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) throw new RangeError(`${at} is not an instant`);
  return ms;
};

type Note = Extract<InstantReading, { valid: true }>["note"];

const OUT_OF_RANGE: InstantReading = { valid: false, rule: "an instant from the year 2000 to 9999" };

/** An instant as it is printed, unless it is too early to be one. */
const notTooEarly = (at: string, note: Note): InstantReading =>
  at < EARLIEST ? OUT_OF_RANGE : { valid: true, at, note };

const inRange = (ms: number, note: Note): InstantReading =>
  ms < END_OF_TIME ? notTooEarly(printInstant(ms), note) : OUT_OF_RANGE;
