import {
  type CohortRow,
  type Finding,
  LinkFigures,
  type PaymentRow,
  type Program,
  type SettlementRow,
  type UnclaimedMoney,
  unknownLinkPrograms,
} from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";
import type { SourceIdentity } from "../config/sources.ts";

/** Credentials issued tied to money captured; rows are null where no link is configured or a source is missing. */
export interface ClosedLinks {
  readonly rows: ReadonlyArray<PaymentRow> | null;
  readonly findings: ReadonlyArray<Finding>;
  readonly unclaimed: ReadonlyArray<UnclaimedMoney>;
  readonly cohortsWithoutLink: number;
  /** One sentence for each link that ties money to nothing. */
  readonly warnings: ReadonlyArray<string>;
}

/** What there is to say without any link. */
export const NO_LINKS: ClosedLinks = {
  rows: null,
  findings: [],
  unclaimed: [],
  cohortsWithoutLink: 0,
  warnings: [],
};

/** What links tie together: every settlement row that the ledger knows, and the cohorts of the report. */
export interface LinkedSides {
  readonly settlements: ReadonlyArray<SettlementRow>;
  readonly cohorts: ReadonlyArray<CohortRow>;
  readonly programs: ReadonlyArray<Program>;
}

/** Ties what was issued to what was paid, link by link, up to the end of the window. */
export const closeLinks = (
  { book: { name: book, links }, window }: Pick<Night, "book" | "window">,
  { settlements, cohorts, programs }: LinkedSides,
  issuing: Pick<SourceIdentity, "title">,
): ClosedLinks => {
  if (links.length === 0) return NO_LINKS;
  const figures = new LinkFigures({ book, links, programs, until: window.to });
  for (const row of settlements) figures.addSettlement(row);
  for (const row of cohorts) figures.addCohort(row);
  return {
    rows: figures.rows(),
    findings: figures.findings(),
    unclaimed: figures.unclaimed,
    cohortsWithoutLink: figures.cohortsWithoutLink,
    warnings: unknownLinkPrograms(links, programs).map(
      ({ programId, mode }) =>
        `A link of ${book} names the ${mode} programme ${programId}, which ${issuing.title} does not list`,
    ),
  };
};
