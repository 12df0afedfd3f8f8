import {
  type Finding,
  LinkFigures,
  type PaymentRow,
  type UnclaimedMoney,
  unknownLinkPrograms,
} from "@tieout/reconcile";
import { linksIn } from "../config/links.ts";
import type { Night } from "../config/Night.ts";
import type { ClosedSource } from "./closed-source.ts";
import { type LinkedSides, unmetLinks } from "./unmet.ts";

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

/** Ties what was issued to what was paid, link by link, up to the end of the window. */
export const closeLinks = (
  night: Pick<Night, "book" | "window">,
  { settlements, cohorts, programs }: LinkedSides,
  issuing: ClosedSource,
): ClosedLinks => {
  const { name: book } = night.book;
  const links = linksIn(night.book.links, issuing.facts.mode);
  if (links.length === 0) return NO_LINKS;
  const figures = new LinkFigures({ book, source: issuing, links, programs, until: night.window.to });
  for (const row of settlements) figures.addSettlement(row);
  for (const row of cohorts) figures.addCohort(row);
  return {
    rows: figures.rows(),
    findings: figures.findings(),
    unclaimed: figures.unclaimed,
    cohortsWithoutLink: figures.cohortsWithoutLink,
    warnings: [
      ...unknownLinkPrograms(links, programs).map(
        ({ programId, mode }) =>
          `A link of ${book} names the ${mode} programme ${programId}, which ${issuing.title} does not list`,
      ),
      ...unmetLinks(book, links, { cohorts, settlements, programs }),
    ],
  };
};
