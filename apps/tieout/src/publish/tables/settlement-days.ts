import type { DayRow } from "@tieout/reconcile";
import { amountColumns } from "./amount-columns.ts";
import { table } from "./Table.ts";

/** `settlement-by-day.csv`, one row a business day, account, currency and state. */
export const settlementDays = table<DayRow>({
  file: "settlement-by-day.csv",
  presence: "settlements",
  key: ["book", "business_date", "account_id", "currency", "state"],
  rows: ({ days }) => days,
  columns: [
    { name: "book", kind: "text", meaning: "The book of the report.", of: (row) => row.book },
    { name: "business_date", kind: "day", meaning: "The business day.", of: (row) => row.businessDate },
    {
      name: "account_id",
      kind: "text",
      meaning: "The account that owns the batches.",
      of: (row) => row.accountId,
    },
    { name: "currency", kind: "text", meaning: "The currency of the amounts.", of: (row) => row.currency },
    {
      name: "state",
      kind: "own",
      meaning: "The state of the batches, as in `settlement-by-batch.csv`.",
      of: (row) => row.state,
    },
    {
      name: "batches",
      kind: "count",
      meaning: "How many rows of `settlement-by-batch.csv` are summed.",
      of: (row) => row.batches,
    },
    {
      name: "transactions_captured",
      kind: "count",
      meaning: "How many transactions moved money.",
      of: (row) => row.transactionsCaptured,
    },
    ...amountColumns("captured"),
    ...amountColumns("refunded"),
    ...amountColumns("net"),
  ],
});
