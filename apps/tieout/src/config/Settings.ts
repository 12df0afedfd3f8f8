import type { Secret } from "@tieout/http";
import type { CalendarChange, Conventions, Window } from "@tieout/reconcile";
import type { SigningKey } from "../signatures/signing-key.ts";
import type { RosterConfig } from "./config-schema.ts";
import type { FILE_SETTINGS } from "./file-settings.ts";
import type { LedgerPlace, PostgresPlace } from "./ledger-place.ts";
import type { ConfiguredLink } from "./links.ts";
import type { MessageSettings } from "./message-settings.ts";
import type { ProxySettings } from "./proxy-settings.ts";
import type { RUN_SETTINGS } from "./run-settings.ts";
import type { SettingTable, ValueOf } from "./setting.ts";
import type { Shard } from "./shard.ts";
import type { SourceIdentity } from "./sources.ts";

/** What the settings of a table come to. */
export type Values<Table extends SettingTable> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> };

/** How a source is reached. */
export interface SourceAccess {
  readonly key: Secret;
  readonly baseUrl: string;
  /** Where the address was given; null for the source's own. */
  readonly baseUrlFrom: string | null;
}

/** A source as a book has it; `access` is null when it is not configured, and for a command that reads the ledger alone. */
export interface SourceSettings extends SourceIdentity {
  /** Whether the config file or, without one, the environment says how to ask it. */
  readonly isConfigured: boolean;
  readonly access: SourceAccess | null;
}

/** One organisation's sources, its days, and what ties the two. */
export interface BookSettings {
  readonly name: string;
  /** Every source that there is, configured or not, in the order in which files name them. */
  readonly sources: ReadonlyArray<SourceSettings>;
  /** ISO 4217 code that stands in where a settlement batch shows no currency. */
  readonly assumedCurrency: string | null;
  /** How processors count, by name, where that is not to be learned. */
  readonly conventions: Conventions;
  readonly timezone: string;
  readonly cutoff: string;
  /** In the order of their days. */
  readonly changes: ReadonlyArray<CalendarChange>;
  /** The window of one's own that is asked for, half open; null for the nightly one. */
  readonly ownWindow: Window | null;
  readonly messages: MessageSettings;
  readonly rosters: ReadonlyArray<RosterConfig>;
  readonly links: ReadonlyArray<ConfiguredLink>;
}

/** How the books are divided. */
interface Sharding {
  readonly shard: Shard;
  /** How many books there are to divide: those asked for. */
  readonly bookCount: number;
}

/** What the groups of settings come to that the config file alone gives. */
type FileValues = {
  readonly [Group in keyof typeof FILE_SETTINGS]: Values<(typeof FILE_SETTINGS)[Group]["settings"]>;
};

/**
 * Everything a run needs to know, checked: nothing after this looks at flags, environment or config file. What most of
 * it means stands where the setting is defined.
 */
export interface Settings extends Omit<Values<typeof RUN_SETTINGS>, "ledgerAddress">, FileValues {
  /** Each name once; none only where the shard has none. */
  readonly books: ReadonlyArray<BookSettings>;
  /** Where the ledger is, and how it is reached. */
  readonly ledger: LedgerPlace;
  /** Null where the books are not divided. */
  readonly sharding: Sharding | null;
  /** RFC 3339 UTC instant with milliseconds. */
  readonly asOf: string;
  /** Whether that is what this machine's clock says, and nobody gave it. */
  readonly isAsOfNow: boolean;
  /** Null where the sources are asked directly. */
  readonly proxy: ProxySettings | null;
  /** The database through which the runners of a fleet share the books; null where the ledger is in none. */
  readonly fleetPlace: PostgresPlace | null;
  /** What reports are signed with; null where nothing is, and for a command that publishes nothing. */
  readonly signingKey: SigningKey | null;
}
