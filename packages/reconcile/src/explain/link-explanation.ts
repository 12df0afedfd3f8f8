import { printedAmount, printedCount } from "../exceptions/figures.ts";
import { printedCharged } from "../links/link-variance.ts";
import type { PaymentRow } from "../links/PaymentRow.ts";
import type { SettlementRow } from "../reports/rows.ts";
import { capped, type Evidenced, type LinkedPayment } from "./Explanation.ts";

/** What credentials cost and what was paid for them, settlement by settlement. */
export const explainPayment = ({ row, claimed }: LinkedPayment): Evidenced => {
  const { lines: records, leftOut } = capped(claimed, ({ batchId, accountId, terminalId, state }) => ({
    kind: "batch" as const,
    id: batchId,
    says: [`account ${accountId}`, `terminal ${terminalId}`, `state ${state}`],
  }));
  const { lines: settlements } = capped(claimed, settlementLine);
  return {
    records,
    recordsLeftOut: leftOut,
    arithmetic: [
      ...costLines(row),
      ...settlements,
      ...(leftOut === 0 ? [] : [`and ${printedCount(leftOut, "more settlement")}, in the sums below`]),
      ...paidLines(row, claimed.length),
    ],
    notes:
      row.state === "final"
        ? []
        : [
            row.state === "unproven"
              ? "The cohort or a settlement that it may be paid by is unproven, so no difference is claimed."
              : "Not every claimed settlement is accepted yet.",
          ],
  };
};

const costLines = ({ per, charged, priceMinor, expectedMinor, currency }: PaymentRow): readonly string[] =>
  charged === null || expectedMinor === null
    ? [per === "person" ? "people: not known" : "credentials issued: not known"]
    : [
        `${printedCharged(per, charged)}${per === "person" ? "" : " issued"} × ${printedAmount(priceMinor, currency)} = ${printedAmount(expectedMinor, currency)} expected`,
      ];

const settlementLine = (row: SettlementRow): string => {
  const { batchId, businessDate, currency, captured_computed, refunded_computed, net_computed } = row;
  const where = `batch ${batchId} of ${businessDate}`;
  return captured_computed === null || refunded_computed === null || net_computed === null
    ? `${where}: not known, ${row.state}`
    : `${where}: captured ${printedAmount(captured_computed, currency)} − refunded ${printedAmount(refunded_computed, currency)} = ${printedAmount(net_computed, currency)}`;
};

const paidLines = (
  { capturedMinor, refundedMinor, netMinor, expectedMinor, differenceMinor, currency }: PaymentRow,
  settlements: number,
): readonly string[] => {
  if (capturedMinor === null || refundedMinor === null || netMinor === null) return ["paid: not known"];
  const paid = `${printedCount(settlements, "settlement")}: captured ${printedAmount(capturedMinor, currency)} − refunded ${printedAmount(refundedMinor, currency)} = ${printedAmount(netMinor, currency)} net`;
  return expectedMinor === null || differenceMinor === null
    ? [paid]
    : [
        paid,
        `net ${printedAmount(netMinor, currency)} − expected ${printedAmount(expectedMinor, currency)} = ${printedAmount(differenceMinor, currency)}`,
      ];
};
