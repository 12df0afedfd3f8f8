import type { ExceptionRow } from "@tieout/reconcile";
import { type Column, count, figure, outside, own } from "./column.ts";

/** `exceptions.csv`, one row an exception. */
export const exceptionColumns: ReadonlyArray<Column<ExceptionRow>> = [
  {
    name: "exception_id",
    meaning: "The same on every night for the same book, code, entity and entity id.",
    cell: (row) => own(row.exceptionId),
  },
  { name: "code", meaning: "The rule that does not hold.", cell: (row) => own(row.code) },
  {
    name: "severity",
    meaning: "`critical`, `high`, `medium`, `low` or `info`.",
    cell: (row) => own(row.severity),
  },
  { name: "book", meaning: "The book of the report.", cell: (row) => outside(row.book) },
  { name: "source", meaning: "`record` or `koard`.", cell: (row) => own(row.source) },
  { name: "entity", meaning: "What kind of thing it is about.", cell: (row) => own(row.entity) },
  { name: "entity_id", meaning: "The id of that thing.", cell: (row) => outside(row.entityId) },
  {
    name: "business_date",
    meaning: "The business day of the batch, where there is one.",
    cell: (row) => own(row.businessDate),
  },
  { name: "currency", meaning: "The currency of the amounts.", cell: (row) => outside(row.currency) },
  { name: "expected", meaning: "What should be there.", cell: (row) => figure(row.expected) },
  { name: "actual", meaning: "What is there.", cell: (row) => figure(row.actual) },
  {
    name: "money_at_stake",
    meaning: "The amount that hangs on it.",
    cell: (row) => own(row.moneyAtStake),
  },
  {
    name: "first_seen",
    meaning: "The day of the first report that had it.",
    cell: (row) => own(row.firstSeen),
  },
  { name: "nights", meaning: "How many report days had it.", cell: (row) => count(row.nights) },
  {
    name: "status",
    meaning: "`new`, `open`, or `resolved`: listed once more in the first report in which it is gone.",
    cell: (row) => own(row.status),
  },
  {
    name: "what_happened",
    meaning: "One sentence with the figures in it.",
    cell: (row) => outside(row.whatHappened),
  },
  { name: "what_to_do", meaning: "One sentence.", cell: (row) => outside(row.whatToDo) },
];
