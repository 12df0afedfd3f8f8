import type { DecisionRow } from "@tieout/reconcile";
import { table } from "./Table.ts";

/** `decisions.csv`, one row a decision. */
export const decisions = table<DecisionRow>({
  file: "decisions.csv",
  presence: "always",
  key: ["decided_at", "exception_id"],
  rows: ({ decisions }) => decisions,
  columns: [
    {
      name: "exception_id",
      kind: "own",
      meaning: "The exception that it is about, as in `exceptions.csv`.",
      of: (row) => row.exceptionId,
    },
    { name: "code", kind: "own", meaning: "The rule that does not hold.", of: (row) => row.code },
    { name: "entity", kind: "own", meaning: "What kind of thing it is about.", of: (row) => row.entity },
    { name: "entity_id", kind: "text", meaning: "The id of that thing.", of: (row) => row.entityId },
    { name: "decided_at", kind: "instant", meaning: "When it was decided.", of: (row) => row.decidedAt },
    { name: "as", kind: "own", meaning: "`accepted`, `waiting` or `assigned`.", of: (row) => row.as },
    { name: "by", kind: "text", meaning: "Who decided, as typed.", of: (row) => row.by },
    {
      name: "to",
      kind: "text",
      meaning: "Who has to see to it, as typed; empty unless it is `assigned`.",
      of: (row) => row.to,
    },
    {
      name: "until",
      kind: "day",
      meaning: "The day of the first report in which it holds no longer; empty where it has none.",
      of: (row) => row.until,
    },
    { name: "reason", kind: "text", meaning: "Why, as typed.", of: (row) => row.reason },
    {
      name: "state",
      kind: "own",
      meaning:
        "`holds`; `ended_changed`, `ended_until`, `ended_resolved` or `ended_expired`: it ended by itself; `replaced` by a later decision; `withdrawn`.",
      of: (row) => row.state,
    },
  ],
});
