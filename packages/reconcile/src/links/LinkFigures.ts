import { compareCodePoints } from "../code-points.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import { addCells } from "../money/MinorSum.ts";
import type { Program } from "../records.ts";
import type { CohortRow, SettlementRow } from "../reports/rows.ts";
import { claimingLink, eligibleLink } from "./claiming-link.ts";
import { isLinkedTo, type Link } from "./Link.ts";
import { LinkAccumulator } from "./LinkAccumulator.ts";
import { linkVariance } from "./link-variance.ts";
import type { PaymentRow } from "./PaymentRow.ts";

/** What link figures need to know beyond the rows. */
export interface LinkOptions {
  readonly book: string;
  /** Where the credentials come from: what is paid too much or too little is reported of it. */
  readonly source: NamedSource;
  /** Free of overlaps ({@link overlappingLinks}); each with at least one account or terminal. */
  readonly links: readonly Link[];
  /** Every programme that Record lists. */
  readonly programs: readonly Pick<Program, "id" | "mode">[];
  /** The end of the window: settlements of this business day and later are left out. */
  readonly until: string;
}

/** Money of one currency that no link claims, for the manifest. */
export interface UnclaimedMoney {
  readonly currency: string;
  /** Settlement rows that no link claims. */
  readonly rows: number;
  /** Sum of their `net_computed`; `null` where none of them has any. */
  readonly net_computed: bigint | null;
}

/**
 * Ties credentials issued to money captured, link by link. Takes every settlement row that the ledger knows,
 * of any day, and every row of credentials-by-cohort.csv, in any order, and keeps sums only. Needs both
 * sources: without one of them there is nothing to tie.
 */
export class LinkFigures {
  readonly #options: LinkOptions;
  readonly #perLink: readonly LinkAccumulator[];
  readonly #unclaimed = new Map<string, UnclaimedMoney>();
  #cohortsWithoutLink = 0;

  /** Throws a RangeError for a link without any account or terminal, or with a negative price. */
  constructor(options: LinkOptions) {
    this.#options = options;
    this.#perLink = options.links.map((link) => {
      const isListed = options.programs.some(({ id, mode }) => id === link.programId && mode === link.mode);
      return new LinkAccumulator(link, isListed);
    });
  }

  /**
   * Counts a settlement row into the link that claims it. A row whose currency is not known cannot be claimed,
   * but may hold the money of any link that fits otherwise, which is then `unproven`.
   */
  addSettlement(row: SettlementRow): void {
    const { links, until } = this.#options;
    if (row.businessDate >= until || row.state === "void") return;
    if (row.currency === null) {
      this.#addUnknown(row);
      return;
    }
    const claiming = claimingLink(row, links);
    if (claiming === null) this.#leaveUnclaimed(row.currency, row);
    else this.#perLink[claiming]?.addSettlement(row);
  }

  addCohort(row: CohortRow): void {
    const linked = this.#perLink.filter(({ link }) => isLinkedTo(link, row));
    for (const one of linked) one.addCohort(row);
    if (linked.length === 0) this.#cohortsWithoutLink += 1;
  }

  /** One row a link, in their order. */
  rows(): readonly PaymentRow[] {
    return this.#perLink.map((one) => one.row(this.#options.book));
  }

  /** `LINK_VARIANCE` for every link whose expected and actual net are both known and differ. */
  findings(): readonly Finding[] {
    return this.rows().flatMap((row) => linkVariance(row, this.#options.source));
  }

  /** What no link claims, by currency; rows without a currency or of a void state are not in it. */
  get unclaimed(): readonly UnclaimedMoney[] {
    return [...this.#unclaimed.values()].sort((l, r) => compareCodePoints(l.currency, r.currency));
  }

  /** How many cohorts no link is about, of any mode. */
  get cohortsWithoutLink(): number {
    return this.#cohortsWithoutLink;
  }

  #addUnknown(row: SettlementRow): void {
    // A whole batch without a single row moved nothing in any currency.
    if (row.state !== "unproven" && row.transactionsListed === 0) return;
    const { links } = this.#options;
    for (const currency of new Set(links.map((link) => link.currency))) {
      const eligible = eligibleLink(row, links, (link) => link.currency === currency);
      if (eligible !== null) this.#perLink[eligible]?.addUnknown();
    }
  }

  #leaveUnclaimed(currency: string, { net_computed }: SettlementRow): void {
    const sum = this.#unclaimed.get(currency) ?? { currency, rows: 0, net_computed: null };
    this.#unclaimed.set(currency, {
      currency,
      rows: sum.rows + 1,
      net_computed: addCells(sum.net_computed, net_computed),
    });
  }
}
