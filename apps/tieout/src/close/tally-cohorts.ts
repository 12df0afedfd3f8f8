import {
  CohortFigures,
  type CohortOptions,
  type CohortRow,
  type CredentialBatch,
  credentialFigures,
  type Finding,
  type MayRepeat,
  type Rosters,
  type ShownFigures,
  tallyBasis,
} from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";
import type { Entry } from "../ledger/store/Entry.ts";
import type { Grounds } from "./cache/Conclusions.ts";

/** Findings about credentials that are worth keeping. */
const KEPT_FINDINGS_MAX = 10_000;

/** What the credentials of all batches come to: all that it takes their details to say. */
export interface Tally {
  readonly rows: ReadonlyArray<CohortRow>;
  readonly findings: ReadonlyArray<Finding>;
  /** Batches issued at or after the end of the window. */
  readonly afterWindow: number;
  /** What is shown of each batch issued before the end of the window. */
  readonly figures: ReadonlyArray<ShownFigures>;
}

/** What cohort figures need to know of the night. */
export const cohortOptions = (
  { settings, book, calendar }: Night,
  rosters: Rosters,
): Omit<CohortOptions, "programs" | "tokenMode"> => ({
  book: book.name,
  calendar,
  window: book.window,
  asOf: settings.asOf,
  rosters,
});

/** Counts credential batches one after the other, in the order in which they were issued. */
export class RunningTally {
  readonly #options: CohortOptions;
  readonly #cohorts: CohortFigures;
  readonly #figures: Array<ShownFigures> = [];

  constructor(options: CohortOptions, mayRepeat?: MayRepeat) {
    this.#options = options;
    this.#cohorts = new CohortFigures(options, mayRepeat);
  }

  /** Throws a RangeError for a batch that was issued before one that was added. */
  add(batch: CredentialBatch): void {
    this.#cohorts.add(batch);
    const day = this.#options.calendar.dayOf(batch.header.issuedAt);
    if (day < this.#options.window.to) this.#figures.push(credentialFigures(batch, day));
  }

  drawn(): Tally {
    return {
      rows: this.#cohorts.rows(),
      findings: this.#cohorts.findings(),
      afterWindow: this.#cohorts.afterWindow,
      figures: this.#figures,
    };
  }
}

/** What the tally of batches rests on; they are given in the order in which they were issued. */
export const tallyGrounds = (
  entries: ReadonlyArray<Entry<"credential_batch">>,
  options: CohortOptions,
): Grounds => {
  const detailsIds = JSON.stringify(entries.map(({ detailsId }) => detailsId));
  const headers = entries.map(({ header }) => header);
  return { entity: "", detailsId: null, basis: `${detailsIds} ${tallyBasis(headers, options)}` };
};

/** A tally as it is kept. */
export const printTally = (tally: Tally): string => JSON.stringify(tally);

/** Reads what {@link printTally} wrote. */
export const readTally = (text: string): Tally => JSON.parse(text) as Tally;

/** Whether there is too much to say for it to be worth keeping. */
export const isTooLarge = ({ findings }: Tally): boolean => findings.length > KEPT_FINDINGS_MAX;
