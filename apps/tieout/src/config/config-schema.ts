import { Schema } from "effect";
import {
  Concurrency,
  Currency,
  Cutoff,
  Day,
  Days,
  Duration,
  EveryDays,
  FailOn,
  Filled,
  LedgerAddress,
  Mode,
  Name,
  Price,
  Rate,
  Variable,
  Zone,
} from "./config-values.ts";

/** A member that may be left out, with the sentence that an editor shows. */
const optional = <S extends Schema.Top>(schema: S, description: string) =>
  Schema.optionalKey(schema.annotateKey({ description }));

/** A member that must be there. */
const required = <S extends Schema.Top>(schema: S, description: string) =>
  schema.annotateKey({ description });

const Change = Schema.Struct({
  from: required(Day, "The first business day that is cut in the new way."),
  timezone: optional(Zone, "The zone from then on. Default: as before."),
  cutoff: optional(Cutoff, "The cut-off from then on. Default: as before."),
});

const RecordSource = Schema.Struct({
  tokenVariable: optional(
    Variable,
    "The environment variable with the token or, with _FILE added, the file that holds it. Default: RECORD_API_TOKEN.",
  ),
  baseUrl: optional(
    Filled,
    "Another address of Record. Default: https://api.getrecord.in/api/external/issuance.",
  ),
});

const KoardSource = Schema.Struct({
  keyVariable: optional(
    Variable,
    "The environment variable with the API key or, with _FILE added, the file that holds it. Default: KOARD_API_KEY.",
  ),
  baseUrl: optional(Filled, "Another address of Koard. Default: https://api.koard.com."),
  assumeCurrency: optional(
    Currency,
    "The currency of batches that show none. Where it is left out, they have no amounts.",
  ),
});

const Roster = Schema.Struct({
  program: required(Filled, "The id of the programme."),
  cohort: required(Filled, "The name of the cohort, in any spelling."),
  mode: optional(Mode, "Default: live."),
  file: required(Filled, "A CSV with a column email or credential_id: whom the cohort was meant for."),
});

const Link = Schema.Struct({
  program: required(Filled, "The id of the programme that is paid for."),
  cohort: optional(Filled, "One cohort of it, in any spelling. Default: all of them."),
  mode: optional(Mode, "Default: live."),
  accounts: optional(
    Schema.Array(Filled),
    "Koard accounts where it is paid. At least one account or terminal is needed.",
  ),
  terminals: optional(
    Schema.Array(Filled),
    "Koard terminals where it is paid. They go before an account of another link.",
  ),
  from: optional(Day, "The first business day whose settlements count. Default: all before."),
  to: optional(Day, "The first business day whose settlements do not count any more. Default: all after."),
  price: required(Price, 'The price of one credential, as a decimal text such as "120.00".'),
  currency: required(
    Currency,
    "The currency of the price, as ISO 4217 names it. Other money is not claimed.",
  ),
});

const Book = Schema.Struct({
  name: required(Name, "Names the book, and the directory of its reports."),
  timezone: optional(Zone, "The zone of its business days. Default: that of the file."),
  cutoff: optional(Cutoff, "The local time at which they begin. Default: that of the file."),
  changes: optional(
    Schema.Array(Change),
    "From which business day on days are cut otherwise, after a change of zone or cut-off.",
  ),
  record: optional(RecordSource, "Where credential batches come from. Left out: the book has none."),
  koard: optional(KoardSource, "Where settlement batches come from. Left out: the book has none."),
  rosters: optional(Schema.Array(Roster), "Whom cohorts were meant for."),
  links: optional(
    Schema.Array(Link),
    "Where programmes or cohorts are paid, and at what price. No two may overlap.",
  ),
});

const Thresholds = Schema.Struct({
  pendingDays: optional(Days, "Days that a batch may be pending. Default: 3."),
  openDays: optional(Days, "Days that a batch may be open. Default: 2."),
});

const Reread = Schema.Struct({
  credentialDays: optional(
    Days,
    "Days for which a credential batch counts as young; its details are read again every night. Default: 7.",
  ),
  everyDays: optional(
    EveryDays,
    "Days within which the details of every batch are read again, some each night. Default: 28.",
  ),
});

/**
 * `tieout.config.json`. Shapes and fixed forms are checked here, and `config.schema.json` tells them to an
 * editor; what the options share with flags and environment is read by the same readers as those.
 */
export const ConfigFile = Schema.Struct({
  $schema: optional(Schema.String, "Where an editor finds this schema."),
  ledger: optional(LedgerAddress, "The ledger's file, as sqlite:PATH. Default: sqlite:./tieout.db."),
  out: optional(Filled, "The directory of the reports. Default: ./out."),
  timezone: optional(Zone, "The IANA zone of the business days, for books that name none. Default: UTC."),
  cutoff: optional(
    Cutoff,
    "The local time at which a business day begins, for books that name none. Default: 00:00.",
  ),
  concurrency: optional(Concurrency, "Requests at once, to each source. Default: 4."),
  rate: optional(Rate, "Requests a second, to each source. Default: no limit."),
  deadline: optional(Duration, "How long a run may take, as 90s, 40m, 2h or 7d. Default: 2 hours."),
  failOn: optional(FailOn, "Exit 2 when an open exception is at least so severe. Default: never."),
  excel: optional(Schema.Boolean, "Write CSVs with a byte order mark and CRLF. Default: false."),
  thresholds: optional(Thresholds, "When waiting becomes an exception."),
  reread: optional(Reread, "How often details are read again although nothing speaks for a change."),
  books: optional(
    Schema.Array(Book),
    "One organisation's pair of sources each. Left out: one book, default, from the environment.",
  ),
});
export type ConfigFile = typeof ConfigFile.Type;
export type BookConfig = typeof Book.Type;
export type LinkConfig = typeof Link.Type;
export type RosterConfig = typeof Roster.Type;
