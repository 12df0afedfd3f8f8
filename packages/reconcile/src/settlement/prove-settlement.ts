import { compareCodePoints } from "../code-points.ts";
import type { Finding } from "../exceptions/finding.ts";
import { type Settlement, type SettlementHeader, shownTexts } from "../records.ts";
import { NO_AMOUNTS, type SettlementAmounts } from "../reports/amounts.ts";
import type { SettlementRow } from "../reports/rows.ts";
import { type ProcessorConvention, REFUNDED_BASES } from "./bases.ts";
import { batchFinding } from "./batch-cells.ts";
import { type Comparison, compareDeclared } from "./compare-declared.ts";
import { comparisonFindings, rejectedFindings } from "./comparison-findings.ts";
import type { ProofContext } from "./context.ts";
import { conventionOf } from "./conventions.ts";
import { type CurrencySums, type SettlementSummary, summariseSettlement } from "./summarise-settlement.ts";

/** A batch set against its rows. */
export interface SettlementProof {
  /** One row a currency, sorted by it; one with an empty currency where none is known. Never empty. */
  readonly rows: readonly SettlementRow[];
  readonly findings: readonly Finding[];
}

/** What a summary is proved with. */
export interface SummaryContext extends Pick<ProofContext, "book" | "source" | "conventions"> {
  /** See `ComparedBatch`. */
  readonly declaredElsewhere: (difference: bigint, total: "captured" | "refunded") => string | null;
}

/**
 * Proves what a batch declares against the rows under it.
 *
 * The declared totals are compared in whole minor units, so a mismatch is found even where the currency is
 * not known and its cells stay empty. A mixed batch has nothing to compare with: each currency shows its own
 * computed cells only. For a batch whose details are not whole nothing is added up or claimed.
 */
export const proveSettlement = (settlement: Settlement, context: ProofContext): SettlementProof =>
  proveSummary(settlement.header, summariseSettlement(settlement, context), {
    ...context,
    declaredElsewhere: () => null,
  });

/** The same from what was read of the rows: nothing of it needs the rows again. */
export const proveSummary = (
  header: SettlementHeader,
  summary: SettlementSummary,
  context: SummaryContext,
): SettlementProof => {
  const convention = conventionOf(context.conventions, header.processorName);
  const comparison = compareSummary(header, summary, convention);
  const [{ currency, sums }] = summary.groups;
  const only = summary.groups.length === 1 ? currency : null;
  const { source, declaredElsewhere } = context;
  const about = { source, batchId: header.id, businessDate: summary.businessDate, currency: only };
  const { causes, resettled } = summary;
  const cells = [
    ...(comparison === null
      ? []
      : comparisonFindings({
          source,
          header,
          currency,
          sums,
          comparison,
          convention,
          causes,
          declaredElsewhere,
        })),
    ...rejectedFindings(header, only, { resettled, comparison }),
  ];
  return {
    rows: rowsOf(header, summary, { ...context, convention, comparison }),
    findings: [...cells.map((filled) => batchFinding(about, filled)), ...summary.findings],
  };
};

/** The rows of a proof alone. */
export const summaryRows = (
  header: SettlementHeader,
  summary: SettlementSummary,
  { book, conventions }: Pick<SummaryContext, "book" | "conventions">,
): SettlementProof["rows"] => {
  const convention = conventionOf(conventions, header.processorName);
  return rowsOf(header, summary, {
    book,
    convention,
    comparison: compareSummary(header, summary, convention),
  });
};

/** The declared totals of a batch set against its sums; `null` where there is nothing to compare them with. */
export const compareSummary = (
  { capturedMinor, refundedMinor }: SettlementHeader,
  { state, groups, refunds }: SettlementSummary,
  convention: ProcessorConvention,
): Comparison | null => {
  if (state === "unproven" || groups.length > 1) return null;
  const declared = { capturedMinor: BigInt(capturedMinor), refundedMinor: BigInt(refundedMinor) };
  const compared = { declared, sums: groups[0].sums, isRefundedElsewhere: refunds.isElsewhere };
  return compareDeclared(compared, convention);
};

interface RowContext extends Pick<SummaryContext, "book"> {
  readonly convention: ProcessorConvention;
  readonly comparison: Comparison | null;
}

interface Grouped extends Pick<SettlementSummary, "businessDate" | "state" | "groups"> {
  readonly group: CurrencySums;
}

const rowsOf = (
  header: SettlementHeader,
  summary: SettlementSummary,
  context: RowContext,
): readonly SettlementRow[] =>
  summary.groups
    .map((group) => rowOf(header, { ...summary, group }, context))
    .sort((left, right) => compareCodePoints(left.currency ?? "", right.currency ?? ""));

const rowOf = (header: SettlementHeader, summary: Grouped, context: RowContext): SettlementRow => {
  const { group, state, groups } = summary;
  const { comparison } = context;
  return {
    book: context.book,
    businessDate: summary.businessDate,
    batchId: header.id,
    ...shownTexts(header),
    accountId: header.accountId,
    terminalId: header.terminalId,
    processorName: header.processorName,
    status: header.status,
    state,
    currency: group.currency,
    currencySource: group.source,
    openedAt: header.openedAt,
    closedAt: header.closedAt,
    transactionsDeclared: groups.length > 1 ? null : header.transactionCount,
    transactionsListed: group.listed,
    transactionsCaptured: state === "unproven" ? null : group.sums.moved,
    capturedBasis: group.printable ? (comparison?.capturedBasis ?? null) : null,
    refundedBasis: group.printable ? (comparison?.refundedBasis ?? null) : null,
    ...(group.printable ? amountsOf(header, summary, context) : NO_AMOUNTS),
    exceptions: 0,
  };
};

const amountsOf = (
  header: SettlementHeader,
  { group, groups, state }: Grouped,
  { convention, comparison }: RowContext,
): SettlementAmounts => {
  if (comparison !== null) return comparison.amounts;
  if (groups.length === 1) {
    return {
      ...NO_AMOUNTS,
      captured_declared: BigInt(header.capturedMinor),
      refunded_declared: BigInt(header.refundedMinor),
    };
  }
  if (state === "unproven") return NO_AMOUNTS;
  const { grossMinor } = group.sums;
  const refunded = mixedRefunds(group, convention);
  return {
    ...NO_AMOUNTS,
    captured_computed: grossMinor,
    refunded_computed: refunded,
    net_computed: grossMinor - refunded,
  };
};

/** Nothing is declared for a single currency, so the convention decides, and without one whatever is there. */
const mixedRefunds = ({ sums }: CurrencySums, { refunded }: ProcessorConvention): bigint => {
  const usual = REFUNDED_BASES.find(({ name }) => name === refunded)?.figure(sums) ?? null;
  if (usual !== null) return usual;
  return sums.refundedOnOriginalMinor === 0n ? sums.refundRowsMinor : sums.refundedOnOriginalMinor;
};
