import { currencyExponent, isCutoff, isDay, isTimezone } from "@tieout/reconcile";
import { Schema } from "effect";

const text = (isRight: (value: string) => boolean, expected: string) =>
  Schema.String.check(Schema.makeFilter((value: string) => isRight(value) || `expected ${expected}`));

const Name = text(
  (value) => /^[a-z0-9][a-z0-9_-]{0,62}$/.test(value),
  "a name of a-z, 0-9, - and _, as it names a directory",
);
const Variable = text((value) => /^[A-Z_][A-Z0-9_]*$/.test(value), "the name of an environment variable");
const Day = text(isDay, "a day such as 2026-11-20");
const Zone = text(isTimezone, "an IANA time zone such as Europe/Berlin");
const Cutoff = text(isCutoff, "a time of day such as 02:30");
const Currency = text(
  (value) => currencyExponent(value) !== undefined,
  "an active ISO 4217 currency such as USD",
);
const Filled = text((value) => value.trim() !== "", "a text that is not blank");
const Some = <S extends Schema.Constraint>(item: S) => Schema.Array(item);

/** From the business day `from` on, days are those of another zone or cut-off. */
const Change = Schema.Struct({
  from: Day,
  timezone: Schema.optionalKey(Zone),
  cutoff: Schema.optionalKey(Cutoff),
});

const RecordSource = Schema.Struct({
  tokenVariable: Schema.optionalKey(Variable).annotate({
    description:
      "Environment variable with the token (or, with _FILE added, the file that holds it). Default RECORD_API_TOKEN.",
  }),
  baseUrl: Schema.optionalKey(Filled),
});

const KoardSource = Schema.Struct({
  keyVariable: Schema.optionalKey(Variable).annotate({
    description:
      "Environment variable with the API key (or, with _FILE added, the file that holds it). Default KOARD_API_KEY.",
  }),
  baseUrl: Schema.optionalKey(Filled),
  assumeCurrency: Schema.optionalKey(Currency),
});

/** Whom a cohort was meant for: a CSV with a column `email` or `credential_id`. */
const Roster = Schema.Struct({
  program: Filled,
  cohort: Filled,
  mode: Schema.optionalKey(Schema.Literals(["live", "test"])),
  file: Filled,
});

/** Where a programme or cohort is paid, and at what price a credential. */
const Link = Schema.Struct({
  program: Filled,
  cohort: Schema.optionalKey(Filled),
  mode: Schema.optionalKey(Schema.Literals(["live", "test"])),
  accounts: Schema.optionalKey(Some(Filled)),
  terminals: Schema.optionalKey(Some(Filled)),
  from: Schema.optionalKey(Day),
  to: Schema.optionalKey(Day),
  price: text((value) => /^\d{1,13}(\.\d{1,4})?$/.test(value), 'a decimal text such as "120.00"'),
  currency: Currency,
});

const Book = Schema.Struct({
  name: Name,
  timezone: Schema.optionalKey(Zone),
  cutoff: Schema.optionalKey(Cutoff),
  changes: Schema.optionalKey(Some(Change)),
  record: Schema.optionalKey(RecordSource),
  koard: Schema.optionalKey(KoardSource),
  rosters: Schema.optionalKey(Some(Roster)),
  links: Schema.optionalKey(Some(Link)),
});

const Days = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 3650 }));

/**
 * `tieout.config.json`. Shapes and fixed forms are checked here, so that `config.schema.json` tells them
 * to an editor; what the options share with flags and environment is read by the same readers as those.
 */
export const ConfigFile = Schema.Struct({
  $schema: Schema.optionalKey(Schema.String),
  ledger: Schema.optionalKey(Filled),
  out: Schema.optionalKey(Filled),
  timezone: Schema.optionalKey(Zone),
  cutoff: Schema.optionalKey(Cutoff),
  concurrency: Schema.optionalKey(Schema.Int),
  rate: Schema.optionalKey(Schema.Int),
  deadline: Schema.optionalKey(Filled),
  failOn: Schema.optionalKey(Filled),
  excel: Schema.optionalKey(Schema.Boolean),
  thresholds: Schema.optionalKey(
    Schema.Struct({ pendingDays: Schema.optionalKey(Days), openDays: Schema.optionalKey(Days) }),
  ),
  reread: Schema.optionalKey(
    Schema.Struct({ credentialDays: Schema.optionalKey(Days), everyDays: Schema.optionalKey(Days) }),
  ),
  books: Schema.optionalKey(Some(Book)),
});
export type ConfigFile = typeof ConfigFile.Type;
export type BookConfig = typeof Book.Type;
export type LinkConfig = typeof Link.Type;
export type RosterConfig = typeof Roster.Type;
