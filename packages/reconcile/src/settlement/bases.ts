import type { RowSums } from "./row-sums.ts";

/** The totals that a batch declares, in minor units. */
export interface DeclaredTotals {
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
}

/**
 * The sums over rows that a declared refunded total may equal, in the order in which they are tried (Koard fact
 * 5.5). `phrase` is how a sentence names the counting, `formula` how an explanation derives it, `meaning` how the
 * documentation describes it.
 */
export const REFUNDED_BASES = [
  {
    name: "on_original",
    phrase: "on the original rows",
    formula: "R2",
    meaning: "the sum of `refunded` over the rows that moved money",
    figure: (sums: RowSums): bigint => sums.refundedOnOriginalMinor,
  },
  {
    name: "refund_rows",
    phrase: "in refund rows of their own",
    formula: "R3",
    meaning: "the sum over rows of type `refund` that did not fail",
    figure: (sums: RowSums): bigint => sums.refundRowsMinor,
  },
  {
    name: "both",
    phrase: "on the original rows and in refund rows together",
    formula: "R2 + R3",
    meaning: "the two together",
    figure: (sums: RowSums): bigint => sums.refundedOnOriginalMinor + sums.refundRowsMinor,
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
    meaning: "the bases less `refunded_computed`",
    figure: (sums: RowSums, refundedMinor: bigint): bigint => sums.grossMinor - refundedMinor,
    netDeclared: (declared: DeclaredTotals, _sums: RowSums): bigint => declared.capturedMinor,
  },
] as const;

/** The word for a declared total that equals no sum over the rows. */
export const NO_BASIS = "none";

type RefundedBasisRule = (typeof REFUNDED_BASES)[number];
type CapturedBasisRule = (typeof CAPTURED_BASES)[number];

/** Which sum over the rows the declared refunded total equals; `none` is a mismatch. */
export type RefundedBasis = RefundedBasisRule["name"] | typeof NO_BASIS;

/** Which sum over the rows the declared captured total equals; `none` is a mismatch. */
export type CapturedBasis = CapturedBasisRule["name"] | typeof NO_BASIS;

/** The basis that a declared refunded total equals, and the one whose figure is shown: the first where none does. */
export const matchRefunded = (
  sums: RowSums,
  declaredMinor: bigint,
): { readonly name: RefundedBasis; readonly shown: RefundedBasisRule } => {
  const match = REFUNDED_BASES.find(({ figure }) => figure(sums) === declaredMinor);
  return { name: match?.name ?? NO_BASIS, shown: match ?? REFUNDED_BASES[0] };
};

/** The same of a declared captured total, given the figure of the refunded basis, which `net_of_refunds` leans on. */
export const matchCaptured = (
  sums: RowSums,
  declaredMinor: bigint,
  refundedMinor: bigint,
): { readonly name: CapturedBasis; readonly shown: CapturedBasisRule } => {
  const match = CAPTURED_BASES.find(({ figure }) => figure(sums, refundedMinor) === declaredMinor);
  return { name: match?.name ?? NO_BASIS, shown: match ?? CAPTURED_BASES[0] };
};
