import type { Option } from "effect";
import { Flag } from "effect/cli";

/** A flag whose text is read later, together with the environment, so that every mistake is named at once. */
const text = (name: string, metavar: string, description: string): Flag.Flag<Option.Option<string>> =>
  Flag.String(name).pipe(Flag.withMetavar(metavar), Flag.withDescription(description), Flag.optional);

const yes = (name: string, description: string): Flag.Flag<boolean> =>
  Flag.Boolean(name).pipe(Flag.withDescription(description), Flag.withDefault(false));

/** Which books, and where they are described. */
export const bookFlags = {
  config: text(
    "config",
    "FILE",
    "Books, sources, rosters, links and defaults (TIEOUT_CONFIG; default ./tieout.config.json, if there)",
  ),
  book: Flag.String("book").pipe(
    Flag.withMetavar("NAME"),
    Flag.withDescription("Only this book; may be given more than once (default: all)"),
    Flag.atLeast(0),
  ),
} as const;

/** Where the ledger lives. */
export const ledgerFlags = {
  ledger: text(
    "ledger",
    "URL",
    "Where the ledger is, as sqlite:PATH (TIEOUT_LEDGER; default sqlite:./tieout.db)",
  ),
} as const;

/** Where the ledger and the reports live. */
export const placeFlags = {
  ...ledgerFlags,
  out: text("out", "DIR", "Where reports go (TIEOUT_OUT; default ./out)"),
} as const;

/** The book's days, and the instant that stands in for now. */
export const calendarFlags = {
  asOf: text(
    "as-of",
    "INSTANT",
    "Stands in for the clock, as 2026-11-20T22:00:00Z (TIEOUT_AS_OF; default now)",
  ),
  timezone: text("timezone", "ZONE", "The book's IANA time zone (TIEOUT_TIMEZONE; default UTC)"),
  cutoff: text("cutoff", "HH:MM", "Local time at which a business day begins (TIEOUT_CUTOFF; default 00:00)"),
} as const;

/** What a report covers. */
export const reportFlags = {
  ...calendarFlags,
  from: text("from", "DAY", "First business day of the window (default: 35 days before --to)"),
  to: text("to", "DAY", "The day after the last one of the window (default: the business day of --as-of)"),
  failOn: text(
    "fail-on",
    "SEVERITY",
    "Exit 2 when an open exception is at least critical, high, medium, low or info (TIEOUT_FAIL_ON; default never)",
  ),
  excel: yes("excel", "Write CSVs with a byte order mark and CRLF line ends"),
} as const;

/** How a source is asked. */
export const pullFlags = {
  full: yes("full", "Read every detail again, whatever the ledger says"),
  concurrency: text("concurrency", "N", "Requests at once to each source (TIEOUT_CONCURRENCY; default 4)"),
  rate: text("rate", "N", "Requests a second to each source (TIEOUT_RATE; default no limit)"),
  deadline: text(
    "deadline",
    "DURATION",
    "The run ends by then: 90s, 40m, 2h or 7d (TIEOUT_DEADLINE; default 2 hours)",
  ),
} as const;

/** How much a command says. */
export const outputFlags = {
  quiet: yes("quiet", "Say nothing but mistakes"),
  json: yes("json", "Print the summary as one JSON object"),
} as const;
