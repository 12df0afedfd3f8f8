import { CAPTURED_BASES, NO_BASIS, REFUNDED_BASES, type SettlementRow } from "@tieout/reconcile";
import { titleOf } from "../../config/sources.ts";
import { amountColumns } from "./amount-columns.ts";
import { table } from "./Table.ts";

const basisNames = (bases: ReadonlyArray<{ readonly name: string }>): string =>
  `${bases.map(({ name }) => `\`${name}\``).join(", ")} or \`${NO_BASIS}\``;

const SOURCE = titleOf("settlements");

/** `settlement-by-batch.csv`, one row a settlement batch and currency. */
export const settlements = table<SettlementRow>({
  file: "settlement-by-batch.csv",
  presence: "settlements",
  key: ["book", "business_date", "batch_id", "currency"],
  rows: ({ settlements }) => settlements,
  columns: [
    { name: "book", kind: "text", meaning: "The book of the report.", of: (row) => row.book },
    {
      name: "business_date",
      kind: "day",
      meaning: "The business day of `closed_at`, else of `opened_at`.",
      of: (row) => row.businessDate,
    },
    { name: "batch_id", kind: "text", meaning: `${SOURCE}'s id of the batch.`, of: (row) => row.batchId },
    {
      name: "processor_batch_id",
      kind: "text",
      meaning: `The number on the processor's statements, where ${SOURCE} shows it.`,
      of: (row) => row.processorBatchId,
    },
    { name: "account_id", kind: "text", meaning: "The account that owns it.", of: (row) => row.accountId },
    {
      name: "terminal_id",
      kind: "text",
      meaning: "The terminal it was collected on.",
      of: (row) => row.terminalId,
    },
    {
      name: "processor_name",
      kind: "text",
      meaning: "The processor that settles it.",
      of: (row) => row.processorName,
    },
    { name: "status", kind: "text", meaning: `The status as ${SOURCE} says it.`, of: (row) => row.status },
    {
      name: "state",
      kind: "own",
      meaning:
        "`final`, `pending`, `review`, `void` or `open` after the status; `unproven` where its details are not whole.",
      of: (row) => row.state,
    },
    {
      name: "currency",
      kind: "text",
      meaning: "The currency of the row's amounts; empty where none is known.",
      of: (row) => row.currency,
    },
    {
      name: "currency_source",
      kind: "own",
      meaning: "`transactions`, or `assumed` from the configuration.",
      of: (row) => row.currencySource,
    },
    { name: "opened_at", kind: "instant", meaning: "When the batch was opened.", of: (row) => row.openedAt },
    {
      name: "closed_at",
      kind: "instant",
      meaning: "When the batch was closed; empty while it is open.",
      of: (row) => row.closedAt,
    },
    {
      name: "transactions_declared",
      kind: "count",
      meaning: `How many transactions ${SOURCE} declares.`,
      of: (row) => row.transactionsDeclared,
    },
    {
      name: "transactions_listed",
      kind: "count",
      meaning: "How many different transactions could be read.",
      of: (row) => row.transactionsListed,
    },
    {
      name: "transactions_captured",
      kind: "count",
      meaning: "How many of those moved money.",
      of: (row) => row.transactionsCaptured,
    },
    ...amountColumns("captured"),
    {
      name: "captured_basis",
      kind: "own",
      meaning: `Which reading of the rows gives the declared captured total: ${basisNames(CAPTURED_BASES)}.`,
      of: (row) => row.capturedBasis,
    },
    ...amountColumns("refunded"),
    {
      name: "refunded_basis",
      kind: "own",
      meaning: `Which reading of the rows gives the declared refunded total: ${basisNames(REFUNDED_BASES)}.`,
      of: (row) => row.refundedBasis,
    },
    ...amountColumns("net"),
    {
      name: "exceptions",
      kind: "count",
      meaning: "How many open exceptions are about this batch or a transaction listed in it.",
      of: (row) => row.exceptions,
    },
  ],
});
