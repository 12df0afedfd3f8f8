import {
  compareCodePoints,
  compareExceptions,
  type ExceptionRow,
  type ListedException,
  parseAmount,
} from "@tieout/reconcile";
import { SOURCE_MEANING } from "./column.ts";
import { table } from "./Table.ts";

/** Rows are kept as JSON, which has no number of this kind, so they hold their amount as a decimal. */
const moneyAtStakeMinor = ({ exceptionId, moneyAtStake, currency }: ExceptionRow): bigint | null => {
  if (moneyAtStake === null || currency === null) return null;
  const minor = parseAmount(moneyAtStake, currency);
  if (minor === undefined)
    throw new RangeError(`${exceptionId} has ${moneyAtStake} at stake, which is no amount in ${currency}`);
  return minor;
};

/** The batch that an exception joins to: a cohort, a programme or a run has several, or none, and joins to none. */
const batchIdOf = ({ entity, entityId, batchIds }: ExceptionRow): string | null => {
  switch (entity) {
    case "batch":
    case "credential_batch":
      return entityId;
    case "transaction":
    case "credential":
      return batchIds.toSorted(compareCodePoints)[0] ?? null;
    default:
      return null;
  }
};

/** `exceptions.csv`, one row an exception. */
export const exceptions = table<ListedException>({
  file: "exceptions.csv",
  presence: "always",
  key: ["severity", "currency", "money_at_stake", "exception_id"],
  identity: ["exception_id"],
  compare: compareExceptions,
  rows: ({ exceptions }) => exceptions,
  columns: [
    {
      name: "exception_id",
      kind: "own",
      meaning: "The same on every night for the same book, code, entity and entity id.",
      of: (row) => row.exceptionId,
    },
    { name: "code", kind: "own", meaning: "The rule that does not hold.", of: (row) => row.code },
    {
      name: "severity",
      kind: "own",
      meaning: "`critical`, `high`, `medium`, `low` or `info`.",
      of: (row) => row.severity,
    },
    { name: "book", kind: "text", meaning: "The book of the report.", of: (row) => row.book },
    { name: "source", kind: "own", meaning: SOURCE_MEANING, of: (row) => row.source },
    { name: "entity", kind: "own", meaning: "What kind of thing it is about.", of: (row) => row.entity },
    { name: "entity_id", kind: "text", meaning: "The id of that thing.", of: (row) => row.entityId },
    {
      name: "batch_id",
      kind: "text",
      meaning:
        "The batch, or the first by id that lists the transaction or holds the credential, to join by; empty for what is in none.",
      of: batchIdOf,
    },
    {
      name: "business_date",
      kind: "day",
      meaning: "The business day of the batch, where there is one.",
      of: (row) => row.businessDate,
    },
    { name: "currency", kind: "text", meaning: "The currency of the amounts.", of: (row) => row.currency },
    { name: "expected", kind: "figure", meaning: "What should be there.", of: (row) => row.expected },
    { name: "actual", kind: "figure", meaning: "What is there.", of: (row) => row.actual },
    {
      name: "money_at_stake",
      kind: "amount",
      meaning: "The amount that hangs on it.",
      of: moneyAtStakeMinor,
    },
    {
      name: "likely_cause",
      kind: "text",
      meaning:
        "Where an amount that does not tie out equals something else that is known, what it equals: `row:<transaction id>`, `tips`, `surcharges`, `taxes`, `left_out` (rows that count nowhere) or `batch:<id>`.",
      of: (row) => row.likelyCause ?? null,
    },
    {
      name: "first_seen",
      kind: "day",
      meaning: "The day of the first report that had it.",
      of: (row) => row.firstSeen,
    },
    {
      name: "nights",
      kind: "count",
      meaning: "On how many report days it was new or open.",
      of: (row) => row.nights,
    },
    {
      name: "status",
      kind: "own",
      meaning:
        "`new`, `open`, `resolved` (listed once more in the first report in which it is gone), or `expired`: what is low or info is listed once more `--days` days after it was last new, and then not until its figures change.",
      of: (row) => row.status,
    },
    {
      name: "decision",
      kind: "own",
      meaning:
        "What people decided about it, where that holds: `accepted`, `waiting` or `assigned`; `decisions.csv` says who and why.",
      of: (row) => row.decision?.as ?? null,
    },
    {
      name: "decision_until",
      kind: "day",
      meaning: "The day of the first report in which that holds no longer; empty where it has none.",
      of: (row) => row.decision?.until ?? null,
    },
    {
      name: "what_happened",
      kind: "text",
      meaning: "One sentence with the figures in it.",
      of: (row) => row.whatHappened,
    },
    { name: "what_to_do", kind: "text", meaning: "One sentence.", of: (row) => row.whatToDo },
  ],
});
