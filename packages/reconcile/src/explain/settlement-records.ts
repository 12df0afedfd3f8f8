import { printedAmount, printedCount } from "../exceptions/figures.ts";
import { normaliseCurrency } from "../money/currency.ts";
import type { SettlementHeader, Transaction } from "../records.ts";
import { baseMinor, isRefundGiven, movedMoney } from "../settlement/moved-money.ts";
import { isMovedStatus, kindOfType } from "../settlement/vocabulary.ts";
import type { RecordLine } from "./Explanation.ts";

/** What a settlement batch says of itself. */
export const batchRecord = (
  { id, ...header }: SettlementHeader,
  businessDate: string,
  currency: string | null,
): RecordLine => ({
  kind: "batch",
  id,
  says: [
    `business day ${businessDate}`,
    `status ${header.status}`,
    `opened ${header.openedAt}`,
    header.closedAt === null ? "not closed" : `closed ${header.closedAt}`,
    `account ${header.accountId}`,
    `terminal ${header.terminalId}`,
    `declares ${printedCount(header.transactionCount, "transaction")}`,
    `captured ${printedAmount(header.capturedMinor, currency)}`,
    `refunded ${printedAmount(header.refundedMinor, currency)}`,
  ],
});

/** How a row of a batch was counted. */
export interface RowCounting {
  /** The batch that lists it. */
  readonly batchId: string;
  readonly currency: string | null;
  /** Whether it is a repeat of a row, or differs from the row of its transaction that counts. */
  readonly isLeftOut: boolean;
  /** The other batch that counts its transaction. */
  readonly countedIn: string | null;
}

/** What a row of a settlement batch says, and how it was counted. */
export const rowRecord = (
  row: Transaction,
  { batchId, currency, isLeftOut, countedIn }: RowCounting,
): RecordLine => {
  const own = normaliseCurrency(row.currency) ?? currency;
  const part = (what: string, minor: number | null): readonly string[] =>
    minor === null ? [] : [`${what} ${printedAmount(minor, own)}`];
  return {
    kind: "transaction",
    id: row.id,
    says: [
      `listed in batch ${batchId}`,
      ...(row.batchId === null ? [] : [`names batch ${row.batchId}`]),
      `type ${row.type ?? "(none)"}`,
      `status ${row.status ?? "(none)"}${row.statusReason === null ? "" : ` (${row.statusReason})`}`,
      ...part("total", row.totalMinor),
      ...part("authorised", row.authorizedMinor),
      ...part("reversed", row.reversedMinor),
      ...part("refunded", row.refundedMinor),
      isLeftOut
        ? "left out: a repeat, or another row of the same transaction counts"
        : countedIn === null
          ? countedAs(row, own)
          : `left out: counted in batch ${countedIn}`,
    ],
  };
};

const countedAs = (row: Transaction, currency: string | null): string => {
  if (movedMoney(row)) return `counted with ${printedAmount(baseMinor(row), currency)}`;
  if (isRefundGiven(row)) return "counted as a refund row";
  if (kindOfType(row.type) === "unknown") return "in no total: nobody documents its type";
  if (kindOfType(row.type) !== "capture") return "moved no money: its type is no capture's";
  return isMovedStatus(row.status) ? "moved no money: wholly reversed" : "moved no money: its status says so";
};
