import type { CohortRow } from "@tieout/reconcile";
import { type Column, count, outside, own } from "./column.ts";

/** `credentials-by-cohort.csv`, one row a cohort. */
export const cohortColumns: ReadonlyArray<Column<CohortRow>> = [
  { name: "book", meaning: "The book of the report.", cell: (row) => outside(row.book) },
  { name: "mode", meaning: "`live` or `test`, as the batches say.", cell: (row) => outside(row.mode) },
  { name: "program_id", meaning: "Record's id of the programme.", cell: (row) => outside(row.programId) },
  {
    name: "program_name",
    meaning: "The programme's name today; empty where Record does not list the programme.",
    cell: (row) => outside(row.programName),
  },
  {
    name: "cohort",
    meaning: "The cohort's name, spelt as its earliest batch spells it.",
    cell: (row) => outside(row.cohort),
  },
  { name: "batches", meaning: "How many credential batches it has.", cell: (row) => count(row.batches) },
  {
    name: "credentials_declared",
    meaning: "How many credentials Record's list says these batches hold.",
    cell: (row) => count(row.credentialsDeclared),
  },
  {
    name: "credentials_issued",
    meaning: "How many different credentials the details of its batches with status `issued` hold.",
    cell: (row) => count(row.credentialsIssued),
  },
  {
    name: "people",
    meaning: "How many different e-mail addresses hold those credentials; unusable addresses are not people.",
    cell: (row) => count(row.people),
  },
  {
    name: "reissued",
    meaning: "How many of them went to somebody who already held an earlier one of the programme.",
    cell: (row) => count(row.reissued),
  },
  {
    name: "other_status",
    meaning: "How many different credentials stand in batches with any other status.",
    cell: (row) => count(row.otherStatus),
  },
  {
    name: "issued_in_window",
    meaning: "How many of `credentials_issued` were issued in the window of the report.",
    cell: (row) => count(row.issuedInWindow),
  },
  {
    name: "first_issued_at",
    meaning: "When the earliest of its batches was issued.",
    cell: (row) => own(row.firstIssuedAt),
  },
  {
    name: "last_issued_at",
    meaning: "When the latest of its batches was issued.",
    cell: (row) => own(row.lastIssuedAt),
  },
  {
    name: "expected",
    meaning: "How many people or credentials the cohort's roster names; empty without a roster.",
    cell: (row) => count(row.expected),
  },
  {
    name: "missing",
    meaning: "How many of the roster have no credential; empty without a roster.",
    cell: (row) => count(row.missing),
  },
  {
    name: "unexpected",
    meaning: "How many credentials the roster does not name; empty without a roster.",
    cell: (row) => count(row.unexpected),
  },
  {
    name: "state",
    meaning:
      "`final`, or `unproven` where details cannot be had, hold an invalid recipient, or differ from the declared count.",
    cell: (row) => own(row.state),
  },
  {
    name: "exceptions",
    meaning: "How many open exceptions are about this cohort, a batch of it or a credential in one.",
    cell: (row) => count(row.exceptions),
  },
  {
    name: "batch_ids",
    meaning: "Record's ids of its batches, joined by `;`.",
    cell: (row) => outside(row.batchIds.join(";")),
  },
];
