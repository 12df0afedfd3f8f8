import { printedAmount, printedCount } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { SettlementHeader, Transaction } from "../records.ts";
import { CAPTURED_BASES, type ProcessorConvention, REFUNDED_BASES } from "../settlement/bases.ts";
import type { Comparison } from "../settlement/compare-declared.ts";
import { MISMATCH } from "../settlement/comparison-findings.ts";
import {
  CAUSE_PARTS,
  type CauseCandidates,
  likelyCause,
  otherBatchCause,
  otherBatchOf,
} from "../settlement/likely-causes.ts";
import { approvedMinor, baseMinor, isRefundGiven, movedMoney } from "../settlement/moved-money.ts";
import { compareSummary } from "../settlement/prove-settlement.ts";
import { type RowSums, sumRows } from "../settlement/row-sums.ts";
import type { SettlementSummary } from "../settlement/summarise-settlement.ts";
import { capped } from "./Explanation.ts";

/**
 * What rows of one currency add up to, line by line: each row that moved money with its base, each refund
 * row that gave money back, the sums, and with `declared` every basis on which the declared totals were tried,
 * with its figure and by how much it missed.
 */
export const sumLines = (
  rows: readonly Transaction[],
  currency: string | null,
  declared: DeclaredBatch | null,
): readonly string[] => {
  const moved = capped(rows.filter(movedMoney), (row) => baseLine(row, currency));
  const refunds = capped(
    rows.filter(isRefundGiven),
    (row) => `${row.id}: refund row of ${printedAmount(row.totalMinor, currency)}`,
  );
  return [
    ...moved.lines,
    ...more(moved.leftOut, "row that moved money", "rows that moved money"),
    ...refunds.lines,
    ...more(refunds.leftOut, "refund row", "refund rows"),
    ...totalLines(sumRows(rows), currency),
    ...(declared === null ? [] : basisLines(currency, declared)),
  ];
};

const totalLines = (sums: RowSums, currency: string | null): readonly string[] => [
  `sum of the bases of ${printedCount(sums.moved, "row")} that moved money: ${printedAmount(sums.grossMinor, currency)}`,
  `reversed from them: ${printedAmount(sums.reversedMinor, currency)}`,
  `R2, refunded on the original rows: ${printedAmount(sums.refundedOnOriginalMinor, currency)}`,
  `R3, refund rows of their own: ${printedAmount(sums.refundRowsMinor, currency)}`,
];

/** The arithmetic of a batch of one currency without its rows: their sums, and every basis that was tried. */
export const batchArithmetic = (declared: DeclaredBatch): readonly string[] => {
  const [{ sums, currency }] = declared.summary.groups;
  return [...totalLines(sums, currency), ...basisLines(currency, declared)];
};

/** How one row's base comes about: its total, or what was authorised of it, less what was reversed. */
export const baseLine = (row: Transaction, currency: string | null): string => {
  const approved = approvedMinor(row);
  const from =
    approved === row.totalMinor
      ? `total ${printedAmount(row.totalMinor, currency)}`
      : `authorised ${printedAmount(approved, currency)} of ${printedAmount(row.totalMinor, currency)}`;
  const reversed = row.reversedMinor ?? 0;
  const less = reversed === 0 ? "" : ` − reversed ${printedAmount(reversed, currency)}`;
  return `${row.id}: ${from}${less} = base ${printedAmount(baseMinor(row), currency)}`;
};

const more = (count: number, singular: string, plural: string): readonly string[] =>
  count === 0 ? [] : [`and ${printedCount(count, `more ${singular}`, `more ${plural}`)}, in the sums below`];

/** What the declared totals of a batch are set against. */
export interface DeclaredBatch {
  readonly header: SettlementHeader;
  readonly summary: SettlementSummary;
  readonly convention: ProcessorConvention;
  /** What was found about the batch: that another one declares a difference is known of all batches together alone. */
  readonly found: ReadonlyArray<FoundCause>;
}

/** An exception by its code, and its likely cause. */
type FoundCause = Pick<Finding, "code" | "likelyCause">;

/**
 * Every basis on which the declared totals were tried, with its figure and by how much it missed, the refunded ones first
 * since `net_of_refunds` leans on the figure that they give.
 */
const basisLines = (
  currency: string | null,
  { header, summary, convention, found }: DeclaredBatch,
): readonly string[] => {
  const comparison = compareSummary(header, summary, convention);
  const [{ sums }] = summary.groups;
  const [captured, refunded] = [BigInt(header.capturedMinor), BigInt(header.refundedMinor)];
  const refundedMinor = comparison?.refundedFigureMinor ?? sums.refundedOnOriginalMinor;
  const against = (declared: bigint) => (what: string, figure: bigint) =>
    `  ${what}: ${printedAmount(figure, currency)}, ${declared === figure ? "which is the declared figure" : `off by ${printedAmount(declared - figure, currency)}`}`;
  const refundedLine = against(refunded);
  const capturedLine = against(captured);
  const usual = (basis: string | null): string => basis ?? "not known";
  return [
    `how ${header.processorName} usually counts: captured ${usual(convention.captured)}, refunded ${usual(convention.refunded)}`,
    `declared as refunded: ${printedAmount(refunded, currency)}`,
    ...REFUNDED_BASES.flatMap(({ name, formula, figure }) => {
      const minor = figure(sums);
      return minor === null ? [] : [refundedLine(`${name} (${formula})`, minor)];
    }),
    `declared as captured: ${printedAmount(captured, currency)}`,
    ...CAPTURED_BASES.map(({ name, formula, figure }) =>
      capturedLine(
        `${name} (${formula(printedAmount(refundedMinor, currency))})`,
        figure(sums, refundedMinor),
      ),
    ),
    ...(comparison === null ? [] : causeLines(currency, comparison, { candidates: summary.causes, found })),
  ];
};

/** What was tried as the cause of a difference, with its figure: a total that ties out has none. */
const causeLines = (
  currency: string | null,
  { amounts }: Comparison,
  { candidates, found }: { readonly candidates: CauseCandidates } & Pick<DeclaredBatch, "found">,
): readonly string[] =>
  (["captured", "refunded"] as const).flatMap((total) => {
    const difference = amounts[`${total}_difference`];
    if (difference === 0n) return [];
    const named = found.find(({ code }) => code === MISMATCH[total].code);
    const other = otherBatchOf(named?.likelyCause);
    const cause =
      likelyCause(difference, total, candidates) ?? (other === null ? null : otherBatchCause(other));
    return [
      `tried for the difference of ${printedAmount(difference, currency)} ${total}:`,
      ...candidates.parts.map(
        ({ cause, minor }) => `  ${CAUSE_PARTS[cause]} (${cause}): ${printedAmount(minor, currency)}`,
      ),
      cause === null
        ? `  a single row of that amount${named === undefined ? "" : ", or another batch of the day and account that declares it"}: none`
        : `  equal to ${cause.phrase} (${cause.cause})`,
    ];
  });
