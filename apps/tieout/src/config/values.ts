import {
  currencyExponent,
  isCutoff,
  isDay,
  isTimezone,
  normaliseCurrency,
  readInstant,
  SEVERITIES,
  type Severity,
} from "@tieout/reconcile/values";
import { Schema } from "effect";
import { Currency, Cutoff, Filled, filled, VARIABLE, Variable, Zone } from "./config-values.ts";
import { isPostgresAddress, type LedgerAddress, readPostgresAddress } from "./ledger-place.ts";

/** What reading a value gives: the value, or what was expected instead. */
export type Read<A> = { readonly value: A } | { readonly expected: string };

/** How the value of a setting is written. */
export interface Kind<A> {
  /** Reads it as a flag, a variable or, printed, the config file gives it. */
  readonly read: (text: string) => Read<A>;
  /** What an editor is told of it in the config file, which may let through what `read` then refuses. */
  readonly json: Schema.Codec<string | number | boolean>;
  /** How its flag is typed: with a value, alone, or as often as there are values. */
  readonly typed: "value" | "switch" | "list";
}

const value = <A>(read: A): Read<A> => ({ value: read });
const expected = (what: string): Read<never> => ({ expected: what });

/** A whole number within bounds, written in digits. */
export const wholeNumber = (least: number, most: number): Kind<number> => ({
  read: (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? value(Number(text))
      : expected(`a whole number from ${least} to ${most}`),
  json: Schema.Int.check(
    // Refuses nothing here: `read` will.
    Schema.makeFilter(() => true, { toJsonSchema: () => [{ minimum: least, maximum: most }, true] }),
  ),
  typed: "value",
});

/** Days that pass, told apart from other numbers by the schema itself. */
export const days = (json: Kind<number>["json"]): Kind<number> => ({ ...wholeNumber(0, 3650), json });

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

const durationUpTo = (longestMs: number, what: string): Kind<number> => ({
  read: (text) => {
    // Only a word has a plural: "500ms" would otherwise be 500 minutes.
    const [, amount, letter, word] =
      /^(\d{1,9}) ?(?:([smhdwy])|(second|minute|hour|day|week|year)s?)$/.exec(text.trim()) ?? [];
    const ms = Number(amount) * (UNIT_MS[letter ?? word ?? ""] ?? Number.NaN);
    return ms > 0 && ms <= longestMs ? value(ms) : expected(what);
  },
  json: filled({ pattern: "^\\d{1,9} ?([smhdw]|(second|minute|hour|day|week)s?)$" }),
  typed: "value",
});

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
export const oneOf = <const Words extends ReadonlyArray<string>>(words: Words): Kind<Words[number]> => ({
  read: (text) => {
    const found = words.find((word) => word === text);
    return found === undefined ? expected(`one of ${words.join(", ")}`) : value(found);
  },
  json: filled({ enum: words }),
  typed: "value",
});

const severityOrNever = oneOf([...SEVERITIES, "never"]);

/** The least severity that counts, null for `never`. */
export const severity: Kind<Severity | null> = {
  ...severityOrNever,
  read: (text) => {
    const found = severityOrNever.read(text);
    if (!("value" in found)) return found;
    return value(found.value === "never" ? null : found.value);
  },
};

/** Yes where the flag is there, or the config file says `true`. */
export const yes: Kind<boolean> = {
  read: (text) => value(text === "true"),
  json: Schema.Boolean,
  typed: "switch",
};

/** Yes or no, as the config file and a variable say it. */
export const allowed: Kind<boolean> = {
  read: (text) => (/^(?:1|0|true|false)$/.test(text) ? value(/^(?:1|true)$/.test(text)) : expected("1 or 0")),
  json: Schema.Boolean,
  typed: "value",
};

/** Names, which only the command line gives. */
export const names: Kind<string> = { read: value, json: Filled, typed: "list" };

/** A text of a form, which an editor is told with `json`. */
const text = (
  isRight: (given: string) => boolean,
  what: string,
  json: Kind<string>["json"] = Filled,
): Kind<string> => ({
  read: (given) => (isRight(given) ? value(given) : expected(what)),
  json,
  typed: "value",
});

/** Whatever was typed. */
export const anything = text(() => true, "a text");

/** A text that is not blank. */
export const nonBlank = text((given) => given.trim() !== "", "a value that is not blank");

/** A file that Prometheus's node_exporter reads: it passes over any other name without a word. */
export const metricsFile = text(
  (given) => /[^/]\.prom$/.test(given),
  "a file whose name ends in .prom, which is what node_exporter reads",
);

/** A business day. */
export const day = text(isDay, "a day such as 2026-11-20");

/** A month of business days. */
export const month = text((given) => isDay(`${given}-01`), "a month such as 2026-10");

/** An IANA zone. */
export const zone = text(isTimezone, "an IANA zone such as Europe/Berlin", Zone);

/** The name of an environment variable. */
export const variableName = text(
  (given) => VARIABLE.test(given),
  "the name of an environment variable",
  Variable,
);

/** A local time of day. */
export const cutoff = text(isCutoff, "a time such as 02:30", Cutoff);

/** An RFC 3339 instant with its offset, as UTC with milliseconds. */
export const instant: Kind<string> = {
  read: (given) => {
    const read = readInstant(given);
    return read.valid && read.note !== "offset_missing"
      ? value(read.at)
      : expected("an RFC 3339 instant with its offset, such as 2026-11-20T22:00:00Z");
  },
  json: Filled,
  typed: "value",
};

/** An http or https address, without the trailing slash. Credentials in it are refused. */
export const baseUrl: Kind<string> = {
  read: (given) => {
    const problem = expected(
      "an address such as https://api.koard.com, without user name, query or fragment",
    );
    if (!URL.canParse(given)) return problem;
    const url = new URL(given);
    const isPlain = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
    return isPlain && /^https?:$/.test(url.protocol) ? value(url.href.replace(/\/+$/, "")) : problem;
  },
  json: Filled,
  typed: "value",
};

/** The address of the ledger: `sqlite:PATH` or `postgres://…`. What is wrong with one is said without showing it. */
export const ledgerAddress: Kind<LedgerAddress> = {
  read: (given) => {
    if (/^sqlite:./.test(given)) return value({ database: "sqlite", file: given.slice("sqlite:".length) });
    if (!isPostgresAddress(given))
      return expected("a SQLite file such as sqlite:./tieout.db, or postgres://role@host:5432/database");
    const read = readPostgresAddress(given);
    return "address" in read ? value(read.address) : read;
  },
  json: filled({ pattern: "^(sqlite:.|postgres(ql)?://.)" }),
  typed: "value",
};

/** An active ISO 4217 code. */
export const currencyCode: Kind<string> = {
  read: (given) => {
    const code = normaliseCurrency(given);
    return code !== null && currencyExponent(code) !== undefined
      ? value(code)
      : expected("an ISO 4217 currency such as USD");
  },
  json: Currency,
  typed: "value",
};
