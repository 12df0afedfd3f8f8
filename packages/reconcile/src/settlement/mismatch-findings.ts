import { amountFigure, amountText, sayAmount } from "../exceptions/figures.ts";
import type { Comparison } from "./bases.ts";
import type { BatchCells } from "./batch-findings.ts";
import type { Reading } from "./reading.ts";

/** How a sentence names the bases that are not the first choice. */
const SAID_BASIS = {
  gross: "gross",
  before_reversals: "before reversals are taken off",
  net_of_refunds: "net of refunds",
  on_original: "on the original rows",
  refund_rows: "in refund rows of their own",
  both: "on the original rows and in refund rows together",
  none: "on no basis",
} as const;

/** Declared totals that the rows do not add up to, or add up to only on another basis than the first. */
export const mismatchFindings = (reading: Reading, comparison: Comparison): readonly BatchCells[] => {
  const cells: BatchCells[] = [];
  const { capturedBasis, refundedBasis } = comparison;
  if (capturedBasis === "none") cells.push(capturedMismatch(reading, comparison));
  if (refundedBasis === "none") cells.push(refundedMismatch(reading, comparison));

  const alternatives = [
    ...(capturedBasis === "gross" || capturedBasis === "none"
      ? []
      : [`captured ${SAID_BASIS[capturedBasis]} (${capturedBasis})`]),
    ...(refundedBasis === "on_original" || refundedBasis === "none"
      ? []
      : [`refunded ${SAID_BASIS[refundedBasis]} (${refundedBasis})`]),
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
