import type { PaymentRow } from "@tieout/reconcile";
import { titleOf } from "../../config/sources.ts";
import { table } from "./Table.ts";

const SOURCE = titleOf("credentials");

/** `cohort-payments.csv`, one row a link. */
export const payments = table<PaymentRow>({
  file: "cohort-payments.csv",
  presence: "linked",
  key: ["book", "program_id", "cohort"],
  rows: ({ payments }) => payments,
  columns: [
    { name: "book", kind: "text", meaning: "The book of the report.", of: (row) => row.book },
    {
      name: "program_id",
      kind: "text",
      meaning: `${SOURCE}'s id of the linked programme.`,
      of: (row) => row.programId,
    },
    {
      name: "cohort",
      kind: "text",
      meaning:
        "The linked cohort, spelt as in `credentials-by-cohort.csv`; empty where the whole programme is linked.",
      of: (row) => row.cohort,
    },
    {
      name: "credentials_issued",
      kind: "count",
      meaning: "How many credentials were issued in what is linked.",
      of: (row) => row.credentialsIssued,
    },
    {
      name: "people",
      kind: "count",
      meaning: "How many people hold them; somebody in several cohorts of a programme is one.",
      of: (row) => row.people,
    },
    {
      name: "price",
      kind: "amount",
      meaning: "The price of a person or of a credential, as the link says.",
      of: (row) => row.priceMinor,
    },
    {
      name: "currency",
      kind: "own",
      meaning: "The currency of the row's amounts.",
      of: (row) => row.currency,
    },
    {
      name: "expected",
      kind: "amount",
      meaning: "People, or credentials where the link charges those, times the price.",
      of: (row) => row.expectedMinor,
    },
    {
      name: "captured",
      kind: "amount",
      meaning: "What the claimed settlement batches captured, computed from their rows.",
      of: (row) => row.capturedMinor,
    },
    {
      name: "refunded",
      kind: "amount",
      meaning: "What they refunded, computed from their rows.",
      of: (row) => row.refundedMinor,
    },
    { name: "net", kind: "amount", meaning: "Captured less refunded.", of: (row) => row.netMinor },
    {
      name: "difference",
      kind: "amount",
      meaning:
        "Net less expected: positive where more was paid than expected; empty where the row is `unproven`.",
      of: (row) => row.differenceMinor,
    },
    {
      name: "state",
      kind: "own",
      meaning:
        "`final`; `provisional` where a claimed settlement batch is not accepted yet; `unproven` where the cohort or a settlement batch that may pay it is.",
      of: (row) => row.state,
    },
  ],
});
