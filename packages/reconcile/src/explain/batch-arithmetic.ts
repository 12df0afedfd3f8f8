import { sayAmount, sayCount } from "../exceptions/figures.ts";
import type { SettlementHeader, Transaction } from "../records.ts";
import { CAPTURED_BASES, matchRefunded, REFUNDED_BASES } from "../settlement/bases.ts";
import { approvedMinor, baseMinor, isRefundGiven, movedMoney } from "../settlement/moved-money.ts";
import { type RowSums, sumRows } from "../settlement/row-sums.ts";
import { capped } from "./Explanation.ts";

/**
 * What rows of one currency add up to, line by line: each row that moved money with its base, each refund
 * row that gave money back, the sums, and with `declared` every basis on which the declared totals were tried,
 * with its figure and by how much it missed.
 */
export const sumLines = (
  rows: readonly Transaction[],
  currency: string | null,
  declared: SettlementHeader | null,
): readonly string[] => {
  const sums = sumRows(rows);
  const moved = capped(rows.filter(movedMoney), (row) => baseLine(row, currency));
  const refunds = capped(
    rows.filter(isRefundGiven),
    (row) => `${row.id}: refund row of ${sayAmount(row.totalMinor, currency)}`,
  );
  return [
    ...moved.lines,
    ...more(moved.leftOut, "row that moved money", "rows that moved money"),
    ...refunds.lines,
    ...more(refunds.leftOut, "refund row", "refund rows"),
    `sum of the bases of ${sayCount(sums.moved, "row")} that moved money: ${sayAmount(sums.grossMinor, currency)}`,
    `reversed from them: ${sayAmount(sums.reversedMinor, currency)}`,
    `R2, refunded on the original rows: ${sayAmount(sums.refundedOnOriginalMinor, currency)}`,
    `R3, refund rows of their own: ${sayAmount(sums.refundRowsMinor, currency)}`,
    ...(declared === null ? [] : basisLines(sums, currency, declared)),
  ];
};

/** How one row's base comes about: its total, or what was authorised of it, less what was reversed. */
export const baseLine = (row: Transaction, currency: string | null): string => {
  const approved = approvedMinor(row);
  const from =
    approved === row.totalMinor
      ? `total ${sayAmount(row.totalMinor, currency)}`
      : `authorised ${sayAmount(approved, currency)} of ${sayAmount(row.totalMinor, currency)}`;
  const reversed = row.reversedMinor ?? 0;
  const less = reversed === 0 ? "" : ` − reversed ${sayAmount(reversed, currency)}`;
  return `${row.id}: ${from}${less} = base ${sayAmount(baseMinor(row), currency)}`;
};

const more = (count: number, singular: string, plural: string): readonly string[] =>
  count === 0 ? [] : [`and ${sayCount(count, `more ${singular}`, `more ${plural}`)}, in the sums below`];

/** The refunded basis comes first, since `net_of_refunds` leans on the figure it gives. */
const basisLines = (sums: RowSums, currency: string | null, header: SettlementHeader): readonly string[] => {
  const [captured, refunded] = [BigInt(header.capturedMinor), BigInt(header.refundedMinor)];
  const refundedMinor = matchRefunded(sums, refunded).shown.figure(sums);
  const against = (declared: bigint) => (what: string, figure: bigint) =>
    `  ${what}: ${sayAmount(figure, currency)}, ${declared === figure ? "which is the declared figure" : `off by ${sayAmount(declared - figure, currency)}`}`;
  const refundedLine = against(refunded);
  const capturedLine = against(captured);
  return [
    `declared as refunded: ${sayAmount(refunded, currency)}`,
    ...REFUNDED_BASES.map(({ name, formula, figure }) => refundedLine(`${name} (${formula})`, figure(sums))),
    `declared as captured: ${sayAmount(captured, currency)}`,
    ...CAPTURED_BASES.map(({ name, formula, figure }) =>
      capturedLine(`${name} (${formula(sayAmount(refundedMinor, currency))})`, figure(sums, refundedMinor)),
    ),
  ];
};
