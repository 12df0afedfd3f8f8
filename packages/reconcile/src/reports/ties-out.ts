import { NO_BASIS } from "../settlement/bases.ts";
import type { SettlementRow } from "./rows.ts";

/**
 * Whether nothing is left of a row to explain: its details are whole, and what was compared agrees. A batch of several
 * currencies is compared with nothing, which is an exception of its own.
 */
export const tiesOut = ({
  state,
  unexplained,
  capturedBasis,
  refundedBasis,
}: Pick<SettlementRow, "state" | "unexplained" | "capturedBasis" | "refundedBasis">): boolean =>
  state !== "unproven" &&
  (unexplained ?? 0n) === 0n &&
  capturedBasis !== NO_BASIS &&
  refundedBasis !== NO_BASIS;
