import type { RestatementRow } from "@tieout/reconcile";
import { type Column, figure, outside, own } from "./column.ts";

/** `restatements.csv`, one row a figure that was published otherwise. */
export const restatementColumns: ReadonlyArray<Column<RestatementRow>> = [
  { name: "book", meaning: "The book of the report.", cell: (row) => outside(row.book) },
  { name: "source", meaning: "`record` or `koard`.", cell: (row) => own(row.source) },
  { name: "entity", meaning: "`batch` or `credential_batch`.", cell: (row) => own(row.entity) },
  { name: "entity_id", meaning: "The id of the batch.", cell: (row) => outside(row.entityId) },
  {
    name: "business_date",
    meaning: "Its business day as published; as it is now where nothing was published.",
    cell: (row) => own(row.businessDate),
  },
  { name: "field", meaning: "Which figure of the batch.", cell: (row) => own(row.field) },
  {
    name: "currency",
    meaning: "The currency of the row that shows it, of counts and texts too; empty where it has none.",
    cell: (row) => outside(row.currency),
  },
  {
    name: "published",
    meaning: "The figure as it was published last; empty where it was not.",
    cell: (row) => figure(row.published),
  },
  {
    name: "restated",
    meaning: "The figure now; empty where the batch is no longer listed.",
    cell: (row) => figure(row.restated),
  },
  {
    name: "difference",
    meaning: "Restated less published, an empty side counting as zero; empty for texts.",
    cell: (row) => figure(row.difference),
  },
  {
    name: "first_published_in",
    meaning: "`<day>/r<N>` of the first report that showed the published figure.",
    cell: (row) => own(row.firstPublishedIn),
  },
  {
    name: "cause",
    meaning:
      "The first that applies to the batch: `vanished`, `appeared_late`, `reopened`, `status_change` (to or from void), `details_available`, `late_refund`, `count_change`, `amount_change`.",
    cell: (row) => own(row.cause),
  },
];
