import {
  CohortFigures,
  type CohortOptions,
  type CohortRow,
  type CountedCredentials,
  type CredentialBatch,
  countCredentials,
  type Finding,
  type MayRepeat,
  type NamedSource,
} from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";
import { type Roster, rostersIn } from "../config/rosters/read-rosters.ts";

/** What the credentials of all batches come to: all that it takes their details to say. */
export interface CohortCounts {
  readonly rows: ReadonlyArray<CohortRow>;
  readonly findings: ReadonlyArray<Finding>;
  /** Batches issued at or after the end of the window. */
  readonly afterWindow: number;
  /** What the credentials of each batch come to, in the order in which they were issued. */
  readonly counted: ReadonlyArray<CountedCredentials>;
}

/** What cohort figures need to know of the night. */
export const cohortOptions = (
  { settings, book, calendar, window }: Night,
  rosters: ReadonlyArray<Roster>,
  { source, mode: tokenMode }: { readonly source: NamedSource; readonly mode: string | null },
): Omit<CohortOptions, "programs"> => ({
  book: book.name,
  source,
  calendar,
  window,
  asOf: settings.asOf,
  tokenMode,
  rosters: rostersIn(rosters, tokenMode),
});

/** Counts credential batches one after the other, in the order in which they were issued. */
export class CohortCounter {
  readonly #cohorts: CohortFigures;
  readonly #counted: Array<CountedCredentials> = [];

  constructor(options: CohortOptions, mayRepeat?: MayRepeat) {
    this.#cohorts = new CohortFigures(options, mayRepeat);
  }

  /** Throws a RangeError for a batch that was issued before one that was added. */
  add(batch: CredentialBatch): void {
    this.#cohorts.add(batch);
    this.#counted.push(countCredentials(batch));
  }

  counts(): CohortCounts {
    return {
      rows: this.#cohorts.rows(),
      findings: this.#cohorts.findings(),
      afterWindow: this.#cohorts.afterWindow,
      counted: this.#counted,
    };
  }
}
