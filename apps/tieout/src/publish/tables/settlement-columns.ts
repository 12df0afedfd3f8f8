import type { DayRow, SettlementAmounts, SettlementRow } from "@tieout/reconcile";
import { amount, type Column, count, outside, own } from "./column.ts";

type Amounts = SettlementAmounts & { readonly currency: string | null };

const captured: ReadonlyArray<Column<Amounts>> = [
  {
    name: "captured_declared",
    meaning: "The captured total that Koard declares.",
    cell: (row) => amount(row.captured_declared, row.currency),
  },
  {
    name: "captured_computed",
    meaning: "The sum of the bases of the rows that moved money.",
    cell: (row) => amount(row.captured_computed, row.currency),
  },
  {
    name: "captured_difference",
    meaning: "Declared less the figure of the basis that matches, or of `gross` where none does.",
    cell: (row) => amount(row.captured_difference, row.currency),
  },
];

const refunded: ReadonlyArray<Column<Amounts>> = [
  {
    name: "refunded_declared",
    meaning: "The refunded total that Koard declares.",
    cell: (row) => amount(row.refunded_declared, row.currency),
  },
  {
    name: "refunded_computed",
    meaning: "What the rows say was refunded, on the basis that matches.",
    cell: (row) => amount(row.refunded_computed, row.currency),
  },
  {
    name: "refunded_difference",
    meaning: "Declared less computed.",
    cell: (row) => amount(row.refunded_difference, row.currency),
  },
];

const net: ReadonlyArray<Column<Amounts>> = [
  {
    name: "net_declared",
    meaning: "Captured less refunded, from the declared totals on the basis that matches.",
    cell: (row) => amount(row.net_declared, row.currency),
  },
  {
    name: "net_computed",
    meaning: "Captured less refunded, from the rows.",
    cell: (row) => amount(row.net_computed, row.currency),
  },
  {
    name: "unexplained",
    meaning: "Net declared less net computed: what no rule explains.",
    cell: (row) => amount(row.unexplained, row.currency),
  },
];

/** `settlement-by-batch.csv`, one row a settlement batch and currency. */
export const settlementColumns: ReadonlyArray<Column<SettlementRow>> = [
  { name: "book", meaning: "The book of the report.", cell: (row) => outside(row.book) },
  {
    name: "business_date",
    meaning: "The business day of `closed_at`, else of `opened_at`.",
    cell: (row) => own(row.businessDate),
  },
  { name: "batch_id", meaning: "Koard's id of the batch.", cell: (row) => outside(row.batchId) },
  {
    name: "processor_batch_id",
    meaning: "The number on the processor's statements, where Koard shows it.",
    cell: (row) => outside(row.processorBatchId),
  },
  { name: "account_id", meaning: "The account that owns it.", cell: (row) => outside(row.accountId) },
  {
    name: "terminal_id",
    meaning: "The terminal it was collected on.",
    cell: (row) => outside(row.terminalId),
  },
  {
    name: "processor_name",
    meaning: "The processor that settles it.",
    cell: (row) => outside(row.processorName),
  },
  { name: "status", meaning: "The status as Koard says it.", cell: (row) => outside(row.status) },
  {
    name: "state",
    meaning:
      "`final`, `pending`, `review`, `void` or `open` after the status; `unproven` where its details are not whole.",
    cell: (row) => own(row.state),
  },
  {
    name: "currency",
    meaning: "The currency of the row's amounts; empty where none is known.",
    cell: (row) => outside(row.currency),
  },
  {
    name: "currency_source",
    meaning: "`transactions`, or `assumed` from the configuration.",
    cell: (row) => own(row.currencySource),
  },
  { name: "opened_at", meaning: "When the batch was opened.", cell: (row) => own(row.openedAt) },
  {
    name: "closed_at",
    meaning: "When the batch was closed; empty while it is open.",
    cell: (row) => own(row.closedAt),
  },
  {
    name: "transactions_declared",
    meaning: "How many transactions Koard declares.",
    cell: (row) => count(row.transactionsDeclared),
  },
  {
    name: "transactions_listed",
    meaning: "How many different transactions could be read.",
    cell: (row) => count(row.transactionsListed),
  },
  {
    name: "transactions_captured",
    meaning: "How many of those moved money.",
    cell: (row) => count(row.transactionsCaptured),
  },
  ...captured,
  {
    name: "captured_basis",
    meaning:
      "Which reading of the rows gives the declared captured total: `gross`, `before_reversals`, `net_of_refunds` or `none`.",
    cell: (row) => own(row.capturedBasis),
  },
  ...refunded,
  {
    name: "refunded_basis",
    meaning:
      "Which reading of the rows gives the declared refunded total: `on_original`, `refund_rows`, `both` or `none`.",
    cell: (row) => own(row.refundedBasis),
  },
  ...net,
  {
    name: "exceptions",
    meaning: "How many open exceptions are about this batch or a transaction listed in it.",
    cell: (row) => count(row.exceptions),
  },
];

/** `settlement-by-day.csv`, one row a business day, account, currency and state. */
export const dayColumns: ReadonlyArray<Column<DayRow>> = [
  { name: "book", meaning: "The book of the report.", cell: (row) => outside(row.book) },
  { name: "business_date", meaning: "The business day.", cell: (row) => own(row.businessDate) },
  {
    name: "account_id",
    meaning: "The account that owns the batches.",
    cell: (row) => outside(row.accountId),
  },
  { name: "currency", meaning: "The currency of the amounts.", cell: (row) => outside(row.currency) },
  {
    name: "state",
    meaning: "The state of the batches, as in `settlement-by-batch.csv`.",
    cell: (row) => own(row.state),
  },
  {
    name: "batches",
    meaning: "How many rows of `settlement-by-batch.csv` are summed.",
    cell: (row) => count(row.batches),
  },
  {
    name: "transactions_captured",
    meaning: "How many transactions moved money.",
    cell: (row) => count(row.transactionsCaptured),
  },
  ...captured,
  ...refunded,
  ...net,
];
