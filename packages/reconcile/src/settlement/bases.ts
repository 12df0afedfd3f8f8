import type { RowSums } from "./row-sums.ts";

/** The totals that a batch declares, in minor units. */
export interface DeclaredTotals {
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
}

/** What the figures of bases are made of. */
export interface BasisSums extends RowSums {
  /** R2 when the batch was first read as final; `null` where that is not known or proves nothing. */
  readonly refundedAtCloseMinor: bigint | null;
}

/**
 * The sums over rows that a declared refunded total may equal, in the order in which they are tried (Koard fact
 * 5.5). `phrase` is how a sentence names the counting, `formula` how an explanation derives it, `meaning` how the
 * documentation describes it; a figure of `null` is not known. `isLearned`: it can be a processor's convention.
 */
export const REFUNDED_BASES = [
  {
    name: "on_original",
    phrase: "on the original rows",
    formula: "R2",
    meaning: "the sum of `refunded` over the rows that moved money",
    isLearned: true,
    figure: (sums: BasisSums): bigint | null => sums.refundedOnOriginalMinor,
  },
  {
    name: "refund_rows",
    phrase: "in refund rows of their own",
    formula: "R3",
    meaning: "the sum over rows of type `refund` that did not fail; it has to be earned",
    isLearned: true,
    figure: (sums: BasisSums): bigint | null => sums.refundRowsMinor,
  },
  {
    name: "both",
    phrase: "on the original rows and in refund rows together",
    formula: "R2 + R3",
    meaning: "the two together; it has to be earned",
    isLearned: true,
    figure: (sums: BasisSums): bigint | null => sums.refundedOnOriginalMinor + sums.refundRowsMinor,
  },
  {
    name: "at_close",
    phrase: "as it was when the batch was first read as final",
    formula: "R2 when first read as final",
    meaning: "`on_original` as it was when the batch was first read as final, where it tied out then",
    isLearned: false,
    figure: (sums: BasisSums): bigint | null => sums.refundedAtCloseMinor,
  },
] as const;

/**
 * The sums over rows that a declared captured total may equal, in the order in which they are tried (Koard fact
 * 5.15). `refundedMinor` is the figure of the refunded basis; `netDeclared` what the declared totals leave on a basis.
 */
export const CAPTURED_BASES = [
  {
    name: "gross",
    phrase: "gross",
    formula: (_refunded: string): string => "sum of the bases",
    meaning: "the sum of the bases",
    figure: (sums: RowSums, _refundedMinor: bigint): bigint => sums.grossMinor,
    netDeclared: (declared: DeclaredTotals, _sums: RowSums): bigint =>
      declared.capturedMinor - declared.refundedMinor,
  },
  {
    name: "before_reversals",
    phrase: "before reversals are taken off",
    formula: (_refunded: string): string => "bases + reversed",
    meaning: "the bases with what was reversed added back",
    figure: (sums: RowSums, _refundedMinor: bigint): bigint => sums.grossMinor + sums.reversedMinor,
    netDeclared: (declared: DeclaredTotals, sums: RowSums): bigint =>
      declared.capturedMinor - declared.refundedMinor - sums.reversedMinor,
  },
  {
    name: "net_of_refunds",
    phrase: "net of refunds",
    formula: (refunded: string): string => `bases − ${refunded} refunded`,
    meaning: "the bases less the figure of the refunded basis",
    figure: (sums: RowSums, refundedMinor: bigint): bigint => sums.grossMinor - refundedMinor,
    netDeclared: (declared: DeclaredTotals, _sums: RowSums): bigint => declared.capturedMinor,
  },
] as const;

/** The word for a declared total that equals no sum over the rows. */
export const NO_BASIS = "none";

/** One of {@link REFUNDED_BASES}. */
export type RefundedBasisRule = (typeof REFUNDED_BASES)[number];

/** One of {@link CAPTURED_BASES}. */
export type CapturedBasisRule = (typeof CAPTURED_BASES)[number];

/** Which sum over the rows the declared refunded total equals; `none` is a mismatch. */
export type RefundedBasis = RefundedBasisRule["name"] | typeof NO_BASIS;

/** Which sum over the rows the declared captured total equals; `none` is a mismatch. */
export type CapturedBasis = CapturedBasisRule["name"] | typeof NO_BASIS;

/** The bases that can be a processor's way of counting captured totals. */
export type CapturedConvention = CapturedBasisRule["name"];

/** The bases that can be a processor's way of counting refunded totals. */
export type RefundedConvention = Extract<RefundedBasisRule, { readonly isLearned: true }>["name"];

/** How a processor counts; `null` where that is not known. */
export interface ProcessorConvention {
  readonly captured: CapturedConvention | null;
  readonly refunded: RefundedConvention | null;
}
