import { readInstant, SEVERITIES } from "@tieout/reconcile";
import { Effect } from "effect";
import { type BookFlags, bookConfigs, bookSettings } from "./book-settings.ts";
import { placeIn, readConfigFile } from "./config-file.ts";
import type { ConfigFile } from "./config-schema.ts";
import { ConfigurationWrong, type Fault, UsageWrong } from "./faults.ts";
import { proxySettings } from "./proxy-settings.ts";
import { type Environment, SettingsReader } from "./reader.ts";
import type { BookSettings, Settings } from "./Settings.ts";
import { SOURCES } from "./sources.ts";
import { duration, ledgerFile, nonBlank, oneOf, type Read, wholeNumber } from "./values.ts";

/** The flags of a command as they were typed; `undefined` where one was not used. */
export interface Flags extends BookFlags {
  readonly config?: string | undefined;
  /** Only these books; all when empty. */
  readonly books?: ReadonlyArray<string>;
  readonly ledger?: string | undefined;
  readonly out?: string | undefined;
  readonly asOf?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly rate?: string | undefined;
  readonly deadline?: string | undefined;
  readonly failOn?: string | undefined;
  readonly excel?: boolean | undefined;
  readonly full?: boolean | undefined;
}

const TWO_HOURS_MS = 2 * 3600 * 1000;
const DEFAULT_THRESHOLDS = { pendingDays: 3, openDays: 2 };
const DEFAULT_REREAD = { credentialDays: 7, everyDays: 28 };

const instant = (text: string): Read<string> => {
  const read = readInstant(text);
  return read.valid && read.note !== "offset_missing"
    ? { value: read.at }
    : { expected: "an RFC 3339 instant with its offset, such as 2026-11-20T22:00:00Z" };
};

const checkNames = (
  reader: SettingsReader,
  file: string,
  config: ConfigFile,
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

const checkSources = (reader: SettingsReader, books: ReadonlyArray<BookSettings>): void => {
  // A key that was given and could not be used is a fault already; "no key at all" would only hide it.
  for (const { name, sources } of reader.configuration.length === 0 ? books : [])
    if (sources.every(({ access }) => access === null))
      reader.configuration.push({
        where: SOURCES.map(({ keyVariable }) => keyVariable).join(" and "),
        problem: `are both missing for the book ${name}; set at least one of them (or try \`tieout demo\`, which needs neither)`,
      });
};

/** Each fault once: a flag that every book reads is wrong once. */
const distinct = (faults: ReadonlyArray<Fault>): ReadonlyArray<Fault> => [
  ...new Map(faults.map((fault) => [`${fault.where} ${fault.problem}`, fault])).values(),
];

/** What all books of a run share, but for the books themselves. */
const sharedSettings = (
  reader: SettingsReader,
  flags: Flags,
  file: string,
  config: ConfigFile,
): Omit<Settings, "books" | "asOf" | "proxy"> => {
  const take = <A>(
    flag: "ledger" | "out" | "concurrency" | "rate" | "deadline" | "failOn",
    name: string,
    read: (text: string) => Read<A>,
  ): A | undefined =>
    reader.take(
      {
        flag: { name, given: flags[flag] },
        environment: `TIEOUT_${name.toUpperCase().replace("-", "_")}`,
        file: { where: placeIn(file, [flag]), given: config[flag] },
      },
      read,
    );
  const failOn = take("failOn", "fail-on", oneOf([...SEVERITIES, "never"])) ?? "never";
  return {
    ledgerFile: take("ledger", "ledger", ledgerFile) ?? "./tieout.db",
    out: take("out", "out", nonBlank) ?? "./out",
    concurrency: take("concurrency", "concurrency", wholeNumber(1, 64)) ?? 4,
    ratePerSecond: take("rate", "rate", wholeNumber(1, 10_000)) ?? null,
    deadlineMs: take("deadline", "deadline", duration) ?? TWO_HOURS_MS,
    failOn: failOn === "never" ? null : failOn,
    excel: flags.excel === true || config.excel === true,
    isFull: flags.full === true,
    thresholds: { ...DEFAULT_THRESHOLDS, ...config.thresholds },
    reread: { ...DEFAULT_REREAD, ...config.reread },
  };
};

/**
 * Makes settings of flags, environment, config file and defaults, in this order of precedence.
 *
 * `now` (an RFC 3339 UTC instant) stands in for `--as-of` where it is not given. Without `needsSources` no
 * key is looked for: a command that reads the ledger alone works without any. Fails with
 * {@link UsageWrong} or {@link ConfigurationWrong} naming every fault of that kind at once.
 */
export const resolveSettings = (
  flags: Flags,
  environment: Environment,
  now: string,
  { needsSources = true }: { readonly needsSources?: boolean } = {},
): Effect.Effect<Settings, UsageWrong | ConfigurationWrong> =>
  Effect.suspend((): Effect.Effect<Settings, UsageWrong | ConfigurationWrong> => {
    const reader = new SettingsReader(environment);
    const read = readConfigFile(flags.config ?? reader.variable("TIEOUT_CONFIG"));
    // Faults of the environment can be told even where the file cannot be used.
    const { file, config } = "config" in read ? read : { file: read.file, config: {} };
    const asOf =
      reader.take({ flag: { name: "as-of", given: flags.asOf }, environment: "TIEOUT_AS_OF" }, instant) ??
      now;
    const shared = sharedSettings(reader, flags, file, config);
    const asked = flags.books ?? [];
    const books = bookSettings({ reader, flags, file, config, asOf, needsSources }, asked);
    if ("faults" in read) reader.configuration.push(...read.faults);
    checkNames(reader, file, config, asked);
    if (needsSources) checkSources(reader, books);
    const proxy = needsSources ? proxySettings(reader) : null;
    const settings = { ...shared, proxy, asOf, books };
    if (reader.usage.length > 0) return Effect.fail(new UsageWrong({ faults: distinct(reader.usage) }));
    if (reader.configuration.length > 0)
      return Effect.fail(new ConfigurationWrong({ faults: distinct(reader.configuration) }));
    return Effect.succeed(settings);
  });
