import type { Finding } from "../exceptions/finding.ts";
import type { CredentialBatch, CredentialBatchHeader, Program } from "../records.ts";
import type { CohortRow } from "../reports/rows.ts";
import type { BusinessCalendar } from "../time/BusinessCalendar.ts";
import type { Window } from "../time/days.ts";

/** What cohort figures need to know beyond the batches. */
export interface CohortOptions {
  readonly book: string;
  readonly calendar: BusinessCalendar;
  readonly window: Window;
  /** The instant that stands in for the clock. */
  readonly asOf: string;
  /** Mode of the token, `null` where its prefix does not tell. */
  readonly tokenMode: string | null;
  /** Every programme listed. */
  readonly programs: readonly Program[];
  /** Cohort entity id -> the e-mail hashes or recipient ids that were expected. */
  readonly rosters?: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Counts credentials cohort by cohort. Batches must be added in the order of {@link compareIssued}.
 */
export class CohortFigures {
  constructor(_options: CohortOptions) {}

  /** Throws a RangeError when `batch` comes before one already added. */
  add(_batch: CredentialBatch): void {
    throw new Error("to be written");
  }

  /** Batches issued at or after the end of the window: left out of the rows, not of the findings. */
  get afterWindow(): number {
    throw new Error("to be written");
  }

  /** One row a cohort, sorted as in the file. */
  rows(): readonly CohortRow[] {
    throw new Error("to be written");
  }

  /** Every exception about programmes, credential batches, credentials and cohorts; in no order. */
  findings(): readonly Finding[] {
    throw new Error("to be written");
  }
}

/** Orders batches by `issuedAt`, then id: the order in which credentials came to be. */
export const compareIssued = (_left: CredentialBatchHeader, _right: CredentialBatchHeader): number => {
  throw new Error("to be written");
};
