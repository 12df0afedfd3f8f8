import type { CohortRow } from "@tieout/reconcile";
import { titleOf } from "../../config/sources.ts";
import { table } from "./Table.ts";

const SOURCE = titleOf("credentials");

/** `credentials-by-cohort.csv`, one row a cohort. */
export const cohorts = table<CohortRow>({
  file: "credentials-by-cohort.csv",
  presence: "credentials",
  key: ["book", "mode", "program_id", "cohort"],
  rows: ({ cohorts }) => cohorts,
  columns: [
    { name: "book", kind: "text", meaning: "The book of the report.", of: (row) => row.book },
    { name: "mode", kind: "text", meaning: "`live` or `test`, as the batches say.", of: (row) => row.mode },
    {
      name: "program_id",
      kind: "text",
      meaning: `${SOURCE}'s id of the programme.`,
      of: (row) => row.programId,
    },
    {
      name: "program_name",
      kind: "text",
      meaning: `The programme's name today; empty where ${SOURCE} does not list the programme.`,
      of: (row) => row.programName,
    },
    {
      name: "cohort_id",
      kind: "text",
      meaning: "What `exceptions.csv` calls the cohort: `<mode>/<program_id>/<name as it is compared>`.",
      of: (row) => row.entityId,
    },
    {
      name: "cohort",
      kind: "text",
      meaning: "The cohort's name, spelt as its earliest batch spells it.",
      of: (row) => row.cohort,
    },
    {
      name: "batches",
      kind: "count",
      meaning: "How many credential batches it has.",
      of: (row) => row.batches,
    },
    {
      name: "credentials_declared",
      kind: "count",
      meaning: `How many credentials ${SOURCE}'s list says these batches hold.`,
      of: (row) => row.credentialsDeclared,
    },
    {
      name: "credentials_issued",
      kind: "count",
      meaning: "How many different credentials the details of its batches with status `issued` hold.",
      of: (row) => row.credentialsIssued,
    },
    {
      name: "people",
      kind: "count",
      meaning:
        "How many different e-mail addresses hold those credentials; unusable addresses are not people.",
      of: (row) => row.people,
    },
    {
      name: "reissued",
      kind: "count",
      meaning: "How many of them went to somebody who already held an earlier one of the programme.",
      of: (row) => row.reissued,
    },
    {
      name: "other_status",
      kind: "count",
      meaning: "How many different credentials stand in batches with any other status.",
      of: (row) => row.otherStatus,
    },
    {
      name: "issued_in_window",
      kind: "count",
      meaning: "How many of `credentials_issued` were issued in the window of the report.",
      of: (row) => row.issuedInWindow,
    },
    {
      name: "first_issued_at",
      kind: "instant",
      meaning: "When the earliest of its batches was issued.",
      of: (row) => row.firstIssuedAt,
    },
    {
      name: "last_issued_at",
      kind: "instant",
      meaning: "When the latest of its batches was issued.",
      of: (row) => row.lastIssuedAt,
    },
    {
      name: "expected",
      kind: "count",
      meaning: "How many people or credentials the cohort's roster names; empty without a roster.",
      of: (row) => row.expected,
    },
    {
      name: "missing",
      kind: "count",
      meaning: "How many of the roster have no credential; empty without a roster.",
      of: (row) => row.missing,
    },
    {
      name: "unexpected",
      kind: "count",
      meaning: "How many credentials the roster does not name; empty without a roster.",
      of: (row) => row.unexpected,
    },
    {
      name: "state",
      kind: "own",
      meaning:
        "`final`, or `unproven` where details cannot be had, hold an invalid recipient, or differ from the declared count.",
      of: (row) => row.state,
    },
    {
      name: "exceptions",
      kind: "count",
      meaning: "How many open exceptions are about this cohort, a batch of it or a credential in one.",
      of: (row) => row.exceptions,
    },
    {
      name: "batch_ids",
      kind: "text",
      meaning: `${SOURCE}'s ids of its batches, joined by \`;\`.`,
      of: (row) => row.batchIds.join(";"),
    },
  ],
});
