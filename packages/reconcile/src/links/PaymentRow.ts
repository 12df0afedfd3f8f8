import type { Link } from "./Link.ts";

/**
 * How far a row of cohort-payments.csv can be relied on: `unproven` where the cohort or a settlement it may be paid
 * by is unproven, or Record does not list the programme; `provisional` where a claimed settlement is not yet
 * accepted (open, pending, in review); else `final`.
 */
export type PaymentState = "final" | "provisional" | "unproven";

/** A row of cohort-payments.csv; key: book, programId, cohort. `null` is an empty cell: not known, never zero. */
export interface PaymentRow {
  readonly book: string;
  readonly programId: string;
  /** As credentials-by-cohort.csv spells it, or the link where nothing was issued; `null` for a whole programme. */
  readonly cohort: string | null;
  /** The entity id of its exceptions; not a column. */
  readonly entityId: string;
  readonly credentialsIssued: number | null;
  /** Somebody in two cohorts of a programme is one person. */
  readonly people: number | null;
  /** What is charged, and how many of them; not columns. */
  readonly per: Link["per"];
  readonly charged: number | null;
  readonly priceMinor: bigint;
  readonly currency: string;
  /** People or credentials, as the link charges, times the price. */
  readonly expectedMinor: bigint | null;
  readonly capturedMinor: bigint | null;
  readonly refundedMinor: bigint | null;
  /** Captured less refunded, as computed from the rows of the claimed settlements. */
  readonly netMinor: bigint | null;
  /** Net less expected: positive where more was paid than expected. `null` where the state is `unproven`. */
  readonly differenceMinor: bigint | null;
  readonly state: PaymentState;
}
