import { amountFigure, amountText, sayAmount } from "../exceptions/figures.ts";
import { CAPTURED_BASES, REFUNDED_BASES } from "./bases.ts";
import type { BatchCells } from "./batch-findings.ts";
import type { Comparison } from "./compare-declared.ts";
import type { Reading } from "./reading.ts";

/** Declared totals that the rows do not add up to, or add up to only on another basis than the first. */
export const mismatchFindings = (reading: Reading, comparison: Comparison): readonly BatchCells[] => {
  const cells: BatchCells[] = [];
  const { capturedBasis, refundedBasis } = comparison;
  if (capturedBasis === "none") cells.push(capturedMismatch(reading, comparison));
  if (refundedBasis === "none") cells.push(refundedMismatch(reading, comparison));

  const alternatives = [
    ...alternative("captured", capturedBasis, CAPTURED_BASES),
    ...alternative("refunded", refundedBasis, REFUNDED_BASES),
  ];
  if (alternatives.length > 0) {
    cells.push({
      code: "BASIS_ALTERNATIVE",
      whatHappened: `The declared totals equal the rows, counted as ${alternatives.join(" and ")}.`,
      whatToDo: "Nothing, if Koard always counts so for this account; otherwise ask which counting is meant.",
    });
  }
  return cells;
};

/** A basis that matches and is not the first choice, as a sentence names it. */
const alternative = (
  total: string,
  basis: string,
  [, ...others]: readonly { readonly name: string; readonly phrase: string }[],
): readonly string[] =>
  others.filter(({ name }) => name === basis).map(({ name, phrase }) => `${total} ${phrase} (${name})`);

const capturedMismatch = ({ header, group }: Reading, comparison: Comparison): BatchCells => {
  const currency = group?.currency ?? null;
  const { captured_computed: computed, captured_difference: difference } = comparison.amounts;
  return {
    code: "CAPTURED_MISMATCH",
    expected: amountFigure(computed, currency),
    actual: amountFigure(header.capturedMinor, currency),
    moneyAtStake: amountText(size(difference), currency),
    whatHappened: `Koard declares ${sayAmount(header.capturedMinor, currency)} captured, the rows add up to ${sayAmount(computed, currency)}: a difference of ${sayAmount(difference, currency)} on every basis tried.`,
    whatToDo:
      "Compare the batch with the processor's statement, and ask Koard for the rows behind the difference.",
  };
};

const refundedMismatch = ({ header, group }: Reading, comparison: Comparison): BatchCells => {
  const currency = group?.currency ?? null;
  const { refunded_computed: computed, refunded_difference: difference } = comparison.amounts;
  return {
    code: "REFUNDED_MISMATCH",
    expected: amountFigure(computed, currency),
    actual: amountFigure(header.refundedMinor, currency),
    moneyAtStake: amountText(size(difference), currency),
    whatHappened: `Koard declares ${sayAmount(header.refundedMinor, currency)} refunded, the rows add up to ${sayAmount(computed, currency)}: a difference of ${sayAmount(difference, currency)} on every basis tried.`,
    whatToDo:
      "Look for refunds of earlier batches paid out in this one, and ask Koard for the rows behind the difference.",
  };
};

const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor);
