import { addCells } from "../money/MinorSum.ts";
import type { SettlementAmounts } from "./rows.ts";

/** A sum of nothing: every cell empty. */
export const NO_AMOUNTS: SettlementAmounts = {
  capturedDeclaredMinor: null,
  capturedComputedMinor: null,
  capturedDifferenceMinor: null,
  refundedDeclaredMinor: null,
  refundedComputedMinor: null,
  refundedDifferenceMinor: null,
  netDeclaredMinor: null,
  netComputedMinor: null,
  unexplainedMinor: null,
};

/** Adds two sets of figures in the same currency, cell by cell; empty cells count as nothing. */
export const addAmounts = (left: SettlementAmounts, right: SettlementAmounts): SettlementAmounts => ({
  capturedDeclaredMinor: addCells(left.capturedDeclaredMinor, right.capturedDeclaredMinor),
  capturedComputedMinor: addCells(left.capturedComputedMinor, right.capturedComputedMinor),
  capturedDifferenceMinor: addCells(left.capturedDifferenceMinor, right.capturedDifferenceMinor),
  refundedDeclaredMinor: addCells(left.refundedDeclaredMinor, right.refundedDeclaredMinor),
  refundedComputedMinor: addCells(left.refundedComputedMinor, right.refundedComputedMinor),
  refundedDifferenceMinor: addCells(left.refundedDifferenceMinor, right.refundedDifferenceMinor),
  netDeclaredMinor: addCells(left.netDeclaredMinor, right.netDeclaredMinor),
  netComputedMinor: addCells(left.netComputedMinor, right.netComputedMinor),
  unexplainedMinor: addCells(left.unexplainedMinor, right.unexplainedMinor),
});
