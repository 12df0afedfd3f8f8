import type { RestatementRow } from "@tieout/reconcile";
import { SOURCE_MEANING } from "./column.ts";
import { table } from "./Table.ts";

/** `restatements.csv`, one row a figure that was published otherwise. */
export const restatements = table<RestatementRow>({
  file: "restatements.csv",
  presence: "always",
  key: ["book", "business_date", "source", "entity", "entity_id", "currency", "field"],
  rows: ({ restatements }) => restatements,
  columns: [
    { name: "book", kind: "text", meaning: "The book of the report.", of: (row) => row.book },
    { name: "source", kind: "own", meaning: SOURCE_MEANING, of: (row) => row.source },
    { name: "entity", kind: "own", meaning: "`batch` or `credential_batch`.", of: (row) => row.entity },
    { name: "entity_id", kind: "text", meaning: "The id of the batch.", of: (row) => row.entityId },
    {
      name: "business_date",
      kind: "day",
      meaning: "Its business day as published; as it is now where nothing was published.",
      of: (row) => row.businessDate,
    },
    {
      name: "field",
      kind: "own",
      meaning: "Which figure of the batch, or what it is told by.",
      of: (row) => row.field,
    },
    {
      name: "currency",
      kind: "text",
      meaning: "The currency of the row that shows it, of counts and texts too; empty where it has none.",
      of: (row) => row.currency,
    },
    {
      name: "published",
      kind: "figure",
      meaning: "The figure as it was published last; empty where it was not.",
      of: (row) => row.published,
    },
    {
      name: "restated",
      kind: "figure",
      meaning: "The figure now; empty where the batch is no longer listed.",
      of: (row) => row.restated,
    },
    {
      name: "difference",
      kind: "figure",
      meaning: "Restated less published, an empty side counting as zero; empty for texts.",
      of: (row) => row.difference,
    },
    {
      name: "first_published_in",
      kind: "own",
      meaning:
        "`<day>/r<N>` of the first report that showed the published figure; empty where nothing was published.",
      of: (row) => row.firstPublishedIn,
    },
    {
      name: "cause",
      kind: "own",
      meaning:
        "The first that applies to the batch: `vanished`, `appeared_late`, `reopened`, `status_change` (to or from void), `details_available`, `moved`, `convention`, `rules`, `late_refund`, `count_change`, `amount_change`.",
      of: (row) => row.cause,
    },
  ],
});
