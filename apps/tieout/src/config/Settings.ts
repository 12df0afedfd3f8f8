import type { Secret } from "@tieout/http";
import type { CalendarChange, Link, Severity, Window } from "@tieout/reconcile";
import type { RosterConfig } from "./config-schema.ts";
import type { ProxySettings } from "./proxy-settings.ts";
import type { SourceIdentity } from "./sources.ts";

/** How a source is reached. */
export interface SourceAccess {
  readonly key: Secret;
  readonly baseUrl: string;
}

/** A source as a book has it; `access` is null when it is not configured, and for a command that reads the ledger alone. */
export interface SourceSettings extends SourceIdentity {
  readonly access: SourceAccess | null;
}

/**
 * One organisation's sources, its days, and what ties the two.
 */
export interface BookSettings {
  readonly name: string;
  /** Every source that there is, configured or not, in the order in which files name them. */
  readonly sources: ReadonlyArray<SourceSettings>;
  /** ISO 4217 code that stands in where a settlement batch shows no currency. */
  readonly assumedCurrency: string | null;
  readonly timezone: string;
  readonly cutoff: string;
  /** In the order of their days. */
  readonly changes: ReadonlyArray<CalendarChange>;
  /** Half-open window of business days. */
  readonly window: Window;
  readonly rosters: ReadonlyArray<RosterConfig>;
  readonly links: ReadonlyArray<Link>;
}

/** Everything a run needs to know, checked: nothing after this looks at flags, environment or config file. */
export interface Settings {
  /** At least one, each name once. */
  readonly books: ReadonlyArray<BookSettings>;
  /** The ledger's SQLite file. */
  readonly ledgerFile: string;
  readonly out: string;
  /** RFC 3339 UTC instant with milliseconds. */
  readonly asOf: string;
  /** Requests at once, to each source. */
  readonly concurrency: number;
  /** Requests a second, to each source; null for no limit of our own. */
  readonly ratePerSecond: number | null;
  readonly deadlineMs: number;
  /** Null where the sources are asked directly. */
  readonly proxy: ProxySettings | null;
  /** Exit 2 when an open exception is at least this severe; null for never. */
  readonly failOn: Severity | null;
  readonly excel: boolean;
  /** Re-read every detail, whatever the ledger says. */
  readonly isFull: boolean;
  /** Days a batch may be pending, and open, before that is an exception. */
  readonly thresholds: { readonly pendingDays: number; readonly openDays: number };
  /**
   * Days for which the details of a credential batch are read again every night, and days within which
   * those of every batch are.
   */
  readonly reread: { readonly credentialDays: number; readonly everyDays: number };
}
