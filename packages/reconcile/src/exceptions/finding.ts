import type { ExceptionCode } from "./exceptions.ts";
import type { Entity, Severity, Source } from "./rule.ts";

/**
 * An `expected` or `actual` cell, already printed. Only `text` came from outside, so only `text` needs
 * the guard against spreadsheet formulas; an `amount` is a decimal in the currency of its exception.
 */
export interface Figure {
  readonly kind: "amount" | "count" | "instant" | "text";
  readonly text: string;
}

/**
 * A rule that does not hold, as found in one look at the ledger. JSON-safe. Nights and status are added by
 * `traceExceptions`.
 */
export interface Finding {
  readonly code: ExceptionCode;
  readonly source: Source;
  readonly entity: Entity;
  readonly entityId: string;
  /** Business date of the batch where there is one. */
  readonly businessDate: string | null;
  readonly currency: string | null;
  readonly expected: Figure | null;
  readonly actual: Figure | null;
  /** A decimal in `currency`, as `formatMinor` prints it. */
  readonly moneyAtStake: string | null;
  /** What the amount that does not tie out equals, as the column has it; nothing where nothing is known that it equals. */
  readonly likelyCause?: string | null;
  /** Where it differs from what its code says. */
  readonly severity?: Severity;
  readonly whatHappened: string;
  readonly whatToDo: string;
  /** Every batch this is about: the entity itself, or those that list the transaction or credential. */
  readonly batchIds: readonly string[];
}

/** The cells of a finding that its rule fills; what it is about is the same for every rule. */
export type FindingCells = Pick<Finding, "code" | "whatHappened" | "whatToDo"> &
  Partial<Pick<Finding, "expected" | "actual" | "moneyAtStake" | "likelyCause" | "severity">>;

/** A row of exceptions.csv. JSON-safe, so that a later report can be compared with it. */
export interface ExceptionRow extends Finding {
  readonly exceptionId: string;
  readonly book: string;
  readonly severity: Severity;
  /** The day of the first report that had it. */
  readonly firstSeen: string;
  /** On how many report days it was new or open. */
  readonly nights: number;
  /** The day on which it was last new; not in rows of an older tieout, whose exceptions did not expire. */
  readonly lastNew?: string | null;
  readonly status: "new" | "open" | "resolved" | "expired";
}

/** Whether an exception is open, as everything that counts open ones means it: new or still open. */
export const isOpenException = ({ status }: { readonly status: string }): boolean =>
  status === "new" || status === "open";
