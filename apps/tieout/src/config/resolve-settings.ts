import { Effect, Struct } from "effect";
import { bookConfigs, bookSettings, isAsked } from "./book-settings.ts";
import { objectIn, placeIn, readConfigFile } from "./config-file.ts";
import type { ConfigFile } from "./config-schema.ts";
import { ConfigurationWrong, type Fault, UsageWrong } from "./faults.ts";
import { FILE_SETTINGS } from "./file-settings.ts";
import { fleetPlaceOf } from "./fleet-place.ts";
import { checkHashKey, ledgerPlaceOf } from "./ledger-settings.ts";
import { proxySettings } from "./proxy-settings.ts";
import { type Environment, type FileObject, SettingsReader } from "./reader.ts";
import { BOOKS, CLOCK, type FLAG_SETTINGS, RUN_SETTINGS } from "./run-settings.ts";
import type { BookSettings, Settings, Values } from "./Settings.ts";
import type { AnySetting, SettingTable, ValueOf } from "./setting.ts";
import { signingKeyOf } from "./signing-key-file.ts";
import { SOURCES, type SourceName } from "./sources.ts";
import { unknownVariables } from "./unknown-variables.ts";

/** Flags as they were typed, by the names of their settings; `undefined`, or `false`, where one was not used. */
export type Flags = {
  readonly [Name in keyof typeof FLAG_SETTINGS as (typeof FLAG_SETTINGS)[Name]["name"]]?:
    | (Name extends "books" ? ReadonlyArray<string> : string | boolean)
    | undefined;
};

interface Resolving extends Struct.Lambda {
  (setting: AnySetting): unknown;
  readonly "~lambda.out": ValueOf<this["~lambda.in"]>;
}

/** Reads all settings of a table. */
const valuesOf = <Table extends SettingTable>(
  reader: SettingsReader,
  table: Table,
  object: FileObject,
): Values<Table> =>
  Struct.map(
    table,
    Struct.lambda<Resolving>((setting) => reader.value(setting, object)),
  );

const checkNames = (
  reader: SettingsReader,
  { file, config }: { readonly file: string; readonly config: ConfigFile },
  asked: ReadonlyArray<string>,
): void => {
  const known = bookConfigs(config).map(({ name }) => name);
  if (known.length === 0)
    reader.configuration.push({ where: placeIn(file, ["books"]), problem: "is empty; name a book" });
  for (const [index, name] of known.entries())
    if (known.indexOf(name) < index)
      reader.configuration.push({
        where: placeIn(file, ["books", index, "name"]),
        problem: `is ${name}, the name of an earlier book`,
      });
  for (const name of asked.filter((one) => !known.includes(one)))
    reader.usage.push({ where: "--book", problem: `is ${name}; the books are ${known.join(", ")}` });
};

const checkSources = (
  reader: SettingsReader,
  books: ReadonlyArray<BookSettings>,
  only: SourceName | null,
): void => {
  const asked = SOURCES.filter(({ name }) => only === null || name === only);
  const keys = asked.map(({ keyVariable }) => keyVariable.fallback.text).join(" and ");
  // A key that was given and could not be used is a fault already; "no key at all" would only hide it.
  for (const { name, sources } of reader.configuration.length === 0 ? books : [])
    if (sources.every(({ access }) => access === null))
      reader.configuration.push({
        where: keys,
        problem:
          only === null
            ? `are both missing for the book ${name}; set at least one of them (or try \`tieout demo\`, which needs neither)`
            : `is missing for the book ${name}, which is asked for --only ${only}`,
      });
};

/** Each fault once: a flag that every book reads is wrong once. */
const distinct = (faults: ReadonlyArray<Fault>): ReadonlyArray<Fault> => [
  ...new Map(faults.map((fault) => [`${fault.where} ${fault.problem}`, fault])).values(),
];

/** What settings are made of. */
interface Given {
  readonly flags: Flags;
  readonly environment: Environment;
  /** An RFC 3339 UTC instant, which stands in for `--as-of` where it is not given. */
  readonly now: string;
  /** False for a command that reads the ledger alone: no key is looked for. */
  readonly needsSources: boolean;
  /** False for a command that publishes no report: no key to sign with is looked for. */
  readonly publishes: boolean;
  /** False for a command that looks at whatever the ledger holds: the shard of a book is nothing to it. */
  readonly isDivided: boolean;
}

