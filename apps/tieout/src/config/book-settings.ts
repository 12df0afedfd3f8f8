import { Secret } from "@tieout/http";
import { addDays, type CalendarChange, isCutoff, isDay, isTimezone, type Window } from "@tieout/reconcile";
import { placeIn } from "./config-file.ts";
import type { BookConfig, ConfigFile } from "./config-schema.ts";
import { links } from "./links.ts";
import { calendarOf } from "./Night.ts";
import type { SettingsReader } from "./reader.ts";
import type { BookSettings, SourceAccess, SourceSettings } from "./Settings.ts";
import { SOURCES } from "./sources.ts";
import { baseUrl, currencyCode, type Read } from "./values.ts";

/** The flags that shape a book's days and window. */
export interface BookFlags {
  readonly timezone?: string | undefined;
  readonly cutoff?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What the books of one run have in common. */
export interface BookContext {
  readonly reader: SettingsReader;
  readonly flags: BookFlags;
  readonly file: string;
  readonly config: ConfigFile;
  readonly asOf: string;
  /** False for a command that reads the ledger alone: no key is looked for. */
  readonly needsSources: boolean;
}

const WINDOW_DAYS = 35;

/** A book without a config file: whatever source the environment has a key for. */
const UNNAMED_BOOK: BookConfig = { name: "default" };

const valid =
  (isValid: (text: string) => boolean, expected: string) =>
  (text: string): Read<string> =>
    isValid(text) ? { value: text } : { expected };

const day = valid(isDay, "a day such as 2026-11-20");

/** Where a member of a book stands in the config file. */
const inBook = ({ file }: BookContext, index: number, ...path: ReadonlyArray<string | number>): string =>
  placeIn(file, ["books", index, ...path]);

/** A key that a book of the config file needs; for the unnamed book it may be missing. */
const secret = (
  { reader }: BookContext,
  variable: string,
  neededAt: string | undefined,
): Secret | undefined => {
  const faults = reader.configuration.length;
  const found = reader.secret(variable);
  if (found !== undefined) return new Secret(found);
  if (neededAt !== undefined && reader.configuration.length === faults)
    reader.configuration.push({ where: variable, problem: `is not set, and ${neededAt} needs it` });
  return undefined;
};

const access = (
  context: BookContext,
  config: BookConfig,
  { index, source }: { readonly index: number; readonly source: (typeof SOURCES)[number] },
): SourceAccess | null => {
  const found = config[source.name];
  if (found === undefined && config !== UNNAMED_BOOK) return null;
  const where = inBook(context, index, source.name);
  const given: Readonly<Record<string, string | undefined>> = found ?? {};
  const key = secret(
    context,
    given[source.keyMember] ?? source.keyVariable,
    found === undefined ? undefined : where,
  );
  const place = {
    environment: source.baseUrlVariable,
    file: { where: `${where}.baseUrl`, given: given["baseUrl"] },
  };
  const url = context.reader.take(place, baseUrl) ?? source.baseUrl;
  return key === undefined ? null : { key, baseUrl: url };
};

const sources = (context: BookContext, config: BookConfig, index: number): ReadonlyArray<SourceSettings> =>
  SOURCES.map((source) => ({
    ...{ name: source.name, title: source.title, role: source.role },
    access: context.needsSources ? access(context, config, { index, source }) : null,
  }));

const assumedCurrency = (context: BookContext, { koard: source }: BookConfig, index: number): string | null =>
  context.reader.take(
    {
      environment: "KOARD_ASSUME_CURRENCY",
      file: { where: inBook(context, index, "koard", "assumeCurrency"), given: source?.assumeCurrency },
    },
    currencyCode,
  ) ?? null;

type Days = Pick<BookSettings, "timezone" | "cutoff" | "changes">;

const days = (context: BookContext, config: BookConfig, index: number): Days => {
  const { config: shared, file, flags, reader } = context;
  const place = (member: "timezone" | "cutoff") => ({
    flag: { name: member, given: flags[member] },
    environment: `TIEOUT_${member.toUpperCase()}`,
    file:
      config[member] === undefined
        ? { where: placeIn(file, [member]), given: shared[member] }
        : { where: inBook(context, index, member), given: config[member] },
  });
  const timezone =
    reader.take(place("timezone"), valid(isTimezone, "an IANA zone such as Europe/Berlin")) ?? "UTC";
  const cutoff = reader.take(place("cutoff"), valid(isCutoff, "a time such as 02:30")) ?? "00:00";
  const changes: Array<CalendarChange> = [];
  for (const change of (config.changes ?? []).toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    // What a change does not name stays as it was.
    const last = changes.at(-1) ?? { timezone, cutoff };
    changes.push({ timezone: last.timezone, cutoff: last.cutoff, ...change });
  }
  return { timezone, cutoff, changes };
};

/** The window of a report: 35 business days that end before the one of `asOf`, unless days were given. */
const window = ({ reader, flags }: BookContext, asOfDay: string): Window => {
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

/** The books of a config file, or the one unnamed book. */
export const bookConfigs = (config: ConfigFile): ReadonlyArray<BookConfig> => config.books ?? [UNNAMED_BOOK];

/** Makes the settings of the books asked for, all where none is: of a book that is left out no key is looked for. */
export const bookSettings = (
  context: BookContext,
  names: ReadonlyArray<string>,
): ReadonlyArray<BookSettings> =>
  bookConfigs(context.config).flatMap((config, index) => {
    if (names.length > 0 && !names.includes(config.name)) return [];
    const own = days(context, config, index);
    return [
      {
        name: config.name,
        sources: sources(context, config, index),
        assumedCurrency: assumedCurrency(context, config, index),
        ...own,
        window: window(context, calendarOf(own).dayOf(context.asOf)),
        rosters: config.rosters ?? [],
        links: links(context.reader, config.links ?? [], (path) => inBook(context, index, "links", ...path)),
      },
    ];
  });
