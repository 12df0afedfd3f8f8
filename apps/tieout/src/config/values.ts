import { currencyExponent, normaliseCurrency } from "@tieout/reconcile";

/** What reading a value gives: the value, or what was expected instead. */
export type Read<A> = { readonly value: A } | { readonly expected: string };

const value = <A>(read: A): Read<A> => ({ value: read });
const expected = (what: string): Read<never> => ({ expected: what });

/** A whole number within bounds, written in digits. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): Read<number> =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? value(Number(text))
      : expected(`a whole number from ${least} to ${most}`);

const SECOND_MS = 1000;
const DAY_MS = 86_400 * SECOND_MS;
const UNIT_MS: Readonly<Record<string, number>> = {
  s: SECOND_MS,
  second: SECOND_MS,
  m: 60 * SECOND_MS,
  minute: 60 * SECOND_MS,
  h: 3600 * SECOND_MS,
  hour: 3600 * SECOND_MS,
  d: DAY_MS,
  day: DAY_MS,
  w: 7 * DAY_MS,
  week: 7 * DAY_MS,
  y: 365 * DAY_MS,
  year: 365 * DAY_MS,
};

const durationUpTo =
  (longestMs: number, what: string) =>
  (text: string): Read<number> => {
    // Only a word has a plural: "500ms" would otherwise be 500 minutes.
    const [, amount, letter, word] =
      /^(\d{1,9}) ?(?:([smhdwy])|(second|minute|hour|day|week|year)s?)$/.exec(text.trim()) ?? [];
    const ms = Number(amount) * (UNIT_MS[letter ?? word ?? ""] ?? Number.NaN);
    return ms > 0 && ms <= longestMs ? value(ms) : expected(what);
  };

/**
 * A duration such as `90s`, `40m`, `2h`, `7d` or `40 minutes`, in milliseconds; at most 24 days, because timers hold
 * at most 2^31 - 1 milliseconds.
 */
export const duration = durationUpTo(
  24 * DAY_MS,
  "a duration such as 90s, 40m, 2h, 7d or 40 minutes, at most 24 days",
);

/** How long reports are kept, in milliseconds: a duration, also in weeks and years of 365 days. */
export const retention = durationUpTo(
  100 * 365 * DAY_MS,
  "a duration such as 90d, 60 weeks or 7 years, at most 100 years",
);

/** One word of a fixed set. */
export const oneOf =
  <const Words extends ReadonlyArray<string>>(words: Words) =>
  (text: string): Read<Words[number]> => {
    const found = words.find((word) => word === text);
    return found === undefined ? expected(`one of ${words.join(", ")}`) : value(found);
  };

/** An http or https address, without the trailing slash. Credentials in it are refused. */
export const baseUrl = (text: string): Read<string> => {
  const problem = expected("an address such as https://api.koard.com, without user name, query or fragment");
  if (!URL.canParse(text)) return problem;
  const url = new URL(text);
  const isPlain = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  return isPlain && /^https?:$/.test(url.protocol) ? value(url.href.replace(/\/+$/, "")) : problem;
};

/** The place of the ledger: `sqlite:PATH`. */
export const ledgerFile = (text: string): Read<string> =>
  /^sqlite:./.test(text)
    ? value(text.slice("sqlite:".length))
    : expected("a SQLite file such as sqlite:./tieout.db");

/** A text that is not blank. */
export const nonBlank = (text: string): Read<string> =>
  text.trim() === "" ? expected("a value that is not blank") : value(text);

/** An active ISO 4217 code. */
export const currencyCode = (text: string): Read<string> => {
  const code = normaliseCurrency(text);
  return code !== null && currencyExponent(code) !== undefined
    ? value(code)
    : expected("an ISO 4217 currency such as USD");
};
