import type { Secret } from "@tieout/http";
import type { Severity } from "@tieout/reconcile";

/** Where credential batches come from. */
export interface RecordSettings {
  readonly token: Secret;
  readonly baseUrl: string;
}

/** Where settlement batches come from. `assumeCurrency` stands in where a batch shows none. */
export interface KoardSettings {
  readonly apiKey: Secret;
  readonly baseUrl: string;
  readonly assumeCurrency: string | null;
}

/** One organisation's pair of sources; a source that is not configured is null. */
export interface BookSettings {
  readonly name: string;
  readonly record: RecordSettings | null;
  readonly koard: KoardSettings | null;
}

/** Everything a run needs to know, checked: nothing after this looks at flags or the environment. */
export interface Settings {
  readonly book: BookSettings;
  /** The ledger's SQLite file. */
  readonly ledgerFile: string;
  readonly out: string;
  /** RFC 3339 UTC instant with milliseconds. */
  readonly asOf: string;
  readonly timezone: string;
  readonly cutoff: string;
  /** Half-open window of business days, `YYYY-MM-DD`. */
  readonly window: { readonly from: string; readonly to: string };
  /** Requests at once, to each source. */
  readonly concurrency: number;
  /** Requests a second, to each source; null for no limit of our own. */
  readonly ratePerSecond: number | null;
  readonly deadlineMs: number;
  /** Exit 2 when an open exception is at least this severe; null for never. */
  readonly failOn: Severity | null;
  readonly excel: boolean;
}
