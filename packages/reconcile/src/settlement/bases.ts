import { MinorSum } from "../money/MinorSum.ts";
import type { Transaction } from "../records.ts";
import type { AmountName } from "../reports/amounts.ts";
import type { CapturedBasis, RefundedBasis } from "../reports/rows.ts";
import { baseMinor, isRefundGiven, movedMoney } from "./moved-money.ts";

/** What the rows of one currency add up to. */
export interface RowSums {
  /** Rows that moved money. */
  readonly moved: number;
  /** Sum of their bases. */
  readonly grossMinor: bigint;
  /** Sum of what was reversed from them. */
  readonly reversedMinor: bigint;
  /** R2: sum of what they say was refunded. */
  readonly refundedOnOriginalMinor: bigint;
  /** R3: sum of refund rows that gave money back. */
  readonly refundRowsMinor: bigint;
}

/** Declared totals set against the sums of the rows. */
export interface Comparison {
  readonly capturedBasis: CapturedBasis;
  readonly refundedBasis: RefundedBasis;
  readonly amounts: { readonly [Name in AmountName]: bigint };
}

/** Adds up rows of one currency, each in its own right: repeats and conflicts must be gone already. */
export const sumRows = (rows: Iterable<Transaction>): RowSums => {
  const gross = new MinorSum();
  const reversed = new MinorSum();
  const refundedOnOriginal = new MinorSum();
  const refundRows = new MinorSum();
  let moved = 0;
  for (const row of rows) {
    if (isRefundGiven(row)) refundRows.add(row.totalMinor);
    if (!movedMoney(row)) continue;
    moved += 1;
    gross.add(baseMinor(row));
    reversed.add(row.reversedMinor ?? 0);
    refundedOnOriginal.add(row.refundedMinor ?? 0);
  }
  return {
    moved,
    grossMinor: gross.total,
    reversedMinor: reversed.total,
    refundedOnOriginalMinor: refundedOnOriginal.total,
    refundRowsMinor: refundRows.total,
  };
};

/**
 * Finds the first basis on which each declared total equals the rows, refunds first since
 * `net_of_refunds` leans on them (Koard facts 5.5, 5.15). Where none does, the difference is shown
 * against `gross` and R2. `unexplained` is what is left of the declared net on the bases found.
 */
export const compareDeclared = (
  sums: RowSums,
  declared: { readonly capturedMinor: bigint; readonly refundedMinor: bigint },
): Comparison => {
  const refunded = matchRefunded(sums, declared.refundedMinor);
  const captured = matchCaptured(sums, declared.capturedMinor, refunded.figure);
  const net_computed = sums.grossMinor - refunded.figure;
  const net_declared = netDeclared(captured.basis, sums, declared);
  return {
    capturedBasis: captured.basis,
    refundedBasis: refunded.basis,
    amounts: {
      captured_declared: declared.capturedMinor,
      captured_computed: sums.grossMinor,
      captured_difference: declared.capturedMinor - captured.figure,
      refunded_declared: declared.refundedMinor,
      refunded_computed: refunded.figure,
      refunded_difference: declared.refundedMinor - refunded.figure,
      net_declared,
      net_computed,
      unexplained: net_declared - net_computed,
    },
  };
};

const matchRefunded = (sums: RowSums, declared: bigint): { basis: RefundedBasis; figure: bigint } => {
  const { refundedOnOriginalMinor: onOriginal, refundRowsMinor: refundRows } = sums;
  if (declared === onOriginal) return { basis: "on_original", figure: onOriginal };
  if (declared === refundRows) return { basis: "refund_rows", figure: refundRows };
  if (declared === onOriginal + refundRows) return { basis: "both", figure: onOriginal + refundRows };
  return { basis: "none", figure: onOriginal };
};

const matchCaptured = (
  sums: RowSums,
  declared: bigint,
  refunded: bigint,
): { basis: CapturedBasis; figure: bigint } => {
  const { grossMinor: gross, reversedMinor: reversed } = sums;
  if (declared === gross) return { basis: "gross", figure: gross };
  if (declared === gross + reversed) return { basis: "before_reversals", figure: gross + reversed };
  if (declared === gross - refunded) return { basis: "net_of_refunds", figure: gross - refunded };
  return { basis: "none", figure: gross };
};

const netDeclared = (
  basis: CapturedBasis,
  sums: RowSums,
  declared: { readonly capturedMinor: bigint; readonly refundedMinor: bigint },
): bigint => {
  if (basis === "net_of_refunds") return declared.capturedMinor;
  const net = declared.capturedMinor - declared.refundedMinor;
  return basis === "before_reversals" ? net - sums.reversedMinor : net;
};
