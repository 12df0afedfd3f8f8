import { addCells } from "../money/MinorSum.ts";
import type { CohortRow, SettlementRow } from "../reports/rows.ts";
import { type Link, linkEntityId } from "./Link.ts";
import type { PaymentRow, PaymentState } from "./PaymentRow.ts";

/** The figures of one link while the rows that belong to it go by. */
export class LinkAccumulator {
  readonly link: Link;
  readonly #isListed: boolean;
  #cohorts = 0;
  #cohort: string | null;
  #credentials: number | null = null;
  #people: number | null = null;
  #isPaid = false;
  #capturedMinor: bigint | null = null;
  #refundedMinor: bigint | null = null;
  #netMinor: bigint | null = null;
  #hasUnproven = false;
  #hasUnsettled = false;

  constructor(link: Link, isListed: boolean) {
    if (link.accounts.length + link.terminals.length === 0) {
      throw new RangeError(`the link of ${linkEntityId(link)} names no account and no terminal`);
    }
    if (link.priceMinor < 0n) throw new RangeError(`the link of ${linkEntityId(link)} has a negative price`);
    this.link = link;
    this.#isListed = isListed;
    this.#cohort = link.cohort;
  }

  /** A cohort that the link is about. */
  addCohort({ cohort, credentialsIssued, people, firstHolders, state }: CohortRow): void {
    this.#cohorts += 1;
    // Somebody in two cohorts of a programme is one person.
    const more = this.#cohort === null ? firstHolders : people;
    if (this.#cohort !== null) this.#cohort = cohort;
    if (more !== null) this.#people = (this.#people ?? 0) + more;
    if (credentialsIssued !== null) this.#credentials = (this.#credentials ?? 0) + credentialsIssued;
    if (state === "unproven") this.#hasUnproven = true;
  }

  /** A settlement row that the link claims. */
  addSettlement(row: SettlementRow): void {
    this.#isPaid = true;
    this.#capturedMinor = addCells(this.#capturedMinor, row.captured_computed);
    this.#refundedMinor = addCells(this.#refundedMinor, row.refunded_computed);
    this.#netMinor = addCells(this.#netMinor, row.net_computed);
    if (row.state === "unproven") this.#hasUnproven = true;
    else if (row.state !== "final") this.#hasUnsettled = true;
  }

  /** A settlement that may hold money of this link in a currency that is not known. */
  addUnknown(): void {
    this.#hasUnproven = true;
  }

  row(book: string): PaymentRow {
    const { link } = this;
    const credentialsIssued = this.#known(this.#credentials);
    const people = this.#known(this.#people);
    const charged = link.per === "person" ? people : credentialsIssued;
    const expectedMinor = charged === null ? null : BigInt(charged) * link.priceMinor;
    // No settlement at all is nothing paid; settlements without a single proven one are nothing known.
    const paid = (sum: bigint | null): bigint | null => (this.#isPaid ? sum : 0n);
    const netMinor = paid(this.#netMinor);
    const state = this.#state();
    const isComparable = state !== "unproven" && expectedMinor !== null && netMinor !== null;
    return {
      book,
      programId: link.programId,
      cohort: this.#cohort,
      entityId: linkEntityId(link),
      credentialsIssued,
      people,
      per: link.per,
      charged,
      priceMinor: link.priceMinor,
      currency: link.currency,
      expectedMinor,
      capturedMinor: paid(this.#capturedMinor),
      refundedMinor: paid(this.#refundedMinor),
      netMinor,
      differenceMinor: isComparable ? netMinor - expectedMinor : null,
      state,
    };
  }

  /** A listed programme without a cohort has issued nothing; of one that is not listed nothing is known. */
  #known(count: number | null): number | null {
    return this.#cohorts === 0 && this.#isListed ? 0 : count;
  }

  #state(): PaymentState {
    if (this.#hasUnproven || (this.#cohorts === 0 && !this.#isListed)) return "unproven";
    return this.#hasUnsettled ? "provisional" : "final";
  }
}