const resolve = ({
  flags,
  environment,
  now,
  needsSources,
  publishes,
  isDivided,
}: Given): Effect.Effect<Settings, UsageWrong | ConfigurationWrong> =>
  Effect.suspend((): Effect.Effect<Settings, UsageWrong | ConfigurationWrong> => {
    const reader = new SettingsReader(environment, flags);
    // Other faults can be told even where the form of the file is wrong.
    const { file, config, faults } = readConfigFile(reader.value(BOOKS.config));
    const typedAsOf = reader.value(CLOCK.asOf);
    const [asOf, isAsOfNow] = [typedAsOf ?? now, typedAsOf === undefined];
    const top = objectIn(file, [], config);
    // What is said of its place may hold a password, and what is made of that does not show it.
    const { ledgerAddress: _, ...shared } = valuesOf(reader, RUN_SETTINGS, top);
    const { thresholds, reread } = FILE_SETTINGS;
    const ofFile = {
      thresholds: valuesOf(reader, thresholds.settings, objectIn(file, ["thresholds"], config.thresholds)),
      reread: valuesOf(reader, reread.settings, objectIn(file, ["reread"], config.reread)),
    };
    const names = flags.book ?? [];
    const given = reader.value(BOOKS.shard);
    const shard = isDivided ? given : null;
    const books = bookSettings(
      { reader, file, config, asOf, needsSources, only: shared.only },
      { names, shard },
    );
    const bookCount = bookConfigs(config).filter(({ name }) => isAsked(name, { names, shard: null })).length;
    reader.configuration.push(...faults);
    checkNames(reader, { file, config }, names);
    if (needsSources) checkSources(reader, books, shared.only);
    const proxy = needsSources ? proxySettings(reader) : null;
    const signingKey = signingKeyOf(reader, top, publishes);
    const ledger = ledgerPlaceOf(reader, top);
    const fleetPlace = fleetPlaceOf(reader, ledger);
    if (needsSources || publishes) checkHashKey(reader, ledger);
    // A file of a wrong form may name variables that were not found in it.
    if (faults.length === 0)
      reader.configuration.push(...unknownVariables(environment, reader.variables, config));
    const settings = {
      ...{ ...shared, ...ofFile, ledger, proxy, fleetPlace, signingKey, asOf, isAsOfNow, books },
      sharding: shard === null ? null : { shard, bookCount },
    };
    if (reader.usage.length > 0) return Effect.fail(new UsageWrong({ faults: distinct(reader.usage) }));
    if (reader.configuration.length > 0)
      return Effect.fail(new ConfigurationWrong({ faults: distinct(reader.configuration) }));
    return Effect.succeed(settings);
  });

/**
 * Makes settings of flags, environment, config file and defaults, in this order of precedence.
 *
 * `now` (an RFC 3339 UTC instant) stands in for `--as-of` where it is not given. Fails with {@link UsageWrong} or
 * {@link ConfigurationWrong} naming every fault of that kind at once.
 */
export const resolveSettings = (flags: Flags, environment: Environment, now: string) =>
  resolve({ flags, environment, now, needsSources: true, publishes: true, isDivided: true });

/** The same for a command that asks the sources and publishes nothing. */
export const resolveForPull = (flags: Flags, environment: Environment, now: string) =>
  resolve({ flags, environment, now, needsSources: true, publishes: false, isDivided: true });

/** The same for a command that publishes from the ledger alone: it works without any key of a source. */
export const resolveForReport = (flags: Flags, environment: Environment, now: string) =>
  resolve({ flags, environment, now, needsSources: false, publishes: true, isDivided: true });

/** The same for a command that looks at the ledger alone: no key is looked for, and it works without any. */
export const resolveForLedger = (flags: Flags, environment: Environment, now: string) =>
  resolve({ flags, environment, now, needsSources: false, publishes: false, isDivided: false });

/** The same for a command that says how nights stand. */
export const resolveForStatus = (flags: Flags, environment: Environment, now: string) =>
  resolve({ flags, environment, now, needsSources: false, publishes: false, isDivided: true });
