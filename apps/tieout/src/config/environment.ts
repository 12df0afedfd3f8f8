import { existsSync } from "node:fs";
import { printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import { type BookReceivers, bookReceivers, isAsked } from "./book-settings.ts";
import { DEFAULT_FILE, objectIn, readConfigFile } from "./config-file.ts";
import { ConfigurationWrong, UsageWrong } from "./faults.ts";
import { keyFileBeside, placeOfFile } from "./ledger-place.ts";
import { ledgerPlaceOf } from "./ledger-settings.ts";
import { SAYING } from "./log-settings.ts";
import { type ProxySettings, proxySettings } from "./proxy-settings.ts";
import { SettingsReader } from "./reader.ts";
import {
  type Flags,
  resolveForLedger,
  resolveForPull,
  resolveForReport,
  resolveForStatus,
  resolveSettings,
} from "./resolve-settings.ts";
import { BOOKS } from "./run-settings.ts";

/** The process's environment; the only place that reads it. */
const environment = Effect.sync(() => process.env);

const now = Effect.map(Clock.currentTimeMillis, printInstant);

/** The path of the config file that is meant, there or not. */
export const configFileOf = Effect.fnUntraced(function* (flags: Flags) {
  const reader = new SettingsReader(yield* environment, flags);
  return reader.value(BOOKS.config) ?? DEFAULT_FILE;
});

/** How standard error is written, whatever is wrong with other settings. */
export const logFormatOf = Effect.fnUntraced(function* (flags: Flags) {
  const reader = new SettingsReader(yield* environment, flags);
  const { file, config } = readConfigFile(reader.value(BOOKS.config));
  return reader.value(SAYING.log, objectIn(file, [], config));
});

/** Who is told of the books, through which proxies, and where their measures go. */
export interface Receiving {
  /** The books that are asked for. */
  readonly books: ReadonlyArray<string>;
  readonly receivers: ReadonlyArray<BookReceivers>;
  readonly proxy: ProxySettings | null;
  /** Of all books, also of those that are not asked for: a file holds the measures of all that it is for. */
  readonly measured: ReadonlyArray<MeasuredBook>;
}

/** A book, and the file that Prometheus reads of it, if any. */
export interface MeasuredBook {
  readonly book: string;
  readonly file: string | null;
}

/** Who is told of the books, whatever is wrong with other settings. */
export const receiversOf = Effect.fnUntraced(function* (flags: Flags) {
  const reader = new SettingsReader(yield* environment, flags);
  const { file, config } = readConfigFile(reader.value(BOOKS.config));
  const context = { reader, file, config, asOf: yield* now, needsSources: false, only: null };
  const all = bookReceivers(context);
  const asked = { names: flags.book ?? [], shard: reader.value(BOOKS.shard) };
  const receivers = all.filter(({ book }) => isAsked(book, asked));
  const faults = reader.configuration.length;
  const proxy = proxySettings(reader);
  // Through a proxy that cannot be used nobody can be told, and past it nobody is: the run itself says what is wrong.
  const isReached = reader.configuration.length === faults;
  return {
    books: receivers.map(({ book }) => book),
    receivers: isReached ? receivers : [],
    proxy: isReached ? proxy : null,
    measured: all.map(({ book, messages: { metricsFile: file } }) => ({ book, file })),
  } satisfies Receiving;
});

/** Where OTLP goes, for what or for one of the three. */
const OTLP_ENDPOINT = /^OTEL_EXPORTER_OTLP_(?:(?:TRACES|METRICS|LOGS)_)?ENDPOINT$/;

/** The standard variables of OpenTelemetry, where one of them says to where a run sends what it is about; else undefined. */
export const otlpVariables = Effect.map(environment, (all) => {
  const given = Object.entries(all).flatMap(([name, value = ""]) =>
    /^(?:OTEL_|TRACEPARENT$)/.test(name) && value.trim() !== "" ? [[name, value.trim()] as const] : [],
  );
  return given.some(([name]) => OTLP_ENDPOINT.test(name)) ? Object.fromEntries(given) : undefined;
});

/** The addresses that OTLP goes to, each once; one that is none is passed over, as by a run, which says so. */
export const otlpEndpoints = Effect.map(otlpVariables, (all = {}) => [
  ...new Set(
    Object.entries(all).flatMap(([name, value]) =>
      OTLP_ENDPOINT.test(name) && URL.canParse(value) ? [value] : [],
    ),
  ),
]);

/** Settings of what was typed, and this process's environment and clock. */
const resolvedBy = (resolve: typeof resolveSettings) =>
  Effect.fnUntraced(function* (flags: Flags) {
    return yield* resolve(flags, yield* environment, yield* now);
  });

/** The settings of a night: it asks sources, and publishes. */
export const settingsOf = resolvedBy(resolveSettings);

/** The settings of a night that somebody else began, at an instant that stands for now. */
export const settingsAt = Effect.fnUntraced(function* (flags: Flags, now: string) {
  return yield* resolveSettings(flags, yield* environment, now);
});

/** The settings of a command that asks sources and publishes nothing. */
export const pullSettingsOf = resolvedBy(resolveForPull);

/** The settings of a command that publishes from the ledger alone. */
export const reportSettingsOf = resolvedBy(resolveForReport);

/** The settings of a command that looks at the ledger alone: no key is looked for. */
export const ledgerSettingsOf = resolvedBy(resolveForLedger);

/** The settings of a command that says how nights stand: no key is looked for. */
export const statusSettingsOf = resolvedBy(resolveForStatus);

/**
 * The ledger that somebody typed for a command that has no other settings: what is secret of it comes from the environment.
 * Fails with `UsageWrong` or `ConfigurationWrong`.
 */
export const ledgerNamed = Effect.fnUntraced(function* (typed: string) {
  const reader = new SettingsReader(yield* environment, { ledger: typed });
  const named = ledgerPlaceOf(reader, objectIn("", [], {}));
  // The variable names the key of another one, unless this one has none beside it.
  const isBeside = named.database === "sqlite" && existsSync(keyFileBeside(named.file));
  const place = isBeside ? placeOfFile(named.file) : named;
  if (reader.usage.length > 0) return yield* new UsageWrong({ faults: reader.usage });
  if (reader.configuration.length > 0) return yield* new ConfigurationWrong({ faults: reader.configuration });
  return place;
});
