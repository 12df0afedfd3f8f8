import type { NamedSource } from "../exceptions/rule.ts";
import type { Program } from "../records.ts";
import type { BusinessCalendar } from "../time/BusinessCalendar.ts";
import type { Window } from "../time/days.ts";

/** Cohort entity id -> the e-mail hashes or recipient ids that were expected. */
export type Rosters = ReadonlyMap<string, ReadonlySet<string>>;

/** What cohort figures need to know beyond the batches. */
export interface CohortOptions {
  readonly book: string;
  /** Where the batches come from. */
  readonly source: NamedSource;
  readonly calendar: BusinessCalendar;
  readonly window: Window;
  /** The instant that stands in for the clock. */
  readonly asOf: string;
  /** Mode of the token, `null` where its prefix does not tell. */
  readonly tokenMode: string | null;
  /** Every programme listed. */
  readonly programs: readonly Program[];
  readonly rosters?: Rosters;
}
