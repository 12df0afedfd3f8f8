import type { PaymentRow } from "@tieout/reconcile";
import { amount, type Column, count, outside, own } from "./column.ts";

/** `cohort-payments.csv`, one row a link. */
export const paymentColumns: ReadonlyArray<Column<PaymentRow>> = [
  { name: "book", meaning: "The book of the report.", cell: (row) => outside(row.book) },
  {
    name: "program_id",
    meaning: "Record's id of the linked programme.",
    cell: (row) => outside(row.programId),
  },
  {
    name: "cohort",
    meaning:
      "The linked cohort, spelt as in `credentials-by-cohort.csv`; empty where the whole programme is linked.",
    cell: (row) => outside(row.cohort),
  },
  {
    name: "credentials_issued",
    meaning: "How many credentials were issued in what is linked.",
    cell: (row) => count(row.credentialsIssued),
  },
  {
    name: "people",
    meaning: "How many people hold them; empty for a programme of several cohorts.",
    cell: (row) => count(row.people),
  },
  {
    name: "price",
    meaning: "The price of one credential, as the link says.",
    cell: (row) => amount(row.priceMinor, row.currency),
  },
  { name: "currency", meaning: "The currency of the row's amounts.", cell: (row) => own(row.currency) },
  {
    name: "expected",
    meaning: "Credentials issued times the price.",
    cell: (row) => amount(row.expectedMinor, row.currency),
  },
  {
    name: "captured",
    meaning: "What the claimed settlement batches captured, computed from their rows.",
    cell: (row) => amount(row.capturedMinor, row.currency),
  },
  {
    name: "refunded",
    meaning: "What they refunded, computed from their rows.",
    cell: (row) => amount(row.refundedMinor, row.currency),
  },
  { name: "net", meaning: "Captured less refunded.", cell: (row) => amount(row.netMinor, row.currency) },
  {
    name: "difference",
    meaning:
      "Net less expected: positive where more was paid than expected; empty where the row is `unproven`.",
    cell: (row) => amount(row.differenceMinor, row.currency),
  },
  {
    name: "state",
    meaning:
      "`final`; `provisional` where a claimed settlement batch is not accepted yet; `unproven` where the cohort or a settlement batch that may pay it is.",
    cell: (row) => own(row.state),
  },
];
