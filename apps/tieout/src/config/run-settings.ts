import { FLEET } from "./fleet-settings.ts";
import type { LedgerAddress } from "./ledger-place.ts";
import { SAYING } from "./log-settings.ts";
import { OF_A_LEDGER, setting } from "./setting.ts";
import { shard } from "./shard.ts";
import { SOURCES } from "./sources.ts";
import {
  anything,
  cutoff,
  day,
  duration,
  instant,
  ledgerAddress,
  month,
  names,
  nonBlank,
  oneOf,
  severity,
  wholeNumber,
  yes,
  zone,
} from "./values.ts";

const SOURCE_NAMES = SOURCES.map(({ name }) => name);

const DEFAULT_LEDGER: LedgerAddress = { database: "sqlite", file: "./tieout.db" };

const NOT_ON = { text: "false", value: false } as const;

/** Which books, and where they are described. */
export const BOOKS = {
  config: setting({
    name: "config",
    sentence: "Books, sources, rosters, links and defaults",
    kind: anything,
    metavar: "FILE",
    fallback: { text: "./tieout.config.json, if there", value: undefined },
    from: ["flag", "environment"],
    commands: ["init", "diff", ...OF_A_LEDGER],
  }),
  books: setting({
    name: "book",
    sentence: "Only this book; may be given more than once",
    kind: names,
    metavar: "NAME",
    fallback: { text: "all", value: [] },
    from: ["flag"],
    commands: ["run", "fleet", "pull", "report", "decide", "show", "export", "diff", "status", "doctor"],
  }),
  shard: setting({
    name: "shard",
    sentence: "Of the books only part K of N, by a hash of their names",
    kind: shard,
    metavar: "K/N",
    fallback: { text: "all", value: null },
    from: ["flag", "environment"],
    commands: ["run", "fleet", "pull", "report", "status", "doctor"],
  }),
} as const;

/** Where the ledger and the reports live. */
export const PLACES = {
  ledgerAddress: setting({
    name: "ledger",
    sentence: "Where the ledger is, as sqlite:PATH or postgres://ROLE@HOST:PORT/DATABASE",
    kind: ledgerAddress,
    metavar: "URL",
    fallback: { text: "sqlite:./tieout.db", value: DEFAULT_LEDGER },
    from: ["flag", "environment", "file"],
    commands: OF_A_LEDGER,
  }),
  out: setting({
    name: "out",
    sentence: "Where reports go",
    kind: nonBlank,
    metavar: "DIR",
    fallback: { text: "./out", value: "./out" },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "report", "diff", "doctor", "prune"],
  }),
} as const;

/** The instant that stands in for now. */
export const CLOCK = {
  asOf: setting({
    name: "asOf",
    sentence: "Stands in for the clock, as 2026-11-20T22:00:00Z",
    kind: instant,
    metavar: "INSTANT",
    fallback: { text: "now", value: undefined },
    from: ["flag", "environment"],
    commands: ["run", "fleet", "pull", "report", "decide", "show", "export", "status", "doctor", "prune"],
  }),
} as const;

/** How a book's time is cut into business days; a book of the config file may have its own. */
export const DAYS = {
  timezone: setting({
    name: "timezone",
    sentence: "The book's IANA time zone",
    kind: zone,
    metavar: "ZONE",
    fallback: { text: "UTC", value: "UTC" },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "fleet", "pull", "report", "decide", "show", "export", "status", "doctor"],
  }),
  cutoff: setting({
    name: "cutoff",
    sentence: "Local time at which a business day begins",
    kind: cutoff,
    metavar: "HH:MM",
    fallback: { text: "00:00", value: "00:00" },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "fleet", "pull", "report", "decide", "show", "export", "status", "doctor"],
  }),
} as const;

/** How far nightly reports reach. */
export const REACH = {
  windowDays: setting({
    name: "days",
    sentence: "Days that the nightly window reaches back at least",
    kind: wholeNumber(1, 3650),
    metavar: "N",
    fallback: { text: "35", value: 35 },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "fleet", "report"],
  }),
} as const;

