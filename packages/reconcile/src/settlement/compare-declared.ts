import type { AmountName } from "../reports/amounts.ts";
import {
  type BasisSums,
  CAPTURED_BASES,
  type CapturedBasis,
  type CapturedBasisRule,
  type DeclaredTotals,
  NO_BASIS,
  type ProcessorConvention,
  REFUNDED_BASES,
  type RefundedBasis,
  type RefundedBasisRule,
} from "./bases.ts";

/** Declared totals set against the sums of the rows. */
export interface Comparison {
  readonly capturedBasis: CapturedBasis;
  readonly refundedBasis: RefundedBasis;
  /** The figure of each basis that matches or stands in. */
  readonly capturedFigureMinor: bigint;
  readonly refundedFigureMinor: bigint;
  readonly amounts: { readonly [Name in AmountName]: bigint };
}

/** What a batch declares, what its rows add up to, and whether its refund rows prove anything. */
export interface Compared {
  readonly declared: DeclaredTotals;
  readonly sums: BasisSums;
  /** Whether all that is refunded on its originals is covered by refund rows that other batches list. */
  readonly isRefundedElsewhere: boolean;
}

/**
 * Finds the basis on which each declared total equals the rows, refunds first since `net_of_refunds` leans on them: the
 * convention of the processor, else the first that is earned. Where none does, the convention stands in, without one
 * the first. `unexplained` is what is left of the declared net on the bases found.
 */
export const compareDeclared = (compared: Compared, convention: ProcessorConvention): Comparison => {
  const { declared, sums } = compared;
  const refunded = matchRefunded(compared, convention);
  const figure = refunded.shown.figure(sums) ?? sums.refundedOnOriginalMinor;
  const captured = matchCaptured(compared, convention, figure);
  const capturedFigure = captured.shown.figure(sums, figure);
  // What was refunded after the close is in no declared total: it comes off the declared net.
  const isAtClose = refunded.name === "at_close";
  const refundedComputed = isAtClose ? sums.refundedOnOriginalMinor : figure;
  const netDeclared = captured.shown.netDeclared(declared, sums) - (refundedComputed - figure);
  const netComputed = sums.grossMinor - refundedComputed;
  return {
    capturedBasis: captured.name,
    refundedBasis: refunded.name,
    capturedFigureMinor: capturedFigure,
    refundedFigureMinor: figure,
    amounts: {
      captured_declared: declared.capturedMinor,
      captured_computed: sums.grossMinor,
      captured_difference: declared.capturedMinor - capturedFigure,
      refunded_declared: declared.refundedMinor,
      refunded_computed: refundedComputed,
      refunded_difference: declared.refundedMinor - figure,
      net_declared: netDeclared,
      net_computed: netComputed,
      unexplained: netDeclared - netComputed,
    },
  };
};

/** The basis that a declared refunded total equals, and the one whose figure is shown. */
export const matchRefunded = (
  { declared, sums, isRefundedElsewhere }: Compared,
  { refunded: convention }: ProcessorConvention,
): { readonly name: RefundedBasis; readonly shown: RefundedBasisRule } => {
  const usual = REFUNDED_BASES.find(({ name }) => name === convention);
  const equals = (basis: RefundedBasisRule): boolean => basis.figure(sums) === declared.refundedMinor;
  if (usual !== undefined && equals(usual)) return { name: usual.name, shown: usual };
  // An absence that equals a declared 0 proves nothing: refund rows have to be there.
  const hasRefundRows = sums.refundRowsMinor !== 0n;
  const isEarned = ({ name }: RefundedBasisRule): boolean =>
    name === "both" ? hasRefundRows : name !== "refund_rows" || hasRefundRows || isRefundedElsewhere;
  const match = REFUNDED_BASES.find((basis) => equals(basis) && isEarned(basis));
  return { name: match?.name ?? NO_BASIS, shown: match ?? usual ?? REFUNDED_BASES[0] };
};

const matchCaptured = (
  { declared, sums }: Compared,
  { captured: convention }: ProcessorConvention,
  refundedMinor: bigint,
): { readonly name: CapturedBasis; readonly shown: CapturedBasisRule } => {
  const usual = CAPTURED_BASES.find(({ name }) => name === convention);
  const equals = (basis: CapturedBasisRule): boolean =>
    basis.figure(sums, refundedMinor) === declared.capturedMinor;
  if (usual !== undefined && equals(usual)) return { name: usual.name, shown: usual };
  const match = CAPTURED_BASES.find(equals);
  return { name: match?.name ?? NO_BASIS, shown: match ?? usual ?? CAPTURED_BASES[0] };
};
