import { CAPTURED_CONVENTIONS, REFUNDED_CONVENTIONS } from "@tieout/reconcile";
import { Schema } from "effect";
import { Currency, Cutoff, Day, Filled, Mode, Name, Price, Zone } from "./config-values.ts";
import { FILE_SETTINGS } from "./file-settings.ts";
import { FLEET } from "./fleet-settings.ts";
import { KEY_FILES } from "./key-files.ts";
import { SAYING } from "./log-settings.ts";
import { MESSAGES, RECEIVERS } from "./message-settings.ts";
import { ENCODINGS } from "./rosters/roster-text.ts";
import { DAYS, PLACES, PULLING, REACH, REPORTING } from "./run-settings.ts";
import { membersOf, optional } from "./setting.ts";
import { HELD, SOURCES } from "./sources.ts";

/** A member that must be there. */
const required = <S extends Schema.Top>(schema: S, description: string) =>
  schema.annotateKey({ description });

const Change = Schema.Struct({
  from: required(Day, "The first business day that is cut in the new way."),
  timezone: optional(Zone, "The zone from then on. Default: as before."),
  cutoff: optional(Cutoff, "The cut-off from then on. Default: as before."),
});

const sources = Object.fromEntries(
  SOURCES.map(({ name, role, keyVariable, baseUrl, allowHttp, more }) => [
    name,
    optional(
      Schema.Struct(membersOf({ keyVariable, baseUrl, allowHttp, ...more })),
      `Where ${HELD[role]} come from. Left out: the book has none.`,
    ),
  ]),
);

const Roster = Schema.Struct({
  program: required(Filled, "The id of the programme."),
  cohort: required(Filled, "The name of the cohort, in any spelling."),
  mode: optional(Mode, "Default: that of the token."),
  file: required(
    Filled,
    "Whom the cohort was meant for: a CSV, or the first sheet of a workbook (.xlsx), with a column email or credential_id.",
  ),
  encoding: optional(
    Schema.Literals(ENCODINGS),
    "How a CSV that is neither UTF-8 nor marked as UTF-16 is encoded. Default: by its mark, else utf-8.",
  ),
  column: optional(Filled, "The name of the column with the e-mail addresses, where it is another one."),
});

const Link = Schema.Struct({
  program: required(Filled, "The id of the programme that is paid for."),
  cohort: optional(Filled, "One cohort of it, in any spelling. Default: all of them."),
  mode: optional(Mode, "Default: that of the token."),
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
  price: required(Price, 'The price, as a decimal text such as "120.00".'),
  per: optional(
    Schema.Literals(["person", "credential"]),
    "What the price is for. Default: `person`, so that a reissue is not billed again.",
  ),
  currency: required(
    Currency,
    "The currency of the price, as ISO 4217 names it. Other money is not claimed.",
  ),
});

const Convention = Schema.Struct({
  processor: required(Filled, "The name of the processor, as its batches have it."),
  captured: optional(
    Schema.Literals(CAPTURED_CONVENTIONS),
    "How it counts captured totals. Default: learned from its final batches.",
  ),
  refunded: optional(
    Schema.Literals(REFUNDED_CONVENTIONS),
    "How it counts refunded totals. Default: learned from its final batches.",
  ),
});

const Messages = Schema.Struct(membersOf({ ...MESSAGES, ...RECEIVERS }));

const Book = Schema.Struct({
  name: required(Name, "Names the book, and the directory of its reports."),
  ...membersOf(DAYS, ({ sentence }) => `${sentence}. Default: that of the file.`),
  changes: optional(
    Schema.Array(Change),
    "From which business day on days are cut otherwise, after a change of zone or cut-off.",
  ),
  ...sources,
  messages: optional(Messages, "Who is told of the book. What is left out is as the file has it."),
  rosters: optional(Schema.Array(Roster), "Whom cohorts were meant for."),
  links: optional(
    Schema.Array(Link),
    "Where programmes or cohorts are paid, and at what price. No two may overlap.",
  ),
  conventions: optional(
    Schema.Array(Convention),
    "How processors count, where that is not to be learned. Each is named once.",
  ),
});

const group = ({ sentence, settings }: (typeof FILE_SETTINGS)[keyof typeof FILE_SETTINGS]) =>
  optional(Schema.Struct(membersOf(settings)), sentence);

/**
 * `tieout.config.json`. Shapes and fixed forms are checked here, and `config.schema.json` tells them to an
 * editor; what the options share with flags and environment is read by the same readers as those.
 */
export const ConfigFile = Schema.Struct({
  $schema: optional(Schema.String, "Where an editor finds this schema."),
  ...membersOf(PLACES),
  ...membersOf(
    DAYS,
    ({ sentence, fallback }) => `${sentence}, for books that name none. Default: ${fallback.text}.`,
  ),
  ...membersOf(REACH),
  ...membersOf(PULLING),
  ...membersOf(FLEET),
  ...membersOf(REPORTING),
  ...membersOf(SAYING),
  ...membersOf(KEY_FILES),
  messages: optional(Messages, "Who is told of runs, and of what."),
  thresholds: group(FILE_SETTINGS.thresholds),
  reread: group(FILE_SETTINGS.reread),
  books: optional(
    Schema.Array(Book),
    "One organisation's pair of sources each. Left out: one book, default, from the environment.",
  ),
});
export type ConfigFile = typeof ConfigFile.Type;
export type BookConfig = typeof Book.Type;
export type ConventionConfig = typeof Convention.Type;
export type LinkConfig = typeof Link.Type;
export type RosterConfig = typeof Roster.Type;
