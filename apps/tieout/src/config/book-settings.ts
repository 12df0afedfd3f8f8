import { Secret } from "@tieout/http";
import type { CalendarChange } from "@tieout/reconcile";
import { objectIn, placeIn } from "./config-file.ts";
import type { BookConfig, ConfigFile } from "./config-schema.ts";
import { conventions } from "./conventions.ts";
import { links } from "./links.ts";
import { isLoopback } from "./loopback.ts";
import { type MessageSettings, messageSettings } from "./message-settings.ts";
import { calendarOf } from "./Night.ts";
import { ownWindow } from "./own-window.ts";
import type { FileObject, SettingsReader } from "./reader.ts";
import { DAYS } from "./run-settings.ts";
import type { BookSettings, SourceAccess } from "./Settings.ts";
import { partOf, type Shard } from "./shard.ts";
import { ASSUMED_CURRENCY, SOURCES, type SourceName } from "./sources.ts";

/** What the books of one run have in common. */
export interface BookContext {
  readonly reader: SettingsReader;
  readonly file: string;
  readonly config: ConfigFile;
  readonly asOf: string;
  /** False for a command that reads the ledger alone: no key is looked for. */
  readonly needsSources: boolean;
  /** The one source that is asked; null for all. No key is looked for of another. */
  readonly only: SourceName | null;
}

/** A book without a config file: whatever source the environment has a key for. */
const UNNAMED_BOOK: BookConfig = { name: "default" };

/** One book as the config file has it. */
interface ConfiguredBook {
  readonly context: BookContext;
  readonly config: BookConfig;
  readonly index: number;
}

/** An object of a book in the config file. */
const objectOf = (
  { context, index }: ConfiguredBook,
  path: ReadonlyArray<string>,
  members: Readonly<Record<string, unknown>> = {},
) => objectIn(context.file, ["books", index, ...path], members);

/** A key that a book of the config file needs; for the unnamed book it may be missing. */
const secret = (
  reader: SettingsReader,
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

/** What the config file says of a source of a book, where it says anything. */
const configured = ({ config }: ConfiguredBook, source: SourceName): FileObject["members"] | undefined => {
  const members: FileObject["members"] = config;
  const found = members[source];
  return typeof found === "object" && found !== null ? { ...found } : undefined;
};

const access = (book: ConfiguredBook, { name, ...source }: (typeof SOURCES)[number]): SourceAccess | null => {
  const { reader, file, needsSources, only } = book.context;
  const members = configured(book, name);
  if (!needsSources || (only !== null && only !== name)) return null;
  if (members === undefined && book.config !== UNNAMED_BOOK) return null;
  const object = objectOf(book, [name], members);
  const neededAt = members === undefined ? undefined : placeIn(file, ["books", book.index, name]);
  const key = secret(reader, reader.value(source.keyVariable, object), neededAt);
  const baseUrl = reader.value(source.baseUrl, object);
  if (baseUrl.startsWith("http:") && !isLoopback(baseUrl) && !reader.value(source.allowHttp, object))
    reader.configuration.push({
      where: reader.placeOf(source.baseUrl, object) ?? name,
      problem: `is ${baseUrl}, and anybody on the way there could read the key; expected https://, or allowHttp for ${source.title} (${source.allowHttp.variable}=1)`,
    });
  if (key === undefined) return null;
  return { key, baseUrl, baseUrlFrom: reader.placeOf(source.baseUrl, object) ?? null };
};

const isConfigured = (book: ConfiguredBook, { name, keyVariable }: (typeof SOURCES)[number]): boolean => {
  const { reader } = book.context;
  if (book.config !== UNNAMED_BOOK) return configured(book, name) !== undefined;
  const variable = keyVariable.fallback.value;
  return [variable, `${variable}_FILE`].some((one) => reader.variable(one) !== undefined);
};

type Days = Pick<BookSettings, "timezone" | "cutoff" | "changes">;

const days = (book: ConfiguredBook): Days => {
  const { reader, file, config: shared } = book.context;
  const objects = [objectOf(book, [], book.config), objectIn(file, [], shared)];
  const timezone = reader.value(DAYS.timezone, ...objects);
  const cutoff = reader.value(DAYS.cutoff, ...objects);
  const changes: Array<CalendarChange> = [];
  for (const change of (book.config.changes ?? []).toSorted((left, right) =>
    left.from < right.from ? -1 : 1,
  )) {
    // What a change does not name stays as it was.
    const last = changes.at(-1) ?? { timezone, cutoff };
    changes.push({ timezone: last.timezone, cutoff: last.cutoff, ...change });
  }
  return { timezone, cutoff, changes };
};

/** Which books of a config file are meant. */
interface AskedBooks {
  /** Only these; none for all. */
  readonly names: ReadonlyArray<string>;
  /** And of them only this part; null for all. */
  readonly shard: Shard | null;
}

/** Whether a book is meant. */
export const isAsked = (book: string, { names, shard }: AskedBooks): boolean =>
  (names.length === 0 || names.includes(book)) &&
  (shard === null || partOf(book, shard.parts) === shard.part);

/** The books of a config file, or the one unnamed book. */
export const bookConfigs = (config: ConfigFile): ReadonlyArray<BookConfig> => config.books ?? [UNNAMED_BOOK];

const messagesOf = (book: ConfiguredBook): MessageSettings => {
  const { reader, file, config: shared } = book.context;
  return messageSettings(
    reader,
    objectOf(book, ["messages"], book.config.messages),
    objectIn(file, ["messages"], shared.messages),
  );
};

/** A book's name, and who is told of it. */
export interface BookReceivers {
  readonly book: string;
  readonly messages: MessageSettings;
}

/** Who is told of each book, whatever else is wrong with what is configured. */
export const bookReceivers = (context: BookContext): ReadonlyArray<BookReceivers> =>
  bookConfigs(context.config).map((config, index) => ({
    book: config.name,
    messages: messagesOf({ context, config, index }),
  }));

const settingsOf = (book: ConfiguredBook): BookSettings => {
  const { context, config } = book;
  const { reader, file } = context;
  const own = days(book);
  return {
    name: config.name,
    sources: SOURCES.map((source) => ({
      ...{ name: source.name, title: source.title, role: source.role },
      isConfigured: isConfigured(book, source),
      access: access(book, source),
    })),
    assumedCurrency: reader.value(ASSUMED_CURRENCY, objectOf(book, ["koard"], configured(book, "koard"))),
    conventions: conventions(reader, config.conventions ?? [], (path) =>
      placeIn(file, ["books", book.index, "conventions", ...path]),
    ),
    ...own,
    ownWindow: ownWindow(reader, calendarOf(own).dayOf(context.asOf)),
    messages: messagesOf(book),
    rosters: config.rosters ?? [],
    links: links(reader, config.links ?? [], (path) =>
      placeIn(file, ["books", book.index, "links", ...path]),
    ),
  };
};

/** Makes the settings of the books asked for: of a book that is left out no key is looked for. */
export const bookSettings = (context: BookContext, asked: AskedBooks): ReadonlyArray<BookSettings> =>
  bookConfigs(context.config).flatMap((config, index) =>
    isAsked(config.name, asked) ? [settingsOf({ context, config, index })] : [],
  );