/** A window of one's own, which is reported on beside the nightly ones. */
export const WINDOW = {
  from: setting({
    name: "from",
    sentence: "First business day of a window of your own, beside the nightly reports",
    kind: day,
    metavar: "DAY",
    fallback: { text: "the nightly window", value: undefined },
    from: ["flag"],
    commands: ["run", "report", "export"],
  }),
  to: setting({
    name: "to",
    sentence: "The day after the last one of that window",
    kind: day,
    metavar: "DAY",
    fallback: { text: "the business day of --as-of", value: undefined },
    from: ["flag"],
    commands: ["run", "report", "export"],
  }),
  month: setting({
    name: "month",
    sentence: "A whole month in place of --from and --to, as 2026-10",
    kind: month,
    metavar: "YYYY-MM",
    fallback: { text: "none", value: undefined },
    from: ["flag"],
    commands: ["run", "report", "export"],
  }),
} as const;

/** What reports stand beside, how they end, and how their files are written. */
export const REPORTING = {
  failOn: setting({
    name: "failOn",
    sentence: "Exit 2 when an open exception is at least critical, high, medium, low or info",
    kind: severity,
    metavar: "SEVERITY",
    fallback: { text: "never", value: null },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "report"],
  }),
  excel: setting({
    name: "excel",
    sentence: "Write CSVs with a byte order mark and CRLF line ends",
    kind: yes,
    metavar: "",
    fallback: NOT_ON,
    from: ["flag", "file"],
    commands: ["run", "runner", "report", "export"],
  }),
  isNewLedger: setting({
    name: "newLedger",
    sentence: "Begin a new ledger beside the reports of an old one",
    kind: yes,
    metavar: "",
    fallback: NOT_ON,
    from: ["flag"],
    commands: ["run", "report"],
  }),
} as const;

/** How the sources are asked, and what is believed of their answers. */
export const PULLING = {
  isFull: setting({
    name: "full",
    sentence: "Read every detail again, whatever the ledger says",
    kind: yes,
    metavar: "",
    fallback: NOT_ON,
    from: ["flag"],
    commands: ["run", "pull"],
  }),
  only: setting({
    name: "only",
    sentence: `Ask only this source, ${SOURCE_NAMES.join(" or ")}, and say so in the report`,
    kind: oneOf(SOURCE_NAMES),
    metavar: "SOURCE",
    fallback: { text: "all", value: null },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "pull", "doctor"],
  }),
  acceptsLoss: setting({
    name: "acceptLoss",
    sentence: "Take a list for true that lost more than half of what it had",
    kind: yes,
    metavar: "",
    fallback: NOT_ON,
    from: ["flag"],
    commands: ["run", "pull"],
  }),
  acceptsInvalid: setting({
    name: "acceptInvalid",
    sentence: "Go on though more than 1 % of a source's records break its spec",
    kind: yes,
    metavar: "",
    fallback: NOT_ON,
    from: ["flag"],
    commands: ["run", "pull"],
  }),
  concurrency: setting({
    name: "concurrency",
    sentence: "Requests at once to each source",
    kind: wholeNumber(1, 64),
    metavar: "N",
    fallback: { text: "4", value: 4 },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "pull"],
  }),
  ratePerSecond: setting({
    name: "rate",
    sentence: "Requests a second to each source",
    kind: wholeNumber(1, 10_000),
    metavar: "N",
    fallback: { text: "no limit", value: null },
    from: ["flag", "environment", "file"],
    commands: ["run", "runner", "pull"],
  }),
  deadlineMs: setting({
    name: "deadline",
    sentence: "The run ends by then: 90s, 40m, 2h or 7d",
    kind: duration,
    metavar: "DURATION",
    fallback: { text: "2 hours", value: 2 * 3600 * 1000 },
    from: ["flag", "environment", "file"],
    commands: ["run", "fleet", "pull"],
  }),
} as const;

/** Settings that a run has once, whatever its books, by what the resolved ones are called. */
export const RUN_SETTINGS = {
  ...REPORTING,
  ...PLACES,
  ...REACH,
  ...PULLING,
  ...FLEET,
  ...SAYING,
} as const;

/** Every setting that has a flag, in the order in which help shows them. */
export const FLAG_SETTINGS = {
  ...BOOKS,
  ...PLACES,
  ...CLOCK,
  ...DAYS,
  ...REACH,
  ...WINDOW,
  ...REPORTING,
  ...PULLING,
  ...FLEET,
  ...SAYING,
} as const;
