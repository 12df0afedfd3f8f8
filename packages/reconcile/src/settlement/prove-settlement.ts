import { compareCodePoints } from "../code-points.ts";
import type { Finding } from "../exceptions/finding.ts";
import { type Settlement, shownTexts } from "../records.ts";
import { NO_AMOUNTS, type SettlementAmounts } from "../reports/amounts.ts";
import type { SettlementRow } from "../reports/rows.ts";
import { batchFindings } from "./batch-findings.ts";
import { type Comparison, compareDeclared } from "./compare-declared.ts";
import type { ProofContext } from "./context.ts";
import type { CurrencyGroup } from "./currencies.ts";
import { isCountedHere, type Reading, readSettlement } from "./reading.ts";
import { type RowSums, sumRows } from "./row-sums.ts";
import { transactionFindings } from "./transaction-findings.ts";

/** A batch set against its rows. */
export interface SettlementProof {
  /** One row a currency, sorted by it; one with an empty currency where none is known. Never empty. */
  readonly rows: readonly SettlementRow[];
  readonly findings: readonly Finding[];
}

/**
 * Proves what a batch declares against the rows under it.
 *
 * The declared totals are compared in whole minor units, so a mismatch is found even where the currency is
 * not known and its cells stay empty. A mixed batch has nothing to compare with: each currency shows its own
 * computed cells only, refunds as R2. For a batch whose details are not whole nothing is added up or claimed.
 * Transactions that another batch counts are listed here and left out of every sum.
 */
export const proveSettlement = (settlement: Settlement, context: ProofContext): SettlementProof => {
  const reading = readSettlement(settlement, context);
  const proofs = reading.groups.map((group) => proveGroup(group, reading, context));
  const [only] = proofs;
  const comparison = reading.group === null ? null : (only?.comparison ?? null);
  return {
    rows: proofs.map(({ row }) => row).sort((l, r) => compareCodePoints(l.currency ?? "", r.currency ?? "")),
    findings: [
      ...batchFindings(reading, comparison, context),
      ...transactionFindings(settlement, reading, context),
    ],
  };
};

const proveGroup = (
  group: CurrencyGroup,
  reading: Reading,
  context: ProofContext,
): { readonly row: SettlementRow; readonly comparison: Comparison | null } => {
  const { header } = reading;
  const isProven = reading.state !== "unproven";
  const sums = sumRows(group.rows.filter(({ id }) => isCountedHere(id, header.id, context)));
  const comparison =
    isProven && reading.group !== null
      ? compareDeclared(sums, {
          capturedMinor: BigInt(header.capturedMinor),
          refundedMinor: BigInt(header.refundedMinor),
        })
      : null;
  const listed = new Set(group.rows.map(({ id }) => id)).size;
  const row: SettlementRow = {
    book: context.book,
    businessDate: reading.businessDate,
    batchId: header.id,
    ...shownTexts(header),
    accountId: header.accountId,
    terminalId: header.terminalId,
    processorName: header.processorName,
    status: header.status,
    state: reading.state,
    currency: group.currency,
    currencySource: group.source,
    openedAt: header.openedAt,
    closedAt: header.closedAt,
    transactionsDeclared: reading.group === null ? null : header.transactionCount,
    transactionsListed: listed === 0 && !isProven ? null : listed,
    transactionsCaptured: isProven ? sums.moved : null,
    capturedBasis: group.printable ? (comparison?.capturedBasis ?? null) : null,
    refundedBasis: group.printable ? (comparison?.refundedBasis ?? null) : null,
    ...(group.printable ? amountsOf(sums, comparison, reading) : NO_AMOUNTS),
    exceptions: 0,
  };
  return { row, comparison };
};

const amountsOf = (sums: RowSums, comparison: Comparison | null, reading: Reading): SettlementAmounts => {
  const { header, group, state } = reading;
  if (group === null) {
    if (state === "unproven") return NO_AMOUNTS;
    return {
      ...NO_AMOUNTS,
      captured_computed: sums.grossMinor,
      refunded_computed: sums.refundedOnOriginalMinor,
      net_computed: sums.grossMinor - sums.refundedOnOriginalMinor,
    };
  }
  return (
    comparison?.amounts ?? {
      ...NO_AMOUNTS,
      captured_declared: BigInt(header.capturedMinor),
      refunded_declared: BigInt(header.refundedMinor),
    }
  );
};
