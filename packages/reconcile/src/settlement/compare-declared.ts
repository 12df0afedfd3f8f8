import type { AmountName } from "../reports/amounts.ts";
import {
  type CapturedBasis,
  type DeclaredTotals,
  matchCaptured,
  matchRefunded,
  type RefundedBasis,
} from "./bases.ts";
import type { RowSums } from "./row-sums.ts";

/** Declared totals set against the sums of the rows. */
export interface Comparison {
  readonly capturedBasis: CapturedBasis;
  readonly refundedBasis: RefundedBasis;
  readonly amounts: { readonly [Name in AmountName]: bigint };
}

/**
 * Finds the first basis on which each declared total equals the rows, refunds first since `net_of_refunds` leans on
 * them. Where none does, the difference is shown against the first. `unexplained` is what is left of the declared net
 * on the bases found.
 */
export const compareDeclared = (sums: RowSums, declared: DeclaredTotals): Comparison => {
  const refunded = matchRefunded(sums, declared.refundedMinor);
  const refundedMinor = refunded.shown.figure(sums);
  const captured = matchCaptured(sums, declared.capturedMinor, refundedMinor);
  const capturedMinor = captured.shown.figure(sums, refundedMinor);
  const netDeclared = captured.shown.netDeclared(declared, sums);
  const netComputed = sums.grossMinor - refundedMinor;
  return {
    capturedBasis: captured.name,
    refundedBasis: refunded.name,
    amounts: {
      captured_declared: declared.capturedMinor,
      captured_computed: sums.grossMinor,
      captured_difference: declared.capturedMinor - capturedMinor,
      refunded_declared: declared.refundedMinor,
      refunded_computed: refundedMinor,
      refunded_difference: declared.refundedMinor - refundedMinor,
      net_declared: netDeclared,
      net_computed: netComputed,
      unexplained: netDeclared - netComputed,
    },
  };
};
