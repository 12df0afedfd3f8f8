import { type CountedRow, currencyExponent, type SettlementHeader } from "@tieout/reconcile";
import { titleOf } from "../config/sources.ts";
import { type Column, printCell } from "./tables/column.ts";

/** A row of `tieout export transactions`. */
export interface TransactionRow extends CountedRow {
  readonly book: string;
  readonly businessDate: string;
  readonly header: SettlementHeader;
}

const SOURCE = titleOf("settlements");

const minor = (of: number | null | undefined): bigint | null =>
  of === null || of === undefined ? null : BigInt(of);

/** The columns of `tieout export transactions`; its rows are in the order of book, business_date, batch_id, position. */
export const TRANSACTION_COLUMNS: ReadonlyArray<Column<TransactionRow>> = [
  { name: "book", kind: "text", meaning: "The book.", of: (row) => row.book },
  {
    name: "business_date",
    kind: "day",
    meaning: "The business day of the batch.",
    of: (row) => row.businessDate,
  },
  {
    name: "batch_id",
    kind: "text",
    meaning: `${SOURCE}'s id of the batch that lists it.`,
    of: ({ header }) => header.id,
  },
  {
    name: "processor_batch_id",
    kind: "text",
    meaning: "The batch's number on the processor's statements.",
    of: ({ header }) => header.processorBatchId ?? null,
  },
  {
    name: "transaction_id",
    kind: "text",
    meaning: `${SOURCE}'s id of the transaction; empty for an invalid record without one.`,
    of: (row) => row.transactionId,
  },
  {
    name: "position",
    kind: "count",
    meaning: "Its place among the rows of the batch, from 1, in the order listed; invalid records come last.",
    of: (row) => row.position,
  },
  {
    name: "type",
    kind: "text",
    meaning: `The type as ${SOURCE} says it.`,
    of: ({ row }) => row?.type ?? null,
  },
  {
    name: "status",
    kind: "text",
    meaning: `The status as ${SOURCE} says it.`,
    of: ({ row }) => row?.status ?? null,
  },
  {
    name: "currency",
    kind: "text",
    meaning: "The currency of its amounts: its own, else that of the batch.",
    of: (row) => row.currency,
  },
  {
    name: "total",
    kind: "amount",
    meaning: "Its total as listed; of a row that counts as a refund its size.",
    of: (row) => minor(row.totalMinor),
  },
  {
    name: "reversed",
    kind: "amount",
    meaning: "What was reversed of it.",
    of: ({ row }) => minor(row?.reversedMinor),
  },
  {
    name: "refunded",
    kind: "amount",
    meaning: "What was refunded of it, as the row itself says.",
    of: ({ row }) => minor(row?.refundedMinor),
  },
  {
    name: "base",
    kind: "amount",
    meaning:
      "What it counts with as captured: its total, or what was authorised of it, less what was reversed.",
    of: (row) => minor(row.baseMinor),
  },
  {
    name: "counted",
    kind: "own",
    meaning: "`captured`, `refund`, or empty where it counts nowhere in this batch.",
    of: (row) => row.counted,
  },
  {
    name: "reason",
    kind: "text",
    meaning:
      "Why it counts nowhere, in one word: its status or type (`declined`, `reversal`, …), `reversed` (wholly), `other_batch` (another batch counts it), `repeat`, `history` (a later event of the transaction counts), `conflict`, `unknown_type`, `unknown_status`, `invalid` (it breaks the spec and was left out).",
    of: (row) => row.reason,
  },
];

/** Minor units of a currency that is unknown have no decimal form, and stay empty as they do in a report. */
const printableCurrency = ({ currency }: TransactionRow): string | null =>
  currency !== null && currencyExponent(currency) !== undefined ? currency : null;

/** The cells of a row, printed. */
export const printTransaction = (row: TransactionRow): ReadonlyArray<string> =>
  TRANSACTION_COLUMNS.map((column) => printCell(column, row, printableCurrency(row)));
